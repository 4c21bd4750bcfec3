import { ApiError, notFound } from "../../../http/errors";
import { json } from "../../../http/reply";
import { removeRows, withDescendants } from "../../../store/placing";
import { atLeast } from "../../../store/store";
import { commit, type Handler, openSheet, openSheetFor } from "../../call";
import { idList } from "../view";
import { writing } from "../writing";

/** Takes rows and their children away; all of them, or none where one is unknown and that is not to be ignored. */
export const deleteRows: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  return writing(call, sheet, () => {
    const ids = idList(call, "ids");
    if (!ids) throw new ApiError(400, 1009, "A required parameter is missing from your request: ids.");
    const known = new Set([...ids].filter((id) => sheet.row(id)));
    if (known.size < ids.size && call.query.get("ignoreRowsNotFound") !== "true") throw notFound();
    const family = withDescendants(sheet, known);
    if (family.some((row) => row.locked) && !atLeast(openSheet(call).level, "ADMIN"))
      throw new ApiError(
        403,
        1092,
        "You cannot delete this row. Either it or one or more of its children are locked.",
      );
    removeRows(sheet, known);
    if (family.length > 0)
      commit(
        call,
        sheet,
        family.map(({ id }) => ({ objectType: "row", eventType: "deleted", id })),
      );
    return json({ message: "SUCCESS", resultCode: 0, result: [...known], version: sheet.version });
  });
};
