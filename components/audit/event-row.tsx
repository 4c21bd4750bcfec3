import Link from "next/link";
import { ViaBadge } from "@/components/access/access-badge";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, TableRow } from "@/components/ui/table";
import type { AuditEvent } from "@/lib/audit/event";
import { assumedNames, type NameLookup, whoText } from "./audit-names";
import { DecisionMark } from "./decision-mark";
import { describeEvent, servedText, sheetJoint } from "./describe-event";
import type { Place } from "./group-events";
import { reasonWords } from "./reason-words";

interface EventRowProps {
  event: AuditEvent;
  names: NameLookup;
  /** Where it stands among the events of its request. */
  place: Place;
  onOpen: () => void;
}

export function EventRow({ event, names, place, onOpen }: EventRowProps) {
  const { via, sheetId, rules, reason, decision, requestId } = event;
  const who = whoText(event, names);
  const isFirst = place === "alone" || place === "first";
  const isLast = place === "alone" || place === "last";
  const cell = cx("align-top", !isFirst && "pt-0.5!", !isLast && "border-b-0! pb-0.5!");
  const served = servedText(event);
  return (
    <TableRow className="h-auto!">
      <Cell isQuiet className={cx(cell, "whitespace-nowrap")}>
        {place === "alone" ? null : <Bracket isFirst={isFirst} isLast={isLast} />}
        <RelativeTime at={event.at} />
      </Cell>
      <Cell hiddenBelow="narrow" className={cell}>
        <span className={cx("flex items-start gap-[7px]", !isFirst && "text-ink-3")}>
          <span className={isFirst ? undefined : "invisible"}>
            <Avatar name={who} size="s" />
          </span>
          <span className="min-w-0">{who}</span>
        </span>
      </Cell>
      <Cell className={cell}>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={onOpen}
          className="rounded-small text-left after:absolute after:inset-0"
        >
          <span className="narrow:hidden">{who} </span>
          {describeEvent(event, names.person)}
          {sheetId === null ? null : (
            <>
              {sheetJoint(event.action)}
              <span className="font-strong">{names.sheet(sheetId) ?? `sheet ${sheetId}`}</span>
            </>
          )}
        </button>
      </Cell>
      <Cell hiddenBelow="narrow" className={cell}>
        {via === "own" || via === "delegated" || via === "link" ? (
          <ViaBadge via={via} as={assumedNames(event, names)} className="max-w-[210px]" />
        ) : null}
      </Cell>
      <Cell hiddenBelow="narrow" className={cell}>
        <RuleLinks rules={rules} />
      </Cell>
      <Cell className={cell}>
        <DecisionMark decision={decision} />
        {served ? <span className="block text-s text-ink-3 tabular-nums">{served}</span> : null}
        {reason ? <span className="block max-w-[30ch] text-s text-ink-3">{reasonWords(reason)}</span> : null}
      </Cell>
      <Cell hiddenBelow="wide" className={cx(cell, "font-mono text-xs text-ink-3")}>
        {isFirst ? requestId.slice(0, 8) : null}
      </Cell>
    </TableRow>
  );
}

export function RuleLinks({ rules }: { rules: readonly string[] }) {
  return (
    <span className="relative z-1 inline-flex flex-wrap gap-x-1.5">
      {rules.map((rule) => (
        <Link
          key={rule}
          href={`/admin/rules/${rule}`}
          prefetch={false}
          className="inline-flex min-h-6 min-w-6 items-center rounded-small text-accent underline-offset-3 hover:underline"
        >
          {rule}
        </Link>
      ))}
    </span>
  );
}

/** The line at the left that ties the events of one request together. */
function Bracket({ isFirst, isLast }: { isFirst: boolean; isLast: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "absolute left-2.5 w-1.5 border-l border-line-strong max-narrow:left-1",
        isFirst ? "top-4 rounded-tl-small border-t" : "top-0",
        isLast ? "bottom-4 rounded-bl-small border-b" : "bottom-0",
      )}
    />
  );
}
