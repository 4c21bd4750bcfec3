import { contentOf } from "@/lib/columnar/form";
import { readTable, type Table } from "@/lib/columnar/read-table";
import { ColumnWriter, FormatsWriter, writeTable } from "@/lib/columnar/write-table";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";

/** The bytes a server would send for these rows. `meta` is what it says beside them. */
export function bytesOf(
  rows: readonly VisibleRow[],
  columns: readonly VisibleColumn[],
  meta: unknown = null,
): Uint8Array<ArrayBuffer> {
  const formats = new FormatsWriter();
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  const writers = columns.map(({ id }) => {
    const writer = new ColumnWriter(rows.length);
    const codes = new Map<string, number>();
    rows.forEach(({ cells }, place) => {
      const cell = cells[id];
      if (!cell) return;
      const content = JSON.stringify(contentOf(cell));
      const code = codes.get(content) ?? writer.add(content);
      codes.set(content, code);
      writer.codes[place] = code;
      if (cell.format) writer.setFormat(place, formats.code(cell.format, undefined));
    });
    return writer;
  });
  return writeTable({
    meta,
    ids: BigUint64Array.from(rows, ({ id }) => BigInt(id)),
    numbers: Uint32Array.from(rows, ({ rowNumber }) => rowNumber),
    parents: Uint32Array.from(rows, ({ parentId }) =>
      parentId === null ? 0 : (places.get(parentId) ?? -1) + 1,
    ),
    columns: writers,
    formats,
  });
}

export function tableOfRows(rows: readonly VisibleRow[], columns: readonly VisibleColumn[]): Table<unknown> {
  return readTable(bytesOf(rows, columns));
}
