import { type WhoInput, whoInput } from "@/lib/access/schema";
import type { WhoQuestion } from "./who-address";

/** The question for the service and the API; null while it is not whole. */
export function toWhoInput(question: WhoQuestion): { input: WhoInput } | { problem: string } | null {
  const { by, sheet, column, row, user } = question;
  if ((by === "sheet" ? sheet : user) === undefined) return null;
  const parsed = whoInput.safeParse(
    by === "sheet"
      ? { by, sheetId: sheet, ...(column ? { columnId: column } : {}), ...(row ? { rowId: row } : {}) }
      : { by, userId: user },
  );
  if (parsed.success) return { input: parsed.data };
  return { problem: parsed.error.issues[0]?.message ?? "This address does not fit." };
}

/** The same answer as a file. */
export function whoFileHref(input: WhoInput): string {
  return `/api/v1/admin/who?${new URLSearchParams({ ...input, format: "csv" })}`;
}
