import type { ColumnType } from "../../../scenarios/types";
import type { Sheet } from "../../../store/sheet";
import type { Cell, Column } from "../../../store/types";
import type { Call } from "../../call";
import { parseDay } from "../cells/lenient";
import { isAddress } from "../cells/value";

/** After a change of type each cell holds what the new type makes of its text; what does not fit stays as free text. */
export function convertCells(call: Call, sheet: Sheet, column: Column, before: ColumnType): void {
  for (const row of sheet.rows) {
    const cell = row.cells.get(column.id);
    if (cell?.value === undefined) continue;
    const after = converted(sheet, column, textual(cell, before));
    sheet.setCell(row, column, after, call.person, call.sandbox.clock());
  }
}

/** What a cell says, without the type it had. */
function textual({ contacts: _contacts, picks: _picks, ...cell }: Cell, before: ColumnType): Cell {
  return before === "CHECKBOX" && typeof cell.value === "boolean"
    ? { ...cell, value: String(cell.value) }
    : cell;
}

function converted(sheet: Sheet, column: Column, cell: Cell): Cell {
  const { value } = cell;
  switch (column.type) {
    case "CHECKBOX":
      return value === "true" || value === "false" ? { ...cell, value: value === "true" } : cell;
    case "CONTACT_LIST":
    case "MULTI_CONTACT_LIST":
      return isAddress(value) ? { ...cell, contacts: [sheet.world.contact(value)] } : cell;
    case "MULTI_PICKLIST":
      return { ...cell, value: String(value), picks: [String(value)] };
    case "DATE":
      return typeof value === "string" ? { ...cell, value: parseDay(value) ?? value } : cell;
    default:
      return cell;
  }
}
