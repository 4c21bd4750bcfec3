import { CircleAlert, CircleCheck } from "lucide-react";
import Link from "next/link";
import { Spinner } from "@/components/ui/spinner";
import { Cell, HeaderCell, Table, TableHead } from "@/components/ui/table";
import type { Names } from "./condition-words";
import { type ImportRow, problemLine } from "./import-rows";
import { sentenceText } from "./sentence-text";

interface ImportTableProps {
  rows: readonly ImportRow[];
  names: Names;
  timeZone: string;
}

/** Line by line: what it would be, and whether it can. */
export function ImportTable({ rows, names, timeZone }: ImportTableProps) {
  return (
    <div className="-mx-6 max-narrow:-mx-4">
      <Table label="Rules of the file">
        <TableHead>
          <HeaderCell isNumeric className="w-0">
            Line
          </HeaderCell>
          <HeaderCell>Rule</HeaderCell>
          <HeaderCell className="w-[38%]">Result</HeaderCell>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <Cell isNumeric isQuiet className="align-top">
                {row.line}
              </Cell>
              <Cell className="align-top wrap-anywhere">
                {row.answer === null ? (
                  <span className="text-ink-3">Not a rule yet</span>
                ) : (
                  sentenceText(row.answer, names, timeZone)
                )}
              </Cell>
              <Cell className="align-top">
                <Outcome row={row} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Outcome({ row: { state, problems, id } }: { row: ImportRow }) {
  switch (state) {
    case "waiting":
      return <Spinner size="s" label="Looking" className="text-ink-3" />;
    case "good":
      return (
        <span className="inline-flex items-center gap-1.5">
          <CircleCheck className="size-3.5 text-own" aria-hidden="true" />
          Can be saved
        </span>
      );
    case "saved":
      return (
        <span className="inline-flex items-center gap-1.5">
          <CircleCheck className="size-3.5 text-own" aria-hidden="true" />
          <span>
            Saved as{" "}
            <Link href={`/admin/rules/${id}`} prefetch={false} className="underline underline-offset-3">
              {id}
            </Link>
          </span>
        </span>
      );
    case "wrong":
      return (
        <ul className="flex flex-col gap-0.5 text-danger">
          {problems.map((problem) => (
            <li key={problemLine(problem)} className="flex items-start gap-1.5">
              <CircleAlert className="mt-[3px] size-3.5 flex-none" aria-hidden="true" />
              <span className="min-w-0 wrap-anywhere">{problemLine(problem)}</span>
            </li>
          ))}
        </ul>
      );
  }
}
