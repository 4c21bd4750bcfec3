import { notFound } from "../../../http/errors";
import { paginate } from "../../../http/paging";
import { json } from "../../../http/reply";
import { valueRenderer } from "../../../render/cell";
import { miniUser } from "../../../render/person";
import { type Handler, idParam, openSheet, when } from "../../call";
import { mustFindRow } from "../rows/find";
import { readView } from "../view";

/** All states of a cell, the present one first. */
export const getCellHistory: Handler = (call) => {
  const { sheet } = openSheet(call);
  const row = mustFindRow(sheet, idParam(call, "rowId"));
  const column = sheet.column(idParam(call, "columnId"));
  if (!column) throw notFound();
  const view = readView(call, sheet);
  const render = valueRenderer(view, (rowNumber) => sheet.rows[rowNumber - 1]?.id);
  const page = paginate(sheet.cellHistory(row, column).toReversed(), call);
  call.released = { columns: 1, rows: 1 };
  const data = page.data.map(({ cell, at, by }) => ({
    columnId: column.id,
    ...render(cell, column),
    modifiedAt: when(call, at),
    modifiedBy: miniUser(by),
  }));
  return json({ ...page, data });
};
