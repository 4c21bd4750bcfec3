import { cx } from "@/components/ui/class-names";
import { UntilDate } from "./until-date";
import { type Via, ViaMark } from "./via-mark";

interface ViaBadgeProps {
  via: Via;
  /** Whose access is used, by name where known; several when a sheet is joined from more than one. */
  as?: string | readonly string[];
  /** ISO 8601; adds "until 31 Dec". */
  until?: string | null;
  timeZone?: string;
  /** The badge is about another person than the one who reads it. */
  isOther?: boolean;
  className?: string;
}

const tints: Record<Via, string> = {
  own: "bg-own-soft text-own",
  delegated: "bg-delegated-soft text-delegated",
  link: "bg-link-soft text-link",
};

const words: Record<Via, string> = { own: "Your access", delegated: "Delegated", link: "Shared link" };

function namesOf(as: ViaBadgeProps["as"]): string | null {
  const names = typeof as === "string" ? [as] : (as ?? []);
  const first = names[0];
  if (!first) return null;
  return names.length > 1 ? `${first} + ${names.length - 1}` : first;
}

/** How one reaches the data. The same badge in the list, the sheet's head, search, exports and the audit. */
export function ViaBadge({ via, as, until, timeZone, isOther = false, className }: ViaBadgeProps) {
  const names = via === "delegated" ? namesOf(as) : null;
  return (
    <span
      title={names && typeof as !== "string" ? as?.join(", ") : undefined}
      className={cx(
        "inline-flex max-w-full min-w-0 items-center gap-[5px] rounded-full py-px pr-2 pl-1.5 align-middle text-s font-strong whitespace-nowrap",
        tints[via],
        className,
      )}
    >
      <ViaMark via={via} className="size-2.5 flex-none" />
      <span className="truncate">
        {via === "own" && isOther ? "Own access" : words[via]}
        {names ? ` · as ${names}` : null}
        {until ? (
          <>
            {" · until "}
            <UntilDate at={until} timeZone={timeZone} isPlain />
          </>
        ) : null}
      </span>
    </span>
  );
}
