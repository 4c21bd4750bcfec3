import type { ReactNode } from "react";
import { createCellText } from "./cell-text";
import { formatOf } from "./format";
import type { GridStatus } from "./grid-types";

interface GridFootProps {
  /** Null before the grid has reported. */
  status: GridStatus | null;
  totalRowCount: number;
  loadedRowCount: number;
  /** BCP 47. */
  locale: string;
  /** Anything else for the line, such as the age of the data. */
  children?: ReactNode;
}

/** Counts and sums of the selection under the grid. */
export function GridFoot({ status, totalRowCount, loadedRowCount, locale, children }: GridFootProps) {
  const count = (value: number) => value.toLocaleString(locale);
  const words = createCellText({ locale, timeZone: "UTC" });
  const selection = status?.selection;
  const shared = selection?.format ?? formatOf(undefined, undefined);
  // A sum keeps the cells' currency; an average may need decimals its cells did not.
  const amount = (value: number) =>
    words.number(value, {
      ...shared,
      hasThousands: true,
      decimals: shared.decimals ?? (Number.isInteger(value) ? 0 : 2),
    });
  const facts: string[] = [];
  if (selection && selection.cells > 1) {
    facts.push(`${count(selection.filled)} selected`);
    if (selection.numbers > 1) {
      facts.push(`sum ${amount(selection.sum)}`);
      if (selection.average !== null) facts.push(`average ${amount(selection.average)}`);
      if (selection.min !== null) facts.push(`min ${amount(selection.min)}`);
      if (selection.max !== null) facts.push(`max ${amount(selection.max)}`);
    }
  }
  const shown = status?.rowCount ?? loadedRowCount;
  const rows =
    loadedRowCount < totalRowCount
      ? `${count(loadedRowCount)} of ${count(totalRowCount)} rows loaded`
      : shown === totalRowCount
        ? `${count(totalRowCount)} ${totalRowCount === 1 ? "row" : "rows"}`
        : `${count(shown)} of ${count(totalRowCount)} rows`;
  return (
    <div className="flex min-h-[31px] items-center gap-4 overflow-hidden border-t border-line bg-ground px-6 py-1.5 text-s max-narrow:px-4 whitespace-nowrap text-ink-3 tabular-nums">
      <span>{rows}</span>
      {facts.length > 0 && <span className="min-w-0 truncate">{facts.join(" · ")}</span>}
      {children}
      <span className="flex-1" />
      {status?.activeRow != null && (
        <span>
          Row {count(status.activeRow)} of {count(Math.max(shown, status.activeRow))}
        </span>
      )}
    </div>
  );
}
