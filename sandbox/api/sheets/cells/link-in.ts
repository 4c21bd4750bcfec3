import { idIn, missingAttribute } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, notFound, unparsable } from "../../../http/errors";
import { cellAt } from "../../../store/cell-links";
import { following } from "../../../store/following";
import type { Sheet } from "../../../store/sheet";
import type { Cell, Column } from "../../../store/types";
import type { Call } from "../../call";

/**
 * A cell that takes its value from a cell elsewhere. Errors: 400/1116 for a cell of the same sheet, 1036 for an unknown
 * column there, 404/1006 for a sheet or row the person cannot open.
 */
export function readLinkIn(call: Call, sheet: Sheet, column: Column, wire: unknown): Cell {
  if (!isRecord(wire)) throw unparsable("linkInFromCell must be an object");
  const need = (name: "sheetId" | "rowId" | "columnId") => {
    const id = idIn(wire, name);
    if (id === undefined) throw missingAttribute(`cell.linkInFromCell.${name}`);
    return id;
  };
  const linkIn = { sheetId: need("sheetId"), rowId: need("rowId"), columnId: need("columnId") };
  if (linkIn.sheetId === sheet.id) throw new ApiError(400, 1116, "You cannot link a cell to its own sheet.");
  const { store } = call.sandbox;
  const source = store.sheet(linkIn.sheetId);
  if (!source || store.accessLevel(call.person, source) === null || !source.row(linkIn.rowId))
    throw notFound();
  if (!source.column(linkIn.columnId))
    throw new ApiError(400, 1036, `The columnId ${linkIn.columnId} is invalid.`);
  return following({ linkIn }, cellAt(store, linkIn), column);
}
