import { layoutOf } from "@/lib/policy/layout";
import type { VisibleRow, VisibleSheet } from "@/lib/policy/sheet";
import type { RowList } from "./row-diff";

/** The rows of a visible sheet as changes are told from them. */
export function rowsOf(sheet: VisibleSheet): RowList {
  const { count, idAt, placeAt, rowAt, cellAt } = layoutOf(sheet);
  const columnIds = sheet.columns.map(({ id }) => id as string);
  const places = new Map(columnIds.map((id, place) => [id, place]));
  return {
    count,
    idAt,
    placeAt,
    cellAt: (row, columnId) => cellAt(row, places.get(columnId) ?? -1),
    rowAt: (row) => plainRow(rowAt(row), columnIds),
  };
}

/** The row as it leaves: field by field, only of these columns (I12). A row at hand may decode cells when asked. */
function plainRow({ id, rowNumber, parentId, cells }: VisibleRow, columnIds: readonly string[]): VisibleRow {
  const plain: [string, VisibleRow["cells"][string]][] = [];
  for (const column of columnIds) {
    const cell = cells[column];
    if (cell !== undefined) plain.push([column, cell]);
  }
  return { id, rowNumber, parentId, cells: Object.fromEntries(plain) };
}
