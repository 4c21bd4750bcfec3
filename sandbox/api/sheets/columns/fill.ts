import type { Sheet } from "../../../store/sheet";
import { systemCell } from "../../../store/system-cell";
import type { Column } from "../../../store/types";
import { formulaCell } from "../cells/formula";

/** What Smartsheet writes into a column by itself: system values, or the column's formula. */
export function fillColumn(sheet: Sheet, column: Column): void {
  for (const row of sheet.rows) {
    const cell = column.formula ? formulaCell(column.formula) : systemCell(sheet, column, row);
    if (cell) sheet.putCell(row, column, cell);
  }
}
