import { Ban, Check, CirclePause, Ellipsis, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { UntilDate } from "@/components/access/until-date";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { exactDay } from "@/components/ui/relative-text";
import { Cell, RowActions, RowLink, TableRow } from "@/components/ui/table";
import type { ListEntry } from "./list-entry";

function EffectBadge({ effect }: { effect: ListEntry["effect"] }) {
  return effect === "permit" ? (
    <Badge tone="own" icon={<Check aria-hidden="true" />}>
      Permits
    </Badge>
  ) : (
    <Badge tone="danger" icon={<Ban aria-hidden="true" />}>
      Forbids
    </Badge>
  );
}

function StateWord({ entry, timeZone }: { entry: ListEntry; timeZone: string }) {
  if (entry.isPaused && entry.state !== "ended")
    return (
      <Badge tone="warning" icon={<CirclePause aria-hidden="true" />}>
        Paused
      </Badge>
    );
  switch (entry.state) {
    case "active":
      return <span className="text-ink-2">Active</span>;
    case "upcoming":
      return (
        <span className="text-ink-2">
          {entry.startsAt ? `From ${exactDay(new Date(entry.startsAt), timeZone)}` : "Upcoming"}
        </span>
      );
    case "ended":
      return <span className="text-ink-3">Ended</span>;
    case "unreadable":
      return <Badge tone="warning">Unreadable</Badge>;
  }
}

/** What keeps the rule from working, in words, with the door to the fix. */
function Problem({ entry }: { entry: ListEntry }) {
  const { problem, state, reason, id } = entry;
  if (state === "unreadable") return <Warning>{reason}</Warning>;
  if (problem === null) return null;
  return (
    <Warning>
      {problem.cause}{" "}
      <Link
        href={problem.door === "rule" ? `/admin/rules/${id}` : "/admin/connections"}
        prefetch={false}
        className="relative z-1 underline underline-offset-3"
      >
        {problem.fix}
      </Link>
    </Warning>
  );
}

function Warning({ children }: { children: React.ReactNode }) {
  return (
    <span className="mt-0.5 flex items-start gap-1.5 text-s text-pretty text-warning">
      <TriangleAlert className="mt-[2px] size-3.5 flex-none" aria-hidden="true" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

interface RuleRowProps {
  entry: ListEntry;
  timeZone: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

export function RuleRow({ entry, timeZone, isChosen, onChoose }: RuleRowProps) {
  const isEnded = entry.state === "ended";
  return (
    <TableRow className={isEnded ? "text-ink-3" : undefined}>
      <Cell className="w-0 pr-0!">
        {isEnded ? null : (
          <RowActions>
            <Checkbox label={`Choose ${entry.id}`} hidesLabel checked={isChosen} onCheckedChange={onChoose} />
          </RowActions>
        )}
      </Cell>
      <Cell className="max-w-0 w-[52%] max-narrow:w-full">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="min-w-0 truncate max-narrow:whitespace-normal">
            <RowLink href={`/admin/rules/${entry.id}`}>{entry.title}</RowLink>
          </span>
          <span className="flex-none text-s text-ink-3">{entry.id}</span>
        </span>
        <span className="hidden pt-1 max-narrow:block">
          <EffectBadge effect={entry.effect} />{" "}
          {entry.state === "active" && !entry.isPaused ? null : (
            <StateWord entry={entry} timeZone={timeZone} />
          )}
        </span>
        <Problem entry={entry} />
      </Cell>
      <Cell hiddenBelow="narrow">
        <EffectBadge effect={entry.effect} />
      </Cell>
      <Cell hiddenBelow="narrow" className="max-w-0 w-[32%]" isQuiet={isEnded}>
        <span className="block truncate" title={`${entry.columnNames}; ${entry.rows}`}>
          {entry.columns} · {entry.rows}
          {entry.extra ? ` · may also ${entry.extra}` : null}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap">
        {entry.endsAt === null ? (
          <span className="text-ink-3">further notice</span>
        ) : (
          <UntilDate at={entry.endsAt} timeZone={timeZone} isPlain={isEnded} />
        )}
      </Cell>
      <Cell hiddenBelow="wide" className="whitespace-nowrap">
        <StateWord entry={entry} timeZone={timeZone} />
      </Cell>
      <Cell className="w-0 pl-0!">
        <RowActions>
          <Menu
            trigger={
              <IconButton label={`More for ${entry.id}`} size="s" icon={<Ellipsis aria-hidden="true" />} />
            }
            items={[
              { label: isEnded ? "Open" : "Change", href: `/admin/rules/${entry.id}` },
              ...(entry.state === "unreadable"
                ? []
                : [{ label: "Copy", href: `/admin/rules/new?from=${entry.id}` }]),
            ]}
          />
        </RowActions>
      </Cell>
    </TableRow>
  );
}
