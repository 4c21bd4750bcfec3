import { paginate } from "../../../http/paging";
import { json } from "../../../http/reply";
import { renderColumn } from "../../../render/column";
import { type Handler, openSheet } from "../../call";
import { readView } from "../view";
import { openColumn } from "./open";

export const listColumns: Handler = (call) => {
  const { sheet } = openSheet(call);
  const view = readView(call, sheet);
  const page = paginate(view.columns, call);
  call.released = { columns: page.data.length, rows: 0 };
  return json({ ...page, data: page.data.map((column) => renderColumn(sheet, column, view)) });
};

export const getColumn: Handler = (call) => {
  const { sheet } = openSheet(call);
  const column = openColumn(call, sheet);
  call.released = { columns: 1, rows: 0 };
  return json(renderColumn(sheet, column, readView(call, sheet)));
};
