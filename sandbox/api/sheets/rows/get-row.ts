import { json } from "../../../http/reply";
import { renderColumn } from "../../../render/column";
import { rowRenderer } from "../../../render/row";
import { type Handler, idParam, openSheet, shownLevel } from "../../call";
import { hiddenRows } from "../filters";
import { readView } from "../view";
import { mustFindRow } from "./find";

export const getRow: Handler = (call) => {
  const { sheet, level } = openSheet(call);
  const row = mustFindRow(sheet, idParam(call, "rowId"));
  const view = readView(call, sheet);
  const filteredOut = hiddenRows(call, sheet, view.include);
  call.released = { columns: view.columns.length, rows: 1 };
  const columns = view.columns.map((column) => renderColumn(sheet, column, view));
  return json({
    ...rowRenderer(sheet, filteredOut ? { ...view, filteredOut } : view)(row),
    sheetId: sheet.id,
    version: sheet.version,
    accessLevel: shownLevel(call, level),
    ...(view.include.has("columns") ? { columns } : {}),
  });
};
