import { defineRoute } from "@/lib/actions/define-route";
import { appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId, type UserId } from "@/lib/policy/ids";
import { fail, ok } from "@/lib/result";
import { pageQuery } from "@/lib/sheets/page-query";
import { toSheetAnswer } from "@/lib/sheets/to-answer";

/** A sheet as rules show it to somebody, in the form of `GET /sheets/{id}`. */
export const GET = defineRoute({
  need: "access:view_as",
  query: pageQuery,
  run: async ({ input, params, viewer, services, context }) => {
    const { userId = "", sheetId = "" } = params;
    if (!isSmartsheetId(sheetId)) return fail(appError("not_found"));
    const read = await services.access.readAs(userId as UserId, sheetId as SheetId, viewer, context, input);
    return read.ok ? ok(toSheetAnswer(read.value)) : read;
  },
});
