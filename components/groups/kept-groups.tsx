"use client";

import { FileUp, Plus, Users } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { importMembers } from "@/lib/groups/actions";
import type { LocalGroupAnswer } from "@/lib/groups/schema";
import { CsvDialog } from "./csv-dialog";
import { GroupDialog } from "./group-dialog";
import { countWords } from "./group-words";
import { RemoveGroup } from "./remove-group";

interface KeptGroupsProps {
  groups: readonly LocalGroupAnswer[];
  /** Rules in force by group. */
  ruleCounts: Readonly<Record<string, number>>;
}

const NewGroup = () => (
  <GroupDialog
    group={null}
    trigger={
      <Button variant="primary" icon={<Plus aria-hidden="true" />}>
        New group
      </Button>
    }
  />
);

/** Groups kept here, to be made and changed. */
export function KeptGroups({ groups, ruleCounts }: KeptGroupsProps) {
  if (groups.length === 0)
    return (
      <EmptyState
        icon={<Users />}
        title="No group kept here yet"
        text="One rule for a group spares you one rule for each person: who joins the group reads at once, who leaves it no more. Make one here for people no Smartsheet group holds together."
        action={<NewGroup />}
      />
    );
  return (
    <>
      <div data-print="no" className="flex flex-wrap items-center gap-3 px-6 py-3 max-narrow:px-4">
        <NewGroup />
        <p className="text-ink-3">For people no Smartsheet group holds together.</p>
      </div>
      <Table label="Groups kept here">
        <TableHead>
          <HeaderCell>Group</HeaderCell>
          <HeaderCell isNumeric>Members</HeaderCell>
          <HeaderCell isNumeric hiddenBelow="narrow">
            Rules
          </HeaderCell>
          <HeaderCell hiddenBelow="narrow">Changed</HeaderCell>
          <HeaderCell>
            <span className="sr-only">Actions</span>
          </HeaderCell>
        </TableHead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.id} group={group} ruleCount={ruleCounts[group.id] ?? 0} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function GroupRow({ group, ruleCount }: { group: LocalGroupAnswer; ruleCount: number }) {
  const { id, name, members, updatedAt } = group;
  return (
    <TableRow>
      <Cell className="w-full max-w-0">
        <span className="block truncate font-strong" title={name}>
          {name}
        </span>
        <span className="block truncate text-s text-ink-3">{members.slice(0, 4).join(", ")}</span>
      </Cell>
      <Cell isNumeric>{members.length.toLocaleString("en")}</Cell>
      <Cell isNumeric hiddenBelow="narrow">
        {ruleCount.toLocaleString("en")}
      </Cell>
      <Cell hiddenBelow="narrow" isQuiet className="whitespace-nowrap">
        <RelativeTime at={updatedAt} />
      </Cell>
      <Cell className="text-right">
        <span data-print="no" className="inline-flex flex-wrap items-center justify-end gap-1">
          <GroupDialog
            group={group}
            trigger={
              <Button size="s" aria-label={`Edit ${name}`}>
                Edit
              </Button>
            }
          />
          <CsvDialog
            trigger={
              <Button
                size="s"
                icon={<FileUp aria-hidden="true" />}
                aria-label={`Import members of ${name} from CSV`}
              >
                CSV
              </Button>
            }
            title={`Import members of ${name}`}
            text={`A column called e-mail; others are passed over. It replaces the ${countWords(members.length, "member", "members")} of today.`}
            example={"e-mail\nvik@example.com"}
            confirmLabel="Replace members"
            run={(csv) => importMembers({ id, csv })}
            doneWords={(applied) => `${name} has ${countWords(applied, "member", "members")} now`}
          />
          <RemoveGroup {...{ id, name, ruleCount }} />
        </span>
      </Cell>
    </TableRow>
  );
}
