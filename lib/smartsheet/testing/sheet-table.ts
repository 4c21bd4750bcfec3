import { readTable } from "@/lib/columnar/read-table";
import type { SheetMeta, SheetTable } from "@/lib/columnar/source-sheet";
import { FormatsWriter, writeTable } from "@/lib/columnar/write-table";
import type { SourceSheet } from "@/lib/policy/sheet";
import { CellSink } from "../cell-sink";
import { RowList } from "../row-list";

/** A sheet of plain rows as a table, written by the parts that write what Smartsheet sent. */
export function sheetTable(sheet: SourceSheet): SheetTable {
  const { rows: plain, ...meta } = sheet;
  const formats = new FormatsWriter();
  const sinks = sheet.columns.map(() => new CellSink(formats));
  const rows = new RowList();
  for (const row of plain) {
    const place = rows.add(row.id, row.rowNumber, row.parentId);
    if (place === null) continue;
    for (const [at, { id }] of sheet.columns.entries()) sinks[at]?.put(place, row.cells[id] ?? null);
  }
  const laid = rows.inOrder();
  if (laid === null) throw new Error("A parent stands below its child.");
  const columns = sinks.map((sink) => sink.column(laid.order));
  return readTable<SheetMeta>(writeTable({ meta, ...laid.rows, columns, formats }));
}
