import { ShieldAlert } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { ViaBadge } from "./access-badge";
import { RuleLink } from "./decision-answer";
import { UntilDate } from "./until-date";
import { whoHref } from "./who-address";
import { WhoCell } from "./who-cell";
import type { Matrix, MatrixColumn, MatrixRow } from "./who-matrix";

interface WhoTableProps {
  label: string;
  by: "sheet" | "person";
  matrix: Matrix;
  addresses: Readonly<Record<string, string>>;
  timeZone: string;
}

const linkClass = "rounded-small font-strong text-ink no-underline underline-offset-3 hover:underline";

/** People, or sheets, down; columns across. The first column stays in sight when one scrolls. */
export function WhoTable({ label, by, matrix, addresses, timeZone }: WhoTableProps) {
  const hasOthers = matrix.rows.some(({ others }) => others.length > 0);
  return (
    <Table label={label}>
      <TableHead>
        <HeaderCell className="sticky left-0 z-2 bg-ground">{by === "sheet" ? "Person" : "Sheet"}</HeaderCell>
        <HeaderCell>How</HeaderCell>
        <HeaderCell>Rules</HeaderCell>
        <HeaderCell>Until</HeaderCell>
        <HeaderCell isNumeric>Rows</HeaderCell>
        {matrix.columns.map((column) => (
          <ColumnHead key={column.key} column={column} />
        ))}
        {hasOthers ? <HeaderCell>Also</HeaderCell> : null}
        <HeaderCell>
          <span className="sr-only">Look</span>
        </HeaderCell>
      </TableHead>
      <tbody>
        {matrix.rows.map((row) => (
          <WhoRow
            key={`${row.line.person.userId} ${row.line.sheet.id}`}
            {...{ row, by, addresses, timeZone, hasOthers }}
            columns={matrix.columns}
          />
        ))}
      </tbody>
    </Table>
  );
}

function ColumnHead({ column: { title, isSensitive } }: { column: MatrixColumn }) {
  return (
    <HeaderCell className="text-center!">
      <span className="inline-flex max-w-36 items-center gap-1 align-middle" title={title}>
        {isSensitive ? (
          <>
            <ShieldAlert aria-hidden="true" className="size-3.5 flex-none text-warning" />
            <span className="sr-only">Sensitive: </span>
          </>
        ) : null}
        <span className="truncate">{title}</span>
      </span>
    </HeaderCell>
  );
}

interface WhoRowProps extends Pick<WhoTableProps, "by" | "addresses" | "timeZone"> {
  row: MatrixRow;
  columns: readonly MatrixColumn[];
  hasOthers: boolean;
}

function WhoRow({ row, by, columns, addresses, timeZone, hasOthers }: WhoRowProps) {
  const { line, cells, others } = row;
  const { person, sheet, via, assumedUsers, rules, expiresAt, rows } = line;
  return (
    <TableRow>
      <th
        scope="row"
        className="sticky left-0 z-1 max-w-64 border-b border-line bg-ground py-1.5 pr-3 pl-6 text-left font-normal max-narrow:max-w-40 max-narrow:pl-4"
      >
        {by === "sheet" ? (
          <span className="flex items-center gap-[7px]">
            <Avatar name={person.name} />
            <span className="min-w-0">
              <Link
                href={whoHref({ by: "person", user: person.userId })}
                prefetch={false}
                className={`${linkClass} block truncate`}
              >
                {person.name}
              </Link>
              <span className="block truncate text-xs text-ink-3">{person.email}</span>
            </span>
          </span>
        ) : (
          <Link
            href={whoHref({ by: "sheet", sheet: sheet.id })}
            prefetch={false}
            className={`${linkClass} block truncate`}
          >
            {sheet.name}
          </Link>
        )}
      </th>
      <Cell>
        <ViaBadge
          via={via}
          isOther
          as={assumedUsers.map((address) => addresses[address.toLowerCase()] ?? address)}
          className="max-w-56"
        />
      </Cell>
      <Cell>
        <span className="inline-flex flex-wrap gap-x-1.5">
          {rules.map((rule) => (
            <RuleLink key={rule} rule={rule} />
          ))}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap">
        {expiresAt === null ? (
          <span className="text-ink-3">open</span>
        ) : (
          <UntilDate at={expiresAt} timeZone={timeZone} />
        )}
      </Cell>
      <Cell isNumeric>{rows.toLocaleString("en")}</Cell>
      {columns.map(({ key }, at) => (
        <Cell key={key} className="text-center!">
          <WhoCell state={cells[at] ?? "absent"} />
        </Cell>
      ))}
      {hasOthers ? (
        <Cell className="max-w-72 text-s text-ink-2">
          {others.map(({ title, isMasked }) => (isMasked ? `${title} (masked)` : title)).join(", ")}
        </Cell>
      ) : null}
      <Cell className="text-right whitespace-nowrap">
        <Link
          href={`/admin/view-as/${person.userId}/${sheet.id}`}
          prefetch={false}
          aria-label={`View ${sheet.name} as ${person.name}`}
          className="rounded-small text-accent underline-offset-3 hover:underline"
        >
          View as
        </Link>
      </Cell>
    </TableRow>
  );
}
