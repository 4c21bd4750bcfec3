import type { RuleAnswer } from "@/lib/rules/schema";
import type { Names } from "./condition-words";
import { draftOf } from "./draft";
import { keptColumns, piecesOf, slotText } from "./sentence";

/** A rule's whole sentence in one line, for tables and screen readers. */
export function sentenceText(rule: RuleAnswer, names: Names, timeZone: string): string {
  const wording = { names, columns: keptColumns(rule), connections: [] };
  return piecesOf(draftOf(rule, timeZone), wording)
    .map((piece) => (typeof piece === "string" ? piece : slotText(piece.slot, piece.tokens)))
    .join("");
}
