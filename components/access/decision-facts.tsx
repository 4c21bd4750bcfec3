import { TriangleAlert } from "lucide-react";
import type { Fact } from "./fact-words";

/** What was known when it was decided. */
export function DecisionFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {facts.map(({ label, text, isWarning }) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className={isWarning ? "text-warning" : undefined}>
            {isWarning ? (
              <TriangleAlert className="mr-1.5 inline size-3.5 align-[-2px]" aria-hidden="true" />
            ) : null}
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
