"use client";

import { useState } from "react";
import { ToolRow } from "@/components/frame/tool-row";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { Segmented } from "@/components/ui/segmented";
import { HeaderCell, Table, TableHead } from "@/components/ui/table";
import { BulkBar } from "./bulk-bar";
import { type ListEntry, type ListFilter, shownEntries } from "./list-entry";
import { RuleRow } from "./rule-row";
import { useBulk } from "./use-bulk";

interface RuleListProps {
  entries: readonly ListEntry[];
  timeZone: string;
  /** `YYYY-MM-DD` in `timeZone`. */
  today: string;
}

const filters: { value: ListFilter; label: string }[] = [
  { value: "all", label: "All" },
  { value: "active", label: "Active" },
  { value: "ended", label: "Ended" },
];

/** Rules to look through: what each does, until when, and which are in trouble. */
export function RuleList({ entries, timeZone, today }: RuleListProps) {
  const [filter, setFilter] = useState<ListFilter>("active");
  const [query, setQuery] = useState("");
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const shown = shownEntries(entries, filter, query);
  // Nothing out of sight is changed along with the rest.
  const open = shown.filter(({ state }) => state !== "ended");
  const chosen = open.filter(({ id }) => ids.has(id));
  const bulk = useBulk((done) => setIds((before) => new Set([...before].filter((id) => !done.includes(id)))));
  const choose = (id: string, isOn: boolean) =>
    setIds((before) => new Set(isOn ? [...before, id] : [...before].filter((each) => each !== id)));
  const isAll = open.length > 0 && chosen.length === open.length;
  const reset = () => {
    setFilter("all");
    setQuery("");
  };
  return (
    <>
      <ToolRow
        label="Which rules"
        end={<SearchField label="Search rules" value={query} onValueChange={setQuery} />}
      >
        <Segmented label="Which rules" options={filters} value={filter} onValueChange={setFilter} />
        <span role="status" className="text-s text-ink-3 tabular-nums">
          {shown.length === entries.length ? null : `${shown.length} of ${entries.length}`}
        </span>
      </ToolRow>
      <BulkBar {...{ chosen, bulk, timeZone, today }} onClear={() => setIds(new Set())} />
      {shown.length === 0 ? (
        <EmptyState
          title={
            query
              ? `No rule matches "${query}"`
              : filter === "ended"
                ? "No rule has ended"
                : "No rule is in force"
          }
          text={query ? "Search looks at people, sheets, columns and reasons." : undefined}
          action={<Button onClick={reset}>Show all rules</Button>}
        />
      ) : (
        <Table label="Rules">
          <TableHead>
            <HeaderCell className="w-0 pr-0!">
              <Checkbox
                label="All rules shown"
                hidesLabel
                checked={isAll}
                isPartial={chosen.length > 0 && !isAll}
                disabled={open.length === 0}
                onCheckedChange={(isOn) => setIds(new Set(isOn ? open.map(({ id }) => id) : []))}
              />
            </HeaderCell>
            <HeaderCell>Rule</HeaderCell>
            <HeaderCell hiddenBelow="narrow">Effect</HeaderCell>
            <HeaderCell hiddenBelow="narrow">Covers</HeaderCell>
            <HeaderCell>Until</HeaderCell>
            <HeaderCell hiddenBelow="wide">State</HeaderCell>
            <HeaderCell className="w-0">
              <span className="sr-only">More</span>
            </HeaderCell>
          </TableHead>
          <tbody>
            {shown.map((entry) => (
              <RuleRow
                key={entry.id}
                entry={entry}
                timeZone={timeZone}
                isChosen={ids.has(entry.id)}
                onChoose={(isOn) => choose(entry.id, isOn)}
              />
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
