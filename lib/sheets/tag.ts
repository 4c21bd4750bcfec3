import { createHash } from "node:crypto";
import type { Source } from "@/lib/policy/project";
import type { AllowDecision } from "@/lib/policy/types";
import type { ReadRequest } from "./read-request";

/**
 * Names what a person sees of a sheet: who, by which decision (rules, rows, columns, masks), and which versions it is
 * made of. The same tag means the same cells; it says nothing of what they are.
 */
export function tagOf(
  { userId, link }: Pick<ReadRequest, "userId" | "link">,
  decision: AllowDecision,
  sources: readonly Source[],
): string {
  const read = sources.map(({ connectionId, assume, sheet, allColumnIds, allColumns }) => [
    ...[connectionId, assume, sheet.id, sheet.version, sheet.name],
    sheet.columns.map(({ id, title }) => [id, title]),
    allColumnIds,
    allColumns?.map(({ id, title }) => [id, title]),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([userId, link ?? null, decision, read]))
    .digest("base64url")
    .slice(0, 22);
}
