import { rowRenderer } from "../../render/row";
import type { Sheet } from "../../store/sheet";
import type { Report } from "../../store/types";
import { shownLevel } from "../call";
import type { ReportView } from "./read";
import { type ReportRow, sourceColumn } from "./rows";

type Wire = Record<string, unknown>;

/** `before`: how many rows stand on the pages before; row numbers are those of the report. */
export function renderReportRows(
  view: ReportView,
  report: Report,
  rows: ReportRow[],
  before: number,
): Wire[] {
  const renderers = new Map<Sheet, (row: ReportRow, rowNumber: number) => Wire>();
  return rows.map((one, index) => {
    const render = renderers.get(one.sheet) ?? renderer(view, report, one.sheet);
    renderers.set(one.sheet, render);
    return render(one, before + index + 1);
  });
}

function renderer(view: ReportView, report: Report, sheet: Sheet) {
  const { call } = view;
  const { columns } = report.definition;
  const sources = columns.map((column) => (column.sheetName ? undefined : sourceColumn(sheet, column)));
  const access = call.sandbox.store.accessLevel(call.person, sheet) ?? "VIEWER";
  const shown = sources.filter((column) => column !== undefined);
  const render = rowRenderer(sheet, { ...view, access, columns: shown });
  return ({ row }: ReportRow, rowNumber: number): Wire => {
    const { id, parentId: _, siblingId: __, cells, ...rest } = render(row);
    const rendered = new Map((cells as Wire[]).map((cell) => [cell.columnId, cell]));
    return {
      id,
      sheetId: sheet.id,
      ...rest,
      rowNumber,
      expanded: true,
      accessLevel: shownLevel(call, access),
      cells: columns.map(({ virtualId, sheetName }, place) => ({
        virtualColumnId: virtualId,
        ...(sheetName ? nameCell(view, sheet) : rendered.get(sources[place]?.id)),
      })),
    };
  };
}

function nameCell({ include }: ReportView, { name }: Sheet) {
  return {
    ...(include.has("columnType") ? { columnType: "TEXT_NUMBER" } : {}),
    value: name,
    displayValue: name,
    ...(include.has("objectValue") ? { objectValue: name } : {}),
  };
}
