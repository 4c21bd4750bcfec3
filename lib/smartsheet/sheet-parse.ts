import type { ColumnId, RowId, SheetId } from "@/lib/policy/ids";
import type { SourceCell, SourceColumn, SourceRow, SourceSheet } from "@/lib/policy/sheet";
import { createBreather } from "./breather";
import { toSourceCell } from "./cells";
import { toSourceColumn } from "./columns";
import { type JsonDocument, rowBatches } from "./json";
import { wireColumn } from "./wire";
import { idText } from "./wire-ids";

type Fields = Readonly<Record<string, unknown>>;

/** The answer has not the shape of a sheet. `where` names a field of the API, never a value. */
export class SheetShapeError extends Error {
  constructor(readonly where: string) {
    super(`The sheet's ${where} cannot be read.`);
  }
}

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SheetShapeError(where);
  return value as Fields;
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new SheetShapeError(where);
  return value;
}

function idOf(value: unknown, where: string): string {
  const id = idText(value);
  if (id === null) throw new SheetShapeError(where);
  return id;
}

function parseColumns(raw: unknown): SourceColumn[] {
  const columns = listOf(raw, "columns").map((entry) => {
    const parsed = wireColumn.safeParse(entry);
    if (!parsed.success) throw new SheetShapeError("column");
    return toSourceColumn(parsed.data);
  });
  if (new Set(columns.map((column) => column.id)).size !== columns.length) {
    throw new SheetShapeError("column ids");
  }
  return columns.sort((a, b) => a.index - b.index);
}

/**
 * Column ids as the wire holds them, number or text, to their text: looking a number up is far cheaper than turning
 * half a million of them into text. Null for a column that was sent but not asked for.
 */
type ColumnIndex = ReadonlyMap<unknown, ColumnId | null>;

function indexColumns(sent: readonly SourceColumn[], kept: readonly SourceColumn[]): ColumnIndex {
  const index = new Map<unknown, ColumnId | null>();
  for (const column of sent) {
    const id = kept.includes(column) ? column.id : null;
    index.set(column.id, id);
    if (Number.isSafeInteger(Number(column.id))) index.set(Number(column.id), id);
  }
  return index;
}

function parseRow(raw: unknown, columns: ColumnIndex): SourceRow {
  const row = fieldsOf(raw, "row");
  const { rowNumber, parentId } = row;
  if (typeof rowNumber !== "number" || !Number.isSafeInteger(rowNumber) || rowNumber < 1) {
    throw new SheetShapeError("row number");
  }
  // A plain object: column ids are digits, so no key can meet the prototype, and V8 shares one shape among all rows.
  const cells: Record<string, SourceCell> = {};
  const wireCells = listOf(row.cells ?? [], "cells");
  for (let i = 0; i < wireCells.length; i++) {
    const wire = fieldsOf(wireCells[i], "cell");
    const columnId = columns.get(wire.columnId);
    if (columnId === undefined) throw new SheetShapeError("cell's column");
    if (columnId === null) continue;
    const cell = toSourceCell(wire);
    if (cell !== null) cells[columnId] = cell;
  }
  return {
    id: idOf(row.id, "row id") as RowId,
    rowNumber,
    parentId: parentId == null ? null : (idOf(parentId, "parent id") as RowId),
    cells,
  };
}

function requireParentsFirst(rows: readonly SourceRow[]): void {
  const seen = new Set<RowId>();
  for (const row of rows) {
    if (row.parentId !== null && !seen.has(row.parentId)) throw new SheetShapeError("row order");
    seen.add(row.id);
  }
}

/**
 * A "Get Sheet" body as a sheet, whole or not at all: throws `SheetShapeError` at the first fault of structure (F06).
 * Columns that were not asked for are dropped although they came: an empty list reads as "all" upstream.
 * A row sent twice is taken once (F08). Fewer rows than `totalRowCount` is half a sheet and refused; more is a row added
 * while the answer was written and taken. O(cells); pauses now and then so that other requests get their turn.
 */
export async function parseSheet(
  document: JsonDocument,
  wanted: { sheetId: SheetId; columnIds?: readonly ColumnId[] },
  fetchedAt: string,
): Promise<SourceSheet> {
  const sheet = fieldsOf(document.root, "body");
  const { name, version, modifiedAt, totalRowCount } = sheet;
  if (idOf(sheet.id, "id") !== wanted.sheetId) throw new SheetShapeError("id");
  if (typeof name !== "string") throw new SheetShapeError("name");
  if (typeof version !== "number" || !Number.isSafeInteger(version)) throw new SheetShapeError("version");

  const sent = parseColumns(sheet.columns);
  const columns = sent.filter(({ id }) => wanted.columnIds?.includes(id) ?? true);
  const index = indexColumns(sent, columns);
  const byId = new Map<RowId, SourceRow>();
  const breathe = createBreather();
  let isInOrder = true;
  let before = 0;
  for await (const batch of rowBatches(document)) {
    for (const entry of listOf(batch, "rows")) {
      const row = parseRow(entry, index);
      if (byId.has(row.id)) continue;
      byId.set(row.id, row);
      if (row.rowNumber < before) isInOrder = false;
      before = row.rowNumber;
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  }
  const rows = [...byId.values()];
  if (typeof totalRowCount === "number" && rows.length < totalRowCount)
    throw new SheetShapeError("row count");
  if (!isInOrder) rows.sort((a, b) => a.rowNumber - b.rowNumber);
  requireParentsFirst(rows);

  const whole: SourceSheet = { id: wanted.sheetId, name, version, fetchedAt, columns, rows };
  if (typeof modifiedAt === "string") whole.modifiedAt = modifiedAt;
  return whole;
}
