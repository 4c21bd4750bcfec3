import { type ExplainInput, explainInput } from "@/lib/access/schema";
import type { ExplainQuestion } from "./explain-address";

/** The question for the service; null while it is not whole. Errors: the message of the first part that does not fit. */
export function toExplainInput(
  question: ExplainQuestion,
): { input: ExplainInput } | { problem: string } | null {
  const { user, sheet, ...rest } = question;
  if (user === undefined || sheet === undefined) return null;
  const parsed = explainInput.safeParse({ userId: user, sheetId: sheet, ...rest });
  if (parsed.success) return { input: parsed.data };
  return { problem: parsed.error.issues[0]?.message ?? "This address does not fit." };
}
