import type { Sheet } from "./sheet";
import { systemCell } from "./system-cell";
import type { Person, Row } from "./types";

/** The row was changed by this person at this time; the columns that show it follow. */
export function markModified(sheet: Sheet, row: Row, by: Person, at: number): void {
  row.modifiedAt = at;
  row.modifiedBy = by;
  for (const column of sheet.columns) {
    if (!column.systemColumnType?.startsWith("MODIFIED")) continue;
    const cell = systemCell(sheet, column, row);
    if (cell) row.cells.set(column.id, cell);
  }
}
