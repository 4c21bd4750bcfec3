import type { RuleAnswer } from "@/lib/rules/schema";
import type { Names } from "./condition-words";
import { draftOf } from "./draft";
import { keptColumns, piecesOf } from "./sentence";
import { SlotChips } from "./slot-chips";

interface RuleWordsProps {
  rule: RuleAnswer;
  names: Names;
  connections: readonly { id: string; name: string }[];
  timeZone: string;
}

/** The sentence to read only: of an ended rule. */
export function RuleWords({ rule, names, connections, timeZone }: RuleWordsProps) {
  const pieces = piecesOf(draftOf(rule, timeZone), { names, connections, columns: keptColumns(rule) });
  return (
    <p className="px-6 py-5 text-sentence tracking-[-0.005em] max-narrow:px-4">
      {pieces.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence that never changes.
        <span key={place}>{typeof piece === "string" ? piece : <SlotChips slot={piece} />}</span>
      ))}
    </p>
  );
}
