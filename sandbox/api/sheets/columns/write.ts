import { type Body, badAttribute, missingAttribute, readObject, readObjects } from "../../../http/attributes";
import { ApiError } from "../../../http/errors";
import { success } from "../../../http/success";
import { renderColumn } from "../../../render/column";
import type { ColumnSeed } from "../../../scenarios/types";
import type { Sheet } from "../../../store/sheet";
import type { Column } from "../../../store/types";
import { type Call, type Handler, openSheetFor } from "../../call";
import { readView } from "../view";
import { writing } from "../writing";
import { changeColumn } from "./change";
import { readNewColumn } from "./definition";
import { fillColumn } from "./fill";
import { commitColumns, openColumn } from "./open";
import {
  isProjectColumn,
  requireDistinct,
  requireOthersVisible,
  requireSound,
  requireUnwatched,
} from "./rules";

/** One column or several beside each other, all with the same index. */
export const addColumns: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  return writing(call, sheet, async () => {
    const { items, isList } = await readObjects(call.request);
    const index = sharedIndex(items);
    const seeds = items.map(readSeed);
    requireDistinct(seeds, sheet.columns);
    // Looked at first: rows not built yet would not know which columns are new.
    void sheet.rows;
    const columns = seeds.map((seed, place) =>
      sheet.addColumn(seed, Math.min(index + place, sheet.columns.length)),
    );
    for (const column of columns) fillColumn(sheet, column);
    commitColumns(call, sheet, columns, "created");
    const wire = rendered(call, sheet, columns);
    return success({ result: isList ? wire : wire[0] });
  });
};

function readSeed(body: Body): ColumnSeed {
  if (body.primary === true) throw new ApiError(400, 1055, "One and only one column must be primary.");
  const seed = readNewColumn(body);
  requireSound(seed);
  return seed;
}

/** Errors: 400/1012 without an index, 1135 where the columns disagree. */
function sharedIndex(items: Body[]): number {
  const [first, ...others] = items.map(({ index }) => {
    if (index === undefined || index === null) throw missingAttribute("column.index");
    if (typeof index !== "number" || !Number.isInteger(index) || index < 0)
      throw badAttribute(index, "index");
    return index;
  });
  const other = others.find((index) => index !== first);
  if (other !== undefined)
    throw new ApiError(
      400,
      1135,
      `Input column index ${other} is different from the first input column index ${first}.`,
    );
  return first ?? 0;
}

export const updateColumn: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  const column = openColumn(call, sheet);
  return writing(call, sheet, async () => {
    changeColumn(call, sheet, column, await readObject(call.request));
    commitColumns(call, sheet, [column], "updated");
    return success({ result: rendered(call, sheet, [column])[0] });
  });
};

/** Errors: 400/1065 for the primary column, 1098 for one a project needs, 1087 and 1260 as in `rules.ts`. */
export const deleteColumn: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  const column = openColumn(call, sheet);
  return writing(call, sheet, () => {
    if (column === sheet.primary) throw new ApiError(400, 1065, "The column specified cannot be deleted.");
    if (isProjectColumn(sheet, column))
      throw new ApiError(
        400,
        1098,
        "To delete this column you must first disable Dependencies for this sheet.",
      );
    requireUnwatched(sheet, column);
    requireOthersVisible(sheet, column);
    removeColumn(sheet, column);
    commitColumns(call, sheet, [column], "deleted");
    return success();
  });
};

function removeColumn(sheet: Sheet, column: Column): void {
  for (const row of sheet.rows) {
    row.cells.delete(column.id);
    sheet.forgetCell(row.id, column.id);
  }
  sheet.columns = sheet.columns.filter((other) => other !== column);
  for (const filter of sheet.filters)
    filter.criteria = filter.criteria.filter(({ columnId }) => columnId !== column.id);
}

/** Answers to writes name the true type of the MULTI_ columns, whatever level was asked for. */
function rendered(call: Call, sheet: Sheet, columns: Column[]) {
  const view = { ...readView(call, sheet), level: 2 };
  return columns.map((column) => renderColumn(sheet, column, view));
}
