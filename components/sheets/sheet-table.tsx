"use client";

import Link from "next/link";
import { ViaBadge } from "@/components/access/access-badge";
import { UntilDate } from "@/components/access/until-date";
import { RelativeTime } from "@/components/ui/relative-time";
import {
  Cell,
  HeaderCell,
  RowActions,
  RowLink,
  SortHeader,
  Table,
  TableHead,
  TableRow,
} from "@/components/ui/table";
import type { SheetListLine } from "@/lib/sheets/answer";
import { type ListSort, nextListSort, type SortKey } from "./list-order";
import { OpeningBar } from "./opening-bar";
import { StarButton } from "./star-button";

interface SheetTableProps {
  lines: readonly SheetListLine[];
  sort: ListSort;
  onSort: (sort: ListSort) => void;
  timeZone: string;
}

const columns: { key: SortKey; label: string }[] = [
  { key: "name", label: "Name" },
  { key: "via", label: "How you reach it" },
  { key: "until", label: "Until" },
  { key: "changed", label: "Changed" },
];

/** The list from 640 px on. */
export function SheetTable({ lines, sort, onSort, timeZone }: SheetTableProps) {
  return (
    <Table label="Sheets" className="max-narrow:hidden">
      <TableHead>
        {columns.map(({ key, label }) => (
          <SortHeader
            key={key}
            label={label}
            direction={sort.key === key ? sort.direction : "none"}
            onSort={() => onSort(nextListSort(sort, key))}
          />
        ))}
        <HeaderCell className="w-14">
          <span className="sr-only">Favourite</span>
        </HeaderCell>
      </TableHead>
      <tbody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <Cell className="max-w-0 w-[38%]">
              <span className="block truncate">
                <RowLink href={`/sheets/${line.id}`}>
                  {line.name}
                  <OpeningBar />
                </RowLink>
              </span>
            </Cell>
            <Cell>
              <ViaBadge via={line.via} as={line.assumedNames} />
            </Cell>
            <Cell isQuiet>
              {line.expiresAt ? <UntilDate at={line.expiresAt} timeZone={timeZone} /> : null}
            </Cell>
            <Cell isQuiet className="whitespace-nowrap">
              {line.modifiedAt ? <RelativeTime at={line.modifiedAt} /> : null}
            </Cell>
            <Cell className="text-right">
              <RowActions>
                <StarButton sheetId={line.id} sheetName={line.name} />
              </RowActions>
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** The same on a phone: two lines a sheet. */
export function SheetCards({ lines, timeZone }: Pick<SheetTableProps, "lines" | "timeZone">) {
  return (
    <ul aria-label="Sheets" className="border-t border-line narrow:hidden">
      {lines.map((line) => (
        <li key={line.id} className="relative flex items-center gap-2 border-b border-line py-2.5 pr-2 pl-4">
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline gap-3">
              <Link
                href={`/sheets/${line.id}`}
                prefetch={false}
                className="min-w-0 flex-1 truncate rounded-small font-strong text-ink no-underline after:absolute after:inset-0"
              >
                {line.name}
                <OpeningBar />
              </Link>
              {line.modifiedAt ? (
                <RelativeTime at={line.modifiedAt} className="flex-none text-s text-ink-3" />
              ) : null}
            </div>
            <div className="mt-1 flex min-w-0 items-center gap-2 text-s">
              <ViaBadge via={line.via} as={line.assumedNames} />
              {line.expiresAt ? <UntilDate at={line.expiresAt} timeZone={timeZone} /> : null}
            </div>
          </div>
          <RowActions>
            <StarButton sheetId={line.id} sheetName={line.name} size="m" />
          </RowActions>
        </li>
      ))}
    </ul>
  );
}
