import { Asterisk, Eye, Minus } from "lucide-react";
import type { CellState } from "./who-matrix";

const words: Record<CellState, string> = {
  visible: "Seen",
  masked: "Masked",
  closed: "Not seen",
  absent: "No such column",
};

/** One cell of the matrix, told by shape and word; the colour only helps. */
export function WhoCell({ state }: { state: CellState }) {
  return (
    <span title={words[state]} className="inline-grid size-5 place-items-center align-middle">
      <StateIcon state={state} />
      <span className="sr-only">{words[state]}</span>
    </span>
  );
}

function StateIcon({ state }: { state: CellState }) {
  switch (state) {
    case "visible":
      return <Eye aria-hidden="true" className="size-4 text-own" />;
    case "masked":
      return <Asterisk aria-hidden="true" className="size-4 text-warning" strokeWidth={2.5} />;
    case "closed":
      return <Minus aria-hidden="true" className="size-4 text-ink-3" />;
    case "absent":
      return null;
  }
}

/** What the marks mean, once, over the matrix. */
export function WhoLegend({ states }: { states: readonly CellState[] }) {
  return (
    <ul aria-label="What the marks mean" className="flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-2">
      {states.map((state) => (
        <li key={state} className="inline-flex items-center gap-1">
          {state === "absent" ? <span className="text-ink-3">blank</span> : <StateIcon state={state} />}
          {words[state]}
        </li>
      ))}
    </ul>
  );
}
