"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { ViaBadge } from "@/components/access/access-badge";
import { Dialog } from "@/components/ui/dialog";
import { exactTime } from "@/components/ui/relative-text";
import type { AuditEvent } from "@/lib/audit/event";
import { assumedNames, type NameLookup, whoText } from "./audit-names";
import { DecisionMark } from "./decision-mark";
import { describeEvent, servedText, sheetJoint } from "./describe-event";
import { auditHref, type EventFilters } from "./event-filters";
import { RuleLinks } from "./event-row";
import { hasDecision } from "./has-decision";
import { reasonWords } from "./reason-words";

interface EventDialogProps {
  event: AuditEvent;
  names: NameLookup;
  filters: EventFilters;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const linkClass = "rounded-small text-s whitespace-nowrap text-accent underline-offset-3 hover:underline";

/** Everything on record about one event, and ways to look further from here. */
export function EventDialog({ event, names, filters, isOpen, onOpenChange }: EventDialogProps) {
  const { seq, at, actor, actorId, actorKind, sheetId, via, rules, columns, columnIds, reason } = event;
  const who = whoText(event, names);
  const sheet = sheetId === null ? null : (names.sheet(sheetId) ?? `sheet ${sheetId}`);
  const served = servedText(event);
  const close = () => onOpenChange(false);
  const narrow = (more: EventFilters, words: string) => (
    <Link href={auditHref({ ...filters, ...more })} prefetch={false} onClick={close} className={linkClass}>
      {words}
    </Link>
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      title={`${who} ${describeEvent(event, names.person)}${sheet ? `${sheetJoint(event.action)}${sheet}` : ""}`}
      text={`Event ${seq.toLocaleString("en-GB")} · ${exactTime(new Date(at))}`}
    >
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-t border-line pt-3">
        <Line label="Who">
          <p>
            {actorKind === "user" ? actor : who}
            {actorKind === "user" && actorId ? <Id>{actorId}</Id> : null}
          </p>
          {actorId ? narrow({ actorId }, actorKind === "link" ? "Only this link" : "Only this person") : null}
        </Line>
        {sheetId ? (
          <Line label="Sheet">
            <p>
              {names.sheet(sheetId) ?? "Nobody has opened it here yet"}
              <Id>{sheetId}</Id>
            </p>
            {narrow({ sheetId }, "Only this sheet")}
          </Line>
        ) : null}
        {via === "own" || via === "delegated" || via === "link" ? (
          <Line label="How">
            <ViaBadge via={via} as={assumedNames(event, names)} />
            {event.assumedUser ? <p className="mt-1 text-s text-ink-3">{event.assumedUser}</p> : null}
          </Line>
        ) : null}
        {rules.length > 0 ? (
          <Line label="Rules">
            <RuleLinks rules={rules} />
          </Line>
        ) : null}
        {event.target ? <Line label="About">{event.target}</Line> : null}
        <Line label="Result">
          <DecisionMark decision={event.decision} />
          {served ? <p className="tabular-nums">{served}</p> : null}
          {reason ? <p className="text-pretty">{reasonWords(reason)}</p> : null}
        </Line>
        {columnIds && columns ? (
          <Line label="Columns">
            <details>
              <summary className="w-fit cursor-default rounded-small text-accent">
                {columns === 1 ? "1 id" : `${columns} ids`}
              </summary>
              <p className="mt-1 font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">
                {columnIds.join(" ")}
              </p>
            </details>
          </Line>
        ) : null}
        {event.network ? <Line label="Network">{event.network}</Line> : null}
        <Line label="Request">
          <p className="font-mono text-s break-all select-all">{event.requestId}</p>
          <p className="flex flex-wrap gap-x-4">
            {narrow({ requestId: event.requestId }, "Only this request")}
            {hasDecision(event) ? (
              <Link href={`/admin/decisions/${event.requestId}`} prefetch={false} className={linkClass}>
                Why
              </Link>
            ) : null}
          </p>
        </Line>
      </dl>
    </Dialog>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Id({ children }: { children: ReactNode }) {
  return <span className="ml-2 font-mono text-xs text-ink-3 select-all">{children}</span>;
}
