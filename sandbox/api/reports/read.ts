import { badValue } from "../../http/errors";
import { list, pageOf, wholeNumber } from "../../http/paging";
import { json } from "../../http/reply";
import { renderColumn } from "../../render/column";
import type { View } from "../../render/view";
import type { Sheet } from "../../store/sheet";
import type { Store } from "../../store/store";
import { workspaceOf } from "../../store/tree";
import type { Report } from "../../store/types";
import { type Call, type Handler, shownLevel } from "../call";
import { wantedType } from "../sheets/media-type";
import { open } from "../tree/open";
import { seenIn } from "../tree/place";
import { containerHead, dates, levelFor, nodeHead, sourceOf } from "../tree/render";
import { renderReportColumn } from "./columns";
import { reportFile } from "./file";
import { renderReportRows } from "./render-rows";
import { type ReportRow, rowsOf, sourcesOf } from "./rows";

const MOST_A_PAGE = 10_000;

/** Rows come 100 a page. Whoever the report is shared with sees them, whether or not the sheets are shared with them. */
export const getReport: Handler = (call) => {
  const { node: report, level } = open(call, "report");
  const { store, clock } = call.sandbox;
  const type = wantedType(call);
  const view = readView(call);
  const rows = rowsOf(store, report, call.person, clock());
  if (type !== "application/json") return reportFile(call, report, rows, type);
  const pageSize = Math.min(wholeNumber(call.query, "pageSize") ?? 100, MOST_A_PAGE);
  const { pageNumber, data } = pageOf(rows, pageSize, call);
  call.released = { columns: report.definition.columns.length, rows: data.length };
  const looks = { level: view.level, withFormat: view.include.has("format") };
  return json({
    ...nodeHead(report),
    totalRowCount: rows.length,
    accessLevel: shownLevel(call, level),
    effectiveAttachmentOptions: ["FILE", "LINK"],
    ganttEnabled: false,
    dependenciesEnabled: false,
    cellImageUploadEnabled: true,
    isMultiPicklistEnabled: true,
    isSummaryReport: report.definition.isSummaryReport,
    ...dates(call, report),
    ...workspaceAround(call, report),
    ...(view.include.has("source") ? sourceOf(report) : {}),
    ...(view.include.has("scope") ? { scope: scopeOf(call, report) } : {}),
    ...(view.include.has("sourceSheets") ? { sourceSheets: sheetsBehind(call, data, view) } : {}),
    columns: report.definition.columns.map((column) => renderReportColumn(store, report, column, looks)),
    rows: renderReportRows(view, report, data, (pageNumber - 1) * pageSize),
  });
};

export type ReportView = Pick<View, "call" | "include" | "exclude" | "level">;

export function readView(call: Call): ReportView {
  return {
    call,
    include: new Set(list(call.query, "include") ?? []),
    exclude: new Set(list(call.query, "exclude") ?? []),
    level: readLevel(call),
  };
}

/** 0 to 3 in a report: 1 knows multi-contacts, 3 multi-picklists too. Answers the level a sheet would call the same. */
export function readLevel(call: Call): number {
  const text = call.query.get("level") || "0";
  if (!/^[0-3]$/.test(text)) throw badValue(text, "level");
  return [0, 1, 1, 2][Number(text)] ?? 0;
}

function workspaceAround(call: Call, report: Report) {
  const workspace = workspaceOf(seenIn(call.sandbox.store, call.person, report));
  return workspace ? { workspace: containerHead(call, workspace) } : {};
}

/** Of the sources only those the caller may see, and of sheets the id alone. */
function scopeOf(call: Call, report: Report) {
  const { store } = call.sandbox;
  const workspaces = report.definition.workspaceIds.map((id) => store.workspace(id));
  const named = sourcesOf(store, report).filter(({ id }) => report.definition.sheetIds.includes(id));
  return {
    sheets: named.filter((sheet) => mayRead(call, store, sheet)).map(({ id }) => ({ id })),
    workspaces: workspaces
      .filter((workspace) => workspace !== undefined && store.accessLevel(call.person, workspace) !== null)
      .map((workspace) => workspace && containerHead(call, workspace)),
  };
}

/** The sheets of the rows sent. Of one that is not shared with the caller no more than rows tell anyway. */
function sheetsBehind(call: Call, rows: ReportRow[], view: ReportView) {
  const { store } = call.sandbox;
  return [...new Set(rows.map(({ sheet }) => sheet))].map((sheet) => {
    if (!mayRead(call, store, sheet)) return { id: sheet.id, name: sheet.name };
    const access = store.accessLevel(call.person, sheet) ?? "VIEWER";
    return {
      ...nodeHead(sheet),
      accessLevel: levelFor(call, sheet),
      ...dates(call, sheet),
      version: sheet.version,
      totalRowCount: sheet.rows.length,
      columns: sheet.columns.map((column) => renderColumn(sheet, column, { ...view, access })),
    };
  });
}

function mayRead(call: Call, store: Store, sheet: Sheet): boolean {
  return store.accessLevel(call.person, sheet) !== null;
}
