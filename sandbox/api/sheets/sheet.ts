import { ApiError, badValue, notFound } from "../../http/errors";
import { list, moment, paginate, wholeNumber } from "../../http/paging";
import { json, type Reply } from "../../http/reply";
import { renderColumn, rowRenderer, type View } from "../../render/sheet";
import type { AccessLevel } from "../../scenarios/types";
import { parseId } from "../../store/ids";
import type { Sheet } from "../../store/sheet";
import type { Column, Id, Row } from "../../store/types";
import { type Call, type Handler, idParam, openSheet, permalink, shownLevel, when } from "../call";
import { keepAnswer } from "./kept-answers";

export const getSheet: Handler = (call) => {
  const { sheet, level } = openSheet(call);
  requireJson(call);
  const since = ifVersionAfter(call);
  if (since !== null && sheet.version <= since) return json({ version: sheet.version });
  return keepAnswer(call, sheet, level, () => wholeSheet(call, sheet, level));
};

function wholeSheet(call: Call, sheet: Sheet, level: AccessLevel): Reply {
  const view = readView(call, sheet);
  const rows = pageRows(call, chooseRows(call, sheet));
  const render = rowRenderer(sheet, view);
  call.released = { columns: view.columns.length, rows: rows.length };
  return json({
    id: sheet.id,
    name: sheet.name,
    version: sheet.version,
    totalRowCount: sheet.rows.length,
    accessLevel: shownLevel(call, level),
    effectiveAttachmentOptions: ["FILE", "LINK"],
    ganttEnabled: sheet.dependencies,
    dependenciesEnabled: sheet.dependencies,
    resourceManagementEnabled: false,
    resourceManagementType: "NONE",
    cellImageUploadEnabled: true,
    isMultiPicklistEnabled: true,
    hasSummaryFields: false,
    readOnly: false,
    favorite: false,
    userSettings: { criticalPathEnabled: false, displaySummaryTasks: true },
    userPermissions: { summaryPermissions: level === "VIEWER" ? "READ_ONLY" : "READ_WRITE" },
    permalink: permalink(sheet),
    createdAt: when(call, sheet.createdAt),
    modifiedAt: when(call, sheet.modifiedAt),
    ...(view.include.has("ownerInfo") ? { owner: sheet.owner.email, ownerId: sheet.owner.id } : {}),
    columns: view.columns.map((column) => renderColumn(sheet, column, view)),
    rows: rows.map(render),
  });
}

export const getVersion: Handler = (call) => json({ version: openSheet(call).sheet.version });

export const listColumns: Handler = (call) => {
  const { sheet } = openSheet(call);
  const view = readView(call, sheet);
  const page = paginate(sheet.columns, call.query);
  call.released = { columns: page.data.length, rows: 0 };
  return json({ ...page, data: page.data.map((column) => renderColumn(sheet, column, view)) });
};

export const getColumn: Handler = (call) => {
  const { sheet } = openSheet(call);
  const column = sheet.column(idParam(call, "columnId"));
  if (!column) throw notFound();
  call.released = { columns: 1, rows: 0 };
  return json(renderColumn(sheet, column, readView(call, sheet)));
};

export const getRow: Handler = (call) => {
  const { sheet, level } = openSheet(call);
  const id = idParam(call, "rowId");
  const row = sheet.rows.find((candidate) => candidate.id === id);
  if (!row) throw notFound();
  const view = readView(call, sheet);
  call.released = { columns: view.columns.length, rows: 1 };
  const columns = view.columns.map((column) => renderColumn(sheet, column, view));
  return json({
    ...rowRenderer(sheet, view)(row),
    sheetId: sheet.id,
    version: sheet.version,
    accessLevel: shownLevel(call, level),
    ...(view.include.has("columns") ? { columns } : {}),
  });
};

export function readView(call: Call, sheet: Sheet): View {
  const level = call.query.get("level") ?? "0";
  if (!/^[0-9]$/.test(level)) throw badValue(level, "level");
  return {
    include: new Set(list(call.query, "include") ?? []),
    exclude: new Set(list(call.query, "exclude") ?? []),
    level: Number(level),
    columns: chooseColumns(call, sheet),
    when: (at) => when(call, at),
    permalink: permalink(sheet),
  };
}

/** An empty list means all columns, as for any parameter left empty: callers must not send one by mistake. */
function chooseColumns(call: Call, sheet: Sheet): Column[] {
  const wanted = idList(call, "columnIds");
  return wanted ? sheet.columns.filter((column) => wanted.has(column.id)) : sheet.columns;
}

function chooseRows(call: Call, sheet: Sheet): Row[] {
  const ids = idList(call, "rowIds");
  const numbers = list(call.query, "rowNumbers")?.map(Number);
  const since = moment(call.query, "rowsModifiedSince");
  if (!ids && !numbers && since === null) return sheet.rows;
  return sheet.rows.filter((row, index) => {
    if (since !== null && row.modifiedAt < since) return false;
    if (!ids && !numbers) return true;
    return (ids?.has(row.id) ?? false) || (numbers?.includes(index + 1) ?? false);
  });
}

/** Rows are paged only when asked for; with neither parameter, all come. */
function pageRows(call: Call, rows: Row[]): Row[] {
  const isPaged = wholeNumber(call.query, "page") !== null || wholeNumber(call.query, "pageSize") !== null;
  return isPaged ? paginate(rows, call.query).data : rows;
}

function idList(call: Call, name: string): Set<Id> | null {
  const texts = list(call.query, name);
  if (!texts) return null;
  return new Set(
    texts.map((text) => {
      const id = parseId(text);
      if (id === null) throw badValue(text, name);
      return id;
    }),
  );
}

function ifVersionAfter(call: Call): number | null {
  const text = call.query.get("ifVersionAfter");
  if (text === null || text === "") return null;
  const version = Number(text);
  if (!Number.isSafeInteger(version)) throw badValue(text, "ifVersionAfter");
  return version;
}

function requireJson(call: Call): void {
  const accept = call.request.headers.accept ?? "*/*";
  if (!/application\/json|application\/\*|\*\/\*/.test(accept))
    throw new ApiError(406, 1052, "Invalid Accept header. Media type not supported.");
}
