import type { Sheet } from "../store/sheet";
import type { Cell, Column, Id, Row } from "../store/types";
import { isDated, valueShower } from "./cell";
import { columnType } from "./column";
import { inCapitals } from "./symbols";
import { type View, wantsNumericDates } from "./view";

/**
 * Writes the cells that are nothing but a value (or nothing at all) straight as JSON; null for any other cell, which
 * `cellRenderer` must make. What such a cell says is the same there: a test compares the two.
 */
export function plainCellWriter(sheet: Sheet, view: View): (row: Row, column: Column) => string | null {
  if (view.include.has("objectValue") || view.call.sandbox.store.links.leaving(sheet)) return () => null;
  const shown = valueShower(view);
  const asNumbers = wantsNumericDates(view);
  const starts = new Map<Id, string>();
  for (const column of view.columns) {
    const type = view.include.has("columnType") ? `,"columnType":"${columnType(column, view.level)}"` : "";
    starts.set(column.id, `{"columnId":${column.id}${type}`);
  }
  return (row, column) => {
    const cell = row.cells.get(column.id);
    const start = starts.get(column.id);
    if (start === undefined) return null;
    if (!cell) return `${start}}`;
    if (!isPlain(cell)) return null;
    // A plain text is the most frequent cell by far: it shows what it holds.
    if (typeof cell.value === "string" && isText(column) && !inCapitals(view.call, column)) {
      const text = JSON.stringify(cell.value);
      return `${start},"value":${text},"displayValue":${text}}`;
    }
    if (asNumbers && isDated(column)) return null;
    const { value, displayValue } = shown(cell, column);
    const display = displayValue === undefined ? "" : `,"displayValue":${JSON.stringify(displayValue)}`;
    return `${start},"value":${JSON.stringify(value)}${display}}`;
  };
}

function isText({ type }: Column): boolean {
  return type === "TEXT_NUMBER" || type === "PICKLIST";
}

/** Contacts and options of a cell show in its object value only, which is not asked for here. */
function isPlain(cell: Cell): boolean {
  return (
    cell.value !== undefined &&
    cell.format === undefined &&
    cell.formula === undefined &&
    cell.link === undefined &&
    cell.linkIn === undefined &&
    cell.image === undefined
  );
}
