import type { TokenState } from "@/lib/broker/schema";
import { quotaWords } from "./quota-words";
import { RefreshWhile } from "./refresh-while";

/** How much of what Smartsheet allows the token was used, and what holds calls back. Words first, a thin bar beside them. */
export function QuotaGauge({ state }: { state: TokenState }) {
  const { used, notes, isHeld } = quotaWords(state);
  const full = Math.max(state.fullPerMinute, 1);
  const share = Math.min(1, state.usedLastMinute / full);
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-s text-ink-2 tabular-nums">
      {/* Drawn, because the page policy forbids a width in a style attribute. The words beside it say it all. */}
      <svg aria-hidden="true" className="h-1.5 w-28 flex-none overflow-hidden rounded-full bg-sunken">
        <rect
          width={`${Math.round(share * 100)}%`}
          height="100%"
          className={share > 0.9 || isHeld ? "fill-warning" : "fill-ink-3"}
        />
      </svg>
      <span>{used}</span>
      {notes.map((note) => (
        <span key={note} className="text-warning">
          {note}
        </span>
      ))}
      {isHeld ? <RefreshWhile everySeconds={5} /> : null}
    </div>
  );
}
