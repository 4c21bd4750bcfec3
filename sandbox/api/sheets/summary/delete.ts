import { ApiError, notFound } from "../../../http/errors";
import { success } from "../../../http/success";
import { type Handler, openSheetFor } from "../../call";
import { idList } from "../view";
import { writing } from "../writing";
import { commitSummary } from "./shared";

export const deleteSummaryFields: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  return writing(call, sheet, () => {
    const ids = idList(call, "ids");
    if (!ids) throw new ApiError(400, 1009, "A required parameter is missing from your request: ids.");
    const gone = sheet.summary.filter(({ id }) => ids.has(id));
    if (gone.length < ids.size && call.query.get("ignoreSummaryFieldsNotFound") !== "true") throw notFound();
    sheet.summary = sheet.summary.filter((field) => !gone.includes(field));
    if (gone.length > 0) commitSummary(call, sheet);
    return success({ result: gone.map(({ id }) => id), version: sheet.version });
  });
};
