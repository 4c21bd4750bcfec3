import type { ColumnId, RowId } from "@/lib/policy/ids";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";

/** Builders for the tests of this folder: ids are typed by hand there and nowhere else. */
export function column(
  id: number,
  type: VisibleColumn["type"],
  more: Partial<VisibleColumn> = {},
): VisibleColumn {
  return { id: String(id) as ColumnId, index: id - 1, title: `Column ${id}`, type, ...more };
}

export function rowId(id: number): RowId {
  return String(id) as RowId;
}

export function row(id: number, parent: number | null, cells: Record<string, VisibleCell> = {}): VisibleRow {
  return { id: rowId(id), rowNumber: id, parentId: parent === null ? null : rowId(parent), cells };
}
