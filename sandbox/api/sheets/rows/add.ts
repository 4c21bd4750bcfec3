import type { Body } from "../../../http/attributes";
import { ApiError } from "../../../http/errors";
import type { ChangeEvent } from "../../../store/changes";
import { checkLocation, invalidLocation, placeRows } from "../../../store/placing";
import type { Sheet } from "../../../store/sheet";
import { systemCell } from "../../../store/system-cell";
import type { Row } from "../../../store/types";
import { type Call, commit, type Handler, openSheetFor } from "../../call";
import { type CellWriter, cellWriter, readCells } from "../cells/read-cell";
import { writing } from "../writing";
import { applyRowAttributes, readRowAttributes } from "./attributes";
import { readEach, readRows, rowsWritten } from "./bulk";
import { sharedLocation } from "./location";

/** New rows, at the bottom unless told otherwise. A refused request changes nothing. */
export const addRows: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  return writing(call, sheet, async () => {
    const bodies = await readRows(call);
    const location = sharedLocation(bodies.items) ?? { at: "bottom" as const };
    if (location.at === "indent" || location.at === "outdent") throw invalidLocation();
    const writer = cellWriter(call, sheet);
    const { drafts: rows, failed } = readEach(call, bodies.items, (body) => {
      checkLocation(sheet, location);
      return newRow(writer, body);
    });
    if (rows.length > 0) {
      placeRows(sheet, rows, location);
      for (const row of rows) fillSystemCells(sheet, row);
      commit(
        call,
        sheet,
        rows.flatMap((row) => birthOf(sheet, row)),
      );
    }
    return rowsWritten(call, sheet, rows, bodies, failed);
  });
};

function newRow(writer: CellWriter, body: Body): Row {
  const { call, sheet } = writer;
  requireNoLinks(body);
  const row = blankRow(call, sheet);
  for (const { column, cell } of readCells(writer, row, body.cells)) sheet.putCell(row, column, cell);
  applyRowAttributes(row, readRowAttributes(writer, body));
  return row;
}

/** A row of this person's making that is in no sheet yet. */
export function blankRow(call: Call, sheet: Sheet): Row {
  const now = call.sandbox.clock();
  return {
    id: sheet.nextRowId(),
    cells: new Map(),
    createdAt: now,
    modifiedAt: now,
    createdBy: call.person,
    modifiedBy: call.person,
  };
}

/** A cell must exist before it can be linked. */
function requireNoLinks({ cells }: Body): void {
  if (Array.isArray(cells) && cells.some((cell) => cell?.linkInFromCell))
    throw new ApiError(400, 1032, "The attribute(s) cell.linkInFromCell are not allowed for this operation.");
}

/** What Smartsheet itself writes into a new row: system values and the columns' formulas. */
export function fillSystemCells(sheet: Sheet, row: Row): void {
  for (const column of sheet.columns) {
    const system = systemCell(sheet, column, row) ?? (column.formula ? { formula: column.formula } : null);
    if (system) row.cells.set(column.id, system);
  }
}

/** The events of a row that came to be. */
export function birthOf(sheet: Sheet, row: Row): ChangeEvent[] {
  const filled = sheet.columns.filter((column) => row.cells.get(column.id)?.value !== undefined);
  return [
    { objectType: "row", eventType: "created", id: row.id },
    ...filled.map(
      ({ id }): ChangeEvent => ({
        objectType: "cell",
        eventType: "created",
        rowId: row.id,
        columnId: id,
      }),
    ),
  ];
}
