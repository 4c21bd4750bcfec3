import type { ColumnId } from "@/lib/policy/ids";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import { columnValues } from "./column-values";

/** Rows to show: by the whole row, or by one of its cells, which is asked once for each different cell. */
export type RowFilter =
  | ((row: VisibleRow) => boolean)
  | { columnId: ColumnId; test: (cell: VisibleCell | undefined) => boolean };

/** Whether the row at a place passes. A filter on a column that is not among `columns` lets nothing through (I13). */
export function passesOf(
  rows: readonly VisibleRow[],
  columns: readonly VisibleColumn[],
  filter: RowFilter,
): (place: number) => boolean {
  if (typeof filter === "function")
    return (place) => {
      const row = rows[place];
      return row !== undefined && filter(row);
    };
  const { columnId, test } = filter;
  const column = columns.find(({ id }) => id === columnId);
  if (!column) return () => false;
  const values = columnValues(rows, column);
  if (!values) return (place) => test(rows[place]?.cells[columnId]);
  const passes = values.cells().map(test);
  return (place) => passes[values.keys[place] ?? 0] ?? false;
}
