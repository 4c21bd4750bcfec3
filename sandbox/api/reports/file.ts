import type { Reply } from "../../http/reply";
import { sheetAsCsv, sheetAsXlsx } from "../../render/spreadsheet";
import type { Cell, Column, Id, Report, Row } from "../../store/types";
import type { Call } from "../call";
import { attachmentNamed } from "../sheets/get-sheet";
import type { MediaType } from "../sheets/media-type";
import { lookOf } from "./columns";
import { cellOf, type ReportRow } from "./rows";

/** All rows of a report as CSV or as a workbook, like a sheet with the columns of the report. */
export async function reportFile(
  call: Call,
  report: Report,
  found: ReportRow[],
  type: MediaType,
): Promise<Reply> {
  const { store } = call.sandbox;
  const { columns } = report.definition;
  const shown = columns.map((column): Column => {
    const look = lookOf(store, report, column);
    return { ...look, id: column.virtualId, title: column.title, width: column.width, hidden: column.hidden };
  });
  const rows = found.map(({ sheet, row }): Row => {
    const { parentId: _, ...flat } = row;
    const cells = new Map<Id, Cell>();
    for (const column of columns) cells.set(column.virtualId, cellOf(sheet, row, column) ?? {});
    return { ...flat, cells };
  });
  call.released = { columns: columns.length, rows: rows.length };
  const view = { call, columns: shown };
  const isCsv = type === "text/csv";
  const body = isCsv ? sheetAsCsv(view, rows) : await sheetAsXlsx({ name: report.name, rows }, view, rows);
  const headers = {
    "content-type": isCsv ? "text/csv;charset=UTF-8" : type,
    "content-disposition": attachmentNamed(`${report.name}.${isCsv ? "csv" : "xlsx"}`),
  };
  return { status: 200, headers, body };
}
