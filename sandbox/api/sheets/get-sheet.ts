import { badValue } from "../../http/errors";
import { toJson } from "../../http/json";
import { list, moment, pageOf, wholeNumber } from "../../http/paging";
import { json, type Reply } from "../../http/reply";
import { rowWriter } from "../../render/row";
import { renderSheetHead } from "../../render/sheet";
import { sheetJson } from "../../render/sheet-json";
import { sheetAsCsv, sheetAsXlsx } from "../../render/spreadsheet";
import type { View } from "../../render/view";
import type { Sheet } from "../../store/sheet";
import type { Row } from "../../store/types";
import { type Call, type Handler, openSheet } from "../call";
import { hiddenRows } from "./filters";
import { keepAnswer } from "./kept-answers";
import { type MediaType, wantedType } from "./media-type";
import { idList, readView } from "./view";

export const getSheet: Handler = (call) => {
  const { sheet } = openSheet(call);
  const type = wantedType(call);
  if (type !== "application/json") return sheetFile(call, sheet, type);
  const since = ifVersionAfter(call);
  if (since !== null && sheet.version <= since) return json({ version: sheet.version });
  return wholeSheet(call, sheet);
};

/** A sheet as the parameters of the call want it. */
export function wholeSheet(call: Call, sheet: Sheet): Reply {
  const view = readView(call, sheet);
  const filteredOut = hiddenRows(call, sheet, view.include);
  const filtered: View = filteredOut ? { ...view, filteredOut } : view;
  const leavesOut = filteredOut !== undefined && view.exclude.has("filteredOutRows");
  const shownRows = leavesOut ? sheet.rowCount - filteredOut.size : undefined;
  const head = toJson(renderSheetHead(sheet, filtered, shownRows));
  return keepAnswer(call, sheet, head, () => {
    const rows = chooseRows(call, sheet, filtered);
    call.released = { columns: view.columns.length, rows: rows.length };
    return { ...json({}), body: sheetJson(head, rows, rowWriter(sheet, filtered)) };
  });
}

async function sheetFile(call: Call, sheet: Sheet, type: MediaType): Promise<Reply> {
  const view = readView(call, sheet);
  const filteredOut = hiddenRows(call, sheet, view.include);
  const rows = chooseRows(call, sheet, filteredOut ? { ...view, filteredOut } : view);
  call.released = { columns: view.columns.length, rows: rows.length };
  const isCsv = type === "text/csv";
  const body = isCsv ? sheetAsCsv(view, rows) : await sheetAsXlsx(sheet, view, rows);
  const headers = {
    "content-type": isCsv ? "text/csv;charset=UTF-8" : type,
    "content-disposition": attachmentNamed(`${sheet.name}.${isCsv ? "csv" : "xlsx"}`),
  };
  return { status: 200, headers, body };
}

/** Names beyond ASCII go into the second form, which clients prefer. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

function chooseRows(call: Call, sheet: Sheet, view: View): Row[] {
  const ids = idList(call, "rowIds");
  const numbers = rowNumbers(call);
  const since = moment(call.query, "rowsModifiedSince");
  const leavesOut = view.exclude.has("filteredOutRows");
  const chosen = sheet.rows.filter((row, index) => {
    if (leavesOut && view.filteredOut?.has(row.id)) return false;
    if (since !== null && row.modifiedAt < since) return false;
    return (!ids && !numbers) || ids?.has(row.id) || numbers?.has(index + 1);
  });
  return pageRows(call, chosen);
}

/** Numbers the sheet does not have are passed over. */
function rowNumbers(call: Call): Set<number> | null {
  const texts = list(call.query, "rowNumbers");
  if (!texts) return null;
  return new Set(
    texts.map((text) => {
      if (!/^\d+$/.test(text)) throw badValue(text, "rowNumbers");
      return Number(text);
    }),
  );
}

/** Rows are paged only when asked for; with neither parameter, all come. */
function pageRows(call: Call, rows: Row[]): Row[] {
  const page = wholeNumber(call.query, "page");
  const pageSize = wholeNumber(call.query, "pageSize");
  if (page === null && pageSize === null) return rows;
  const most = call.sandbox.switches.is("pageSizeLimit", "10000") ? 10_000 : Number.POSITIVE_INFINITY;
  return pageOf(rows, Math.min(pageSize ?? 100, most), call).data;
}

function ifVersionAfter(call: Call): number | null {
  const text = call.query.get("ifVersionAfter");
  if (text === null || text === "") return null;
  const version = Number(text);
  if (!Number.isSafeInteger(version)) throw badValue(text, "ifVersionAfter");
  return version;
}
