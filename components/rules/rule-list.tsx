"use client";

import { useState } from "react";
import { ToolRow } from "@/components/frame/tool-row";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { Segmented } from "@/components/ui/segmented";
import { HeaderCell, Table, TableHead } from "@/components/ui/table";
import { type ListEntry, type ListFilter, shownEntries } from "./list-entry";
import { RuleRow } from "./rule-row";

interface RuleListProps {
  entries: readonly ListEntry[];
  timeZone: string;
}

const filters: { value: ListFilter; label: string }[] = [
  { value: "all", label: "All" },
  { value: "active", label: "Active" },
  { value: "ended", label: "Ended" },
];

/** Rules to look through: what each does, until when, and which are in trouble. */
export function RuleList({ entries, timeZone }: RuleListProps) {
  const [filter, setFilter] = useState<ListFilter>("active");
  const [query, setQuery] = useState("");
  const shown = shownEntries(entries, filter, query);
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
            <HeaderCell>Rule</HeaderCell>
            <HeaderCell hiddenBelow="narrow">Effect</HeaderCell>
            <HeaderCell hiddenBelow="narrow">Covers</HeaderCell>
            <HeaderCell>Until</HeaderCell>
            <HeaderCell hiddenBelow="wide">State</HeaderCell>
          </TableHead>
          <tbody>
            {shown.map((entry) => (
              <RuleRow key={entry.id} entry={entry} timeZone={timeZone} />
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
