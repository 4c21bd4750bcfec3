import type { SheetMeta } from "@/lib/columnar/source-sheet";
import { FormatsWriter, writeTable } from "@/lib/columnar/write-table";
import type { ColumnId, SheetId } from "@/lib/policy/ids";
import type { SourceColumn } from "@/lib/policy/sheet";
import { createBreather } from "./breather";
import { CellSink } from "./cell-sink";
import { toSourceCell } from "./cells";
import { toSourceColumn } from "./columns";
import { type JsonDocument, rowBatches } from "./json";
import { RowList } from "./row-list";
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
 * Where a cell goes by its column id as the wire holds it, number or text: looking a number up is far cheaper than
 * turning half a million of them into text. Null for a column that was sent but not asked for.
 */
type ColumnIndex = ReadonlyMap<unknown, CellSink | null>;

function indexColumns(
  sent: readonly SourceColumn[],
  kept: readonly SourceColumn[],
  sinks: readonly CellSink[],
): ColumnIndex {
  const index = new Map<unknown, CellSink | null>();
  for (const column of sent) {
    const sink = sinks[kept.indexOf(column)] ?? null;
    index.set(column.id, sink);
    if (Number.isSafeInteger(Number(column.id))) index.set(Number(column.id), sink);
  }
  return index;
}

function parseRow(raw: unknown, columns: ColumnIndex, rows: RowList): void {
  const row = fieldsOf(raw, "row");
  const { rowNumber, parentId } = row;
  if (
    typeof rowNumber !== "number" ||
    !Number.isSafeInteger(rowNumber) ||
    rowNumber < 1 ||
    rowNumber > MOST
  ) {
    throw new SheetShapeError("row number");
  }
  const wireCells = listOf(row.cells ?? [], "cells");
  const place = rows.add(
    idOf(row.id, "row id"),
    rowNumber,
    parentId == null ? null : idOf(parentId, "parent id"),
  );
  for (let i = 0; i < wireCells.length; i++) {
    const wire = fieldsOf(wireCells[i], "cell");
    const sink = columns.get(wire.columnId);
    if (sink === undefined) throw new SheetShapeError("cell's column");
    if (sink !== null && place !== null) sink.put(place, toSourceCell(wire));
  }
}

/** Row numbers are kept in 32 bits. */
const MOST = 2 ** 31;

/**
 * A "Get Sheet" body as a table, whole or not at all: throws `SheetShapeError` at the first fault of structure (F06).
 * Columns that were not asked for are dropped although they came: an empty list reads as "all" upstream.
 * A row sent twice is taken once (F08). Fewer rows than `totalRowCount` is half a sheet and refused; more is a row added
 * while the answer was written and taken. O(cells); pauses now and then so that other requests get their turn.
 */
export async function parseSheet(
  document: JsonDocument,
  wanted: { sheetId: SheetId; columnIds?: readonly ColumnId[] },
  fetchedAt: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = fieldsOf(document.root, "body");
  const { name, version, modifiedAt, totalRowCount } = sheet;
  if (idOf(sheet.id, "id") !== wanted.sheetId) throw new SheetShapeError("id");
  if (typeof name !== "string") throw new SheetShapeError("name");
  if (typeof version !== "number" || !Number.isSafeInteger(version)) throw new SheetShapeError("version");

  const sent = parseColumns(sheet.columns);
  const columns = sent.filter(({ id }) => wanted.columnIds?.includes(id) ?? true);
  const formats = new FormatsWriter();
  const sinks = columns.map(() => new CellSink(formats));
  const index = indexColumns(sent, columns, sinks);
  const rows = new RowList();
  const breathe = createBreather();
  for await (const batch of rowBatches(document)) {
    for (const entry of listOf(batch, "rows")) {
      parseRow(entry, index, rows);
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  }
  if (typeof totalRowCount === "number" && rows.count < totalRowCount) throw new SheetShapeError("row count");
  const laid = rows.inOrder();
  if (laid === null) throw new SheetShapeError("row order");

  const meta: SheetMeta = { id: wanted.sheetId, name, version, fetchedAt, columns };
  if (typeof modifiedAt === "string") meta.modifiedAt = modifiedAt;
  const written = sinks.map((sink) => sink.column(laid.order));
  return writeTable({ meta, ...laid.rows, columns: written, formats });
}
