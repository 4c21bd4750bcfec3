import type { Sheet } from "../store/sheet";
import { atLeast } from "../store/store";
import type { Column } from "../store/types";
import { inCapitals } from "./symbols";
import type { View } from "./view";

/** Below the level that knows them, the two MULTI_ types pose as text; `version` tells what they are. */
export function columnType(column: Pick<Column, "type">, level: number): string {
  if (column.type === "MULTI_CONTACT_LIST" && level < 1) return "TEXT_NUMBER";
  if (column.type === "MULTI_PICKLIST" && level < 2) return "TEXT_NUMBER";
  return column.type;
}

export function columnVersion({ type }: Pick<Column, "type">): number {
  if (type === "MULTI_CONTACT_LIST") return 1;
  return type === "MULTI_PICKLIST" ? 2 : 0;
}

export function renderColumn(
  sheet: Sheet,
  column: Column,
  view: Pick<View, "call" | "include" | "level" | "access">,
) {
  const { id, title, width = 150, symbol, options, description, tags, formula, systemColumnType } = column;
  return {
    id,
    version: columnVersion(column),
    index: sheet.columns.indexOf(column),
    title,
    type: columnType(column, view.level),
    ...(column === sheet.primary ? { primary: true } : {}),
    ...(options ? { options: inCapitals(view.call, column) ? options.map(upper) : options } : {}),
    ...(column.contactOptions ? { contactOptions: column.contactOptions } : {}),
    validation: column.validation ?? false,
    width,
    ...(symbol ? { symbol } : {}),
    ...(systemColumnType ? { systemColumnType } : {}),
    ...(column.autoNumberFormat ? { autoNumberFormat: column.autoNumberFormat } : {}),
    ...(description ? { description } : {}),
    ...(formula ? { formula } : {}),
    ...(tags ? { tags } : {}),
    ...(column.hidden ? { hidden: true } : {}),
    ...(column.locked ? { locked: true, lockedForUser: !atLeast(view.access, "ADMIN") } : {}),
    ...(view.include.has("format") && column.format ? { format: column.format } : {}),
  };
}

const upper = (word: string) => word.toUpperCase();
