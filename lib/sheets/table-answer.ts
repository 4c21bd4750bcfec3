import "server-only";
import { type CellFormats, contentOf } from "@/lib/columnar/form";
import { type SheetTable, tableOf } from "@/lib/columnar/source-sheet";
import { ColumnWriter, FormatsWriter, writeTable } from "@/lib/columnar/write-table";
import { type AsIs, layoutOf, type VisibleLayout } from "@/lib/policy/layout";
import type { VisibleSheet } from "@/lib/policy/sheet";

/**
 * All a person sees of a sheet as one table (`lib/columnar`), with `meta` as its words. Contents of rows and columns
 * that do not show are not in it: lists of contents are made anew from the cells that show (I11). O(visible cells).
 */
export function toTable<Meta>(sheet: VisibleSheet, meta: Meta): Uint8Array<ArrayBuffer> {
  const layout = layoutOf(sheet);
  const formats = new FormatsWriter();
  const columns = sheet.columns.map((_, column) => {
    const asIs = layout.asIs(column);
    const table = asIs && tableOf(asIs.sheet);
    return table ? copyColumn(layout, asIs, table, formats) : writeColumn(layout, column, formats);
  });
  return writeTable({ meta, ...rowsOf(layout), columns, formats });
}

function rowsOf(layout: VisibleLayout) {
  const { count } = layout;
  const ids = new BigUint64Array(count);
  const numbers = new Uint32Array(count);
  const parents = new Uint32Array(count);
  const places = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    const { id, rowNumber, parentId } = layout.placeAt(row);
    ids[row] = BigInt(id);
    numbers[row] = rowNumber;
    // A parent stands before its children.
    if (parentId !== null) parents[row] = (places.get(parentId) ?? -1) + 1;
    places.set(id, row);
  }
  return { ids, numbers, parents };
}

/** From one table into another without looking into the cells: codes are renamed, contents copied once each. */
function copyColumn(
  layout: VisibleLayout,
  asIs: AsIs,
  table: SheetTable,
  formats: FormatsWriter,
): ColumnWriter {
  const from = table.column(asIs.column);
  const { codes, formatCodes } = from;
  const column = new ColumnWriter(layout.count);
  const renamed = new Uint32Array(from.contentCount + 1);
  const shown = formatCodes && shownFormats(table.formats, formats);
  for (let row = 0; row < layout.count; row++) {
    const place = asIs.placeOf(row);
    const code = codes[place] ?? 0;
    if (code === 0) continue;
    let mine = renamed[code] ?? 0;
    if (mine === 0) {
      mine = column.addBytes(from.contentBytes(code));
      renamed[code] = mine;
    }
    column.codes[row] = mine;
    const format = formatCodes?.[place] ?? 0;
    if (format === 0 || !shown) continue;
    const shows = (layout.hidesNothing(row) ? shown.laid : shown.own)[format] ?? 0;
    if (shows !== 0) column.setFormat(row, shows);
  }
  return column;
}

/** By the table's code, the code of the format a cell shows with. */
function shownFormats(list: readonly CellFormats[], formats: FormatsWriter) {
  const own = [0];
  const laid = [0];
  for (const [plain, withConditions] of list) {
    own.push(formats.code(plain ?? undefined, undefined));
    laid.push(formats.code(withConditions ?? plain ?? undefined, undefined));
  }
  return { own, laid };
}

function writeColumn(layout: VisibleLayout, place: number, formats: FormatsWriter): ColumnWriter {
  const column = new ColumnWriter(layout.count);
  const codes = new Map<string, number>();
  for (let row = 0; row < layout.count; row++) {
    const cell = layout.cellAt(row, place);
    if (cell === undefined) continue;
    const content = JSON.stringify(contentOf(cell));
    const code = codes.get(content) ?? column.add(content);
    codes.set(content, code);
    column.codes[row] = code;
    const format = formats.code(cell.format, undefined);
    if (format !== 0) column.setFormat(row, format);
  }
  return column;
}
