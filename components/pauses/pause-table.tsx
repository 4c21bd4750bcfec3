import { Person } from "@/components/ui/avatar";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { LiftButton } from "./lift-button";
import type { PauseLine } from "./pause-words";

/** What is stopped now, newest first. */
export function PauseTable({ lines }: { lines: readonly PauseLine[] }) {
  return (
    <Table label="What is paused now">
      <TableHead>
        <HeaderCell>Paused</HeaderCell>
        <HeaderCell hiddenBelow="narrow">Reason</HeaderCell>
        <HeaderCell hiddenBelow="narrow">By</HeaderCell>
        <HeaderCell hiddenBelow="narrow">Since</HeaderCell>
        <HeaderCell>
          <span className="sr-only">Actions</span>
        </HeaderCell>
      </TableHead>
      <tbody>
        {lines.map((line) => (
          <PauseRow key={`${line.what.kind} ${line.what.target}`} line={line} />
        ))}
      </tbody>
    </Table>
  );
}

function PauseRow({ line }: { line: PauseLine }) {
  const { what, title, secondary, reason, by, at } = line;
  return (
    <TableRow>
      <Cell className="w-[38%] max-w-0 max-narrow:w-full">
        <span className="block truncate font-strong" title={title}>
          {title}
        </span>
        {secondary ? (
          <span className="block truncate text-s text-ink-3" title={secondary}>
            {secondary}
          </span>
        ) : null}
        <span className="mt-1 block text-s text-pretty text-ink-2 narrow:hidden">{reason}</span>
        <span className="block text-s text-ink-3 narrow:hidden">
          {by}, <RelativeTime at={at} />
        </span>
      </Cell>
      <Cell hiddenBelow="narrow">
        <span className="block max-w-[60ch] text-pretty">{reason}</span>
      </Cell>
      <Cell hiddenBelow="narrow">
        <Person name={by} size="s" />
      </Cell>
      <Cell hiddenBelow="narrow" isQuiet className="whitespace-nowrap">
        <RelativeTime at={at} />
      </Cell>
      <Cell className="text-right">
        <LiftButton what={what} name={title} size="s" />
      </Cell>
    </TableRow>
  );
}
