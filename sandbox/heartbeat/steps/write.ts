import type { CellSeed } from "../../scenarios/types";
import type { ChangeEvent } from "../../store/changes";
import { markModified } from "../../store/modified";
import type { Sheet } from "../../store/sheet";
import type { Cell, Column, Person, Row } from "../../store/types";
import type { Beat } from "../beat";

/** Writes cells of one row as a call would: history, row and version follow, webhooks and the event log hear of it. */
export function writeCells(
  { sandbox }: Beat,
  sheet: Sheet,
  row: Row,
  by: Person,
  values: [Column, CellSeed][],
): void {
  const at = sandbox.clock();
  const events: ChangeEvent[] = [];
  for (const [column, value] of values) {
    const format = row.cells.get(column.id)?.format;
    const made = sheet.makeCell(value, column);
    sheet.setCell(row, column, made && { ...made, ...(format ? { format } : {}) }, by, at);
    events.push({ objectType: "cell", eventType: "updated", rowId: row.id, columnId: column.id });
  }
  markModified(sheet, row, by, at);
  sandbox.changes.commit({ sheet, by, at, events });
}

/** A cell people typed something into, in a row they may change. */
export function written(row: Row, column: Column): Cell | null {
  const cell = row.cells.get(column.id);
  if (row.locked || !cell || cell.value === undefined) return null;
  return cell.formula || cell.linkIn || cell.image || cell.link ? null : cell;
}

export const numberOf = (sheet: Sheet, row: Row): number => sheet.rows.indexOf(row) + 1;

/** What the first column says of a row. */
export function nameOf(sheet: Sheet, row: Row): string {
  const { primary } = sheet;
  return String((primary && row.cells.get(primary.id)?.value) ?? `row ${numberOf(sheet, row)}`);
}
