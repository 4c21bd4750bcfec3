import type { Sheet } from "../store/sheet";
import type { Cell, Column, Id, Row } from "../store/types";
import { columnType } from "./column";
import { displayValue } from "./display";
import { renderHyperlink, renderLinkIn, renderLinksOut } from "./links";
import { isDate, type ObjectContext, objectValue } from "./object-value";
import { inCapitals } from "./symbols";
import { type View, wantsNumericDates } from "./view";

/** A cell in wire form. `conditionalFormat` is that of `rowLooks`. */
export type CellRenderer = (row: Row, column: Column, conditionalFormat?: string) => Record<string, unknown>;

export function cellRenderer(sheet: Sheet, view: View): CellRenderer {
  const render = valueRenderer(view, (rowNumber) => sheet.rows[rowNumber - 1]?.id);
  const hasLinksOut = view.call.sandbox.store.links.leaving(sheet) !== null;
  return (row, column, conditionalFormat) => {
    const cell = row.cells.get(column.id) ?? {};
    const wire: Record<string, unknown> = { columnId: column.id, ...render(cell, column) };
    if (hasLinksOut) {
      const linksOutToCells = renderLinksOut(view, sheet, row, column);
      if (linksOutToCells.length > 0) wire.linksOutToCells = linksOutToCells;
    }
    if (conditionalFormat !== undefined) wire.conditionalFormat = conditionalFormat;
    return wire;
  };
}

type ValueView = Omit<View, "columns" | "access" | "filteredOut">;

/** Everything a cell says that does not depend on where it stands: also for former states and for reports. */
export function valueRenderer(
  view: ValueView,
  rowAt: (rowNumber: number) => Id | undefined,
): (cell: Cell, column: Column) => Record<string, unknown> {
  const { switches } = view.call.sandbox;
  const context: ObjectContext = { rowAt, contactsIn: switches.get("multiContact") };
  const shown = valueShower(view);
  return (cell, column) => {
    const wire: Record<string, unknown> = {};
    if (view.include.has("columnType")) wire.columnType = columnType(column, view.level);
    const { value, displayValue } = shown(cell, column);
    if (value !== undefined) wire.value = value;
    if (displayValue !== undefined) wire.displayValue = displayValue;
    if (view.include.has("objectValue")) {
      const isText = columnType(column, view.level) !== column.type || inCapitals(view.call, column);
      const object = isText ? value : objectValue(cell, column, context);
      if (object !== undefined) wire.objectValue = object;
    }
    if (cell.formula) wire.formula = cell.formula;
    if (cell.link) wire.hyperlink = renderHyperlink(view, cell.link);
    if (cell.linkIn) wire.linkInFromCell = renderLinkIn(view, cell, cell.linkIn);
    if (cell.image) Object.assign(wire, renderImage(cell.image));
    if (view.include.has("format") && cell.format) wire.format = cell.format;
    return wire;
  };
}

export interface Shown {
  value: Cell["value"];
  displayValue: string | undefined;
}

/** Value and display value as the caller and the switches want them. */
export function valueShower(view: Pick<View, "call">): (cell: Cell, column: Column) => Shown {
  const asNumbers = wantsNumericDates(view);
  const withDateTimes = view.call.sandbox.switches.is("datetimeDisplay", "present");
  return (cell, column) => {
    const display = displayValue(cell, column, withDateTimes);
    if (asNumbers && isDated(column) && isDate(cell.value))
      return { value: epoch(cell.value), displayValue: display };
    if (typeof cell.value === "string" && inCapitals(view.call, column))
      return { value: cell.value.toUpperCase(), displayValue: display?.toUpperCase() };
    return { value: cell.value, displayValue: display };
  };
}

export function isDated({ type }: Pick<Column, "type">): boolean {
  return type === "DATE" || type === "DATETIME" || type === "ABSTRACT_DATETIME";
}

/** Project dates carry no zone; all times of the API are UTC. */
function epoch(date: string): number {
  return Date.parse(/[zZ]$/.test(date) || date.length === 10 ? date : `${date}Z`);
}

function renderImage({ id, name, width, height, altText = name }: NonNullable<Cell["image"]>) {
  const words = [name, id, height, width, altText].map((word) => JSON.stringify(word));
  return { formula: `=SYS_CELLIMAGE(${words.join(",")})`, image: { id, width, height, altText } };
}
