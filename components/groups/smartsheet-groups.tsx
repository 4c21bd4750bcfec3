"use client";

import { ChevronRight, Plug, Users } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useNow } from "@/components/ui/use-now";
import type { GroupsAnswer, SmartsheetGroupAnswer } from "@/lib/groups/schema";
import { countWords, groupProblemWords } from "./group-words";
import { RefreshGroups } from "./refresh-groups";

interface SmartsheetGroupsProps extends Pick<GroupsAnswer, "smartsheet" | "readAt" | "problem"> {
  connections: readonly { id: string; name: string }[];
  /** After so long nobody knows whether a membership still holds. */
  staleHours: number;
}

/** Groups as Smartsheet keeps them: to look at, with their age. They are changed in Smartsheet. */
export function SmartsheetGroups(props: SmartsheetGroupsProps) {
  const { smartsheet, readAt, problem, connections, staleHours } = props;
  const now = useNow();
  const isOld = now !== null && readAt !== null && now - Date.parse(readAt) > staleHours * 3_600_000;
  if (connections.length === 0)
    return (
      <EmptyState
        icon={<Plug />}
        title="First a connection, then groups"
        text="Smartsheet's groups and their members are read with the token of a connection. Add one, then write rules for whole groups."
        action={
          <ButtonLink href="/admin/connections" variant="primary">
            Go to Connections
          </ButtonLink>
        }
      />
    );
  const trouble = problem ? (
    <Notice tone="warning" shape="bar" role="status">
      The last try to read the groups failed. {groupProblemWords(problem)}
      {smartsheet.length > 0 ? " You see the list of the last read that worked." : ""}
    </Notice>
  ) : null;
  if (smartsheet.length === 0)
    return (
      <>
        {trouble}
        <EmptyState
          icon={<Users />}
          title={readAt === null ? "Smartsheet's groups are not read yet" : "This plan has no groups"}
          text="One rule for a group spares you one rule for each person: who joins it in Smartsheet reads here too, who leaves it no more."
          action={<RefreshGroups isFirst={readAt === null} />}
        />
      </>
    );
  return (
    <>
      {trouble}
      <div data-print="no" className="flex flex-wrap items-center gap-3 px-6 py-3 max-narrow:px-4">
        <RefreshGroups isFirst={false} />
        <p className={cx(isOld ? "font-strong text-warning" : "text-ink-3")}>
          {readAt === null ? (
            "Not read through every connection yet"
          ) : (
            <>
              as of <RelativeTime at={readAt} />
            </>
          )}
          {isOld
            ? `. After ${staleHours} h a membership counts as unknown, and rules for these groups open nothing.`
            : null}
        </p>
      </div>
      <ul className="border-t border-line">
        {smartsheet.map((group) => (
          <GroupEntry
            key={`${group.connectionId} ${group.id}`}
            group={group}
            through={
              connections.length > 1
                ? (connections.find(({ id }) => id === group.connectionId)?.name ?? group.connectionId)
                : null
            }
          />
        ))}
      </ul>
    </>
  );
}

function GroupEntry({ group, through }: { group: SmartsheetGroupAnswer; through: string | null }) {
  const { name, members } = group;
  return (
    <li className="border-b border-line">
      <details className="group/members">
        <summary className="flex min-h-[42px] cursor-default list-none items-center gap-2.5 px-6 py-1.5 enabled-hover:bg-hover focus-visible:-outline-offset-2 max-narrow:px-4 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            className="size-3.5 flex-none text-ink-3 transition-transform duration-enter group-open/members:rotate-90"
            aria-hidden="true"
          />
          <span className="min-w-0 truncate font-strong">{name}</span>
          {through ? <span className="truncate text-s text-ink-3">through {through}</span> : null}
          <span className="ml-auto flex-none text-ink-3 tabular-nums">
            {countWords(members.length, "member", "members")}
          </span>
        </summary>
        <ul className="px-6 pb-3 pl-12 max-narrow:px-4 max-narrow:pl-10">
          {members.length === 0 ? <li className="text-ink-3">Nobody is in it.</li> : null}
          {members.map(({ email, name: person }) => (
            <li key={email} className="truncate py-0.5">
              {person || email} {person ? <span className="text-ink-3">{email}</span> : null}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
