import type { Sheet } from "../store/sheet";
import type { Cell, Column, Id, Row } from "../store/types";
import { displayValue } from "./display";
import { objectValue } from "./object-value";

/** How much of a sheet to send; see `GET /sheets/{id}`. */
export interface View {
  include: ReadonlySet<string>;
  exclude: ReadonlySet<string>;
  level: number;
  columns: Column[];
  when: (at: number) => string | number;
  permalink: string;
}

/** Below the level that knows them, the two MULTI_ types pose as text; `version` tells what they are. */
export function columnType(column: Column, level: number): string {
  if (column.type === "MULTI_CONTACT_LIST" && level < 1) return "TEXT_NUMBER";
  if (column.type === "MULTI_PICKLIST" && level < 2) return "TEXT_NUMBER";
  return column.type;
}

export function renderColumn(sheet: Sheet, column: Column, view: Pick<View, "include" | "level">) {
  const { id, title, width = 150, symbol, options, description, tags, formula, systemColumnType } = column;
  const index = sheet.columns.indexOf(column);
  const isMulti = column.type === "MULTI_CONTACT_LIST" || column.type === "MULTI_PICKLIST";
  const version = isMulti ? (column.type === "MULTI_CONTACT_LIST" ? 1 : 2) : 0;
  return {
    id,
    version,
    index,
    title,
    type: columnType(column, view.level),
    ...(index === 0 ? { primary: true } : {}),
    ...(options ? { options } : {}),
    validation: column.validation ?? false,
    width,
    ...(symbol ? { symbol } : {}),
    ...(systemColumnType ? { systemColumnType } : {}),
    ...(column.autoNumberFormat ? { autoNumberFormat: column.autoNumberFormat } : {}),
    ...(description ? { description } : {}),
    ...(formula ? { formula } : {}),
    ...(tags ? { tags } : {}),
    ...(column.hidden ? { hidden: true } : {}),
    ...(column.locked ? { locked: true, lockedForUser: true } : {}),
    ...(view.include.has("format") && column.format ? { format: column.format } : {}),
  };
}

/** Rows in wire form. `siblingId` is the previous sibling, so the places of all rows must be known first. */
export function rowRenderer(sheet: Sheet, view: View): (row: Row) => Record<string, unknown> {
  const place = new Map<Id, { rowNumber: number; siblingId: Id | undefined }>();
  const last = new Map<Id | undefined, Id>();
  sheet.rows.forEach((row, index) => {
    place.set(row.id, { rowNumber: index + 1, siblingId: last.get(row.parentId) });
    last.set(row.parentId, row.id);
  });
  const rowAt = (rowNumber: number) => sheet.rows[rowNumber - 1]?.id;
  return (row) => {
    const { rowNumber, siblingId } = place.get(row.id) ?? { rowNumber: 0, siblingId: undefined };
    const wire: Record<string, unknown> = { id: row.id, rowNumber };
    if (row.parentId !== undefined) wire.parentId = row.parentId;
    if (siblingId !== undefined) wire.siblingId = siblingId;
    wire.expanded = row.expanded ?? true;
    if (row.locked) Object.assign(wire, { locked: true, lockedForUser: true });
    if (view.include.has("format") && row.format) wire.format = row.format;
    wire.createdAt = view.when(row.createdAt);
    wire.modifiedAt = view.when(row.modifiedAt);
    if (view.include.has("writerInfo")) {
      wire.createdBy = { name: row.createdBy.name, email: row.createdBy.email };
      wire.modifiedBy = { name: row.modifiedBy.name, email: row.modifiedBy.email };
    }
    if (view.include.has("rowPermalink")) wire.permalink = `${view.permalink}?rowId=${row.id}`;
    wire.cells = renderCells(row, view, rowAt);
    return wire;
  };
}

function renderCells(row: Row, view: View, rowAt: (rowNumber: number) => Id | undefined) {
  const cells: Record<string, unknown>[] = [];
  for (const column of view.columns) {
    const cell = row.cells.get(column.id);
    const isEmpty = cell?.value === undefined;
    const keepsFormat = view.include.has("format") && cell?.format !== undefined;
    if (isEmpty && view.exclude.has("nonexistentCells") && !keepsFormat) continue;
    cells.push(renderCell(cell ?? {}, column, view, rowAt));
  }
  return cells;
}

function renderCell(cell: Cell, column: Column, view: View, rowAt: (rowNumber: number) => Id | undefined) {
  const wire: Record<string, unknown> = { columnId: column.id };
  if (view.include.has("columnType")) wire.columnType = columnType(column, view.level);
  if (cell.value !== undefined) wire.value = cell.value;
  const display = displayValue(cell, column);
  if (display !== undefined) wire.displayValue = display;
  if (view.include.has("objectValue")) {
    const isText = columnType(column, view.level) !== column.type;
    const object = isText ? cell.value : objectValue(cell, column, rowAt);
    if (object !== undefined) wire.objectValue = object;
  }
  if (cell.formula) wire.formula = cell.formula;
  if (cell.link) wire.hyperlink = cell.link;
  if (view.include.has("format") && cell.format) wire.format = cell.format;
  return wire;
}
