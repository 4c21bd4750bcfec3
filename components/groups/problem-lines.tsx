import { Notice } from "@/components/ui/notice";
import type { LineProblem } from "./address-lines";

/** Nobody corrects more at once. */
const SHOWN = 50;

/** What is wrong, line by line; nothing was applied. */
export function ProblemLines({ problems }: { problems: readonly LineProblem[] }) {
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <Notice tone="danger" role="alert">
      <p className="font-strong">
        Nothing was changed. {problems.length === 1 ? "One line needs" : `${problems.length} lines need`} a
        correction:
      </p>
      <ul className="mt-1 max-h-40 overflow-y-auto">
        {problems.slice(0, SHOWN).map(({ line, message }) => (
          <li key={`${line} ${message}`} className="flex gap-2 py-0.5">
            <span className="w-14 flex-none text-right text-ink-2 tabular-nums">Line {line}</span>
            <span className="min-w-0 wrap-anywhere">{message}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-1 text-ink-2">And {more.toLocaleString("en")} more.</p> : null}
    </Notice>
  );
}
