import { defineRoute } from "@/lib/actions/define-route";
import { type AppError, appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId, type UserId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { toTable } from "@/lib/sheets/table-answer";
import { packTable, respondTable, type TableAnswer } from "@/lib/sheets/table-body";
import { tableQuery, WHOLE } from "@/lib/sheets/table-query";
import { toSheetHead } from "@/lib/sheets/to-answer";

/** A sheet as rules show it to somebody, as one table. */
export const GET = defineRoute({
  need: "access:view_as",
  query: tableQuery,
  run: async ({
    input,
    params,
    viewer,
    services,
    context,
    request,
  }): Promise<Result<TableAnswer, AppError>> => {
    const { userId = "", sheetId = "" } = params;
    if (!isSmartsheetId(sheetId)) return fail(appError("not_found"));
    const read = await services.access.readAs(userId as UserId, sheetId as SheetId, viewer, context, WHOLE);
    if (!read.ok) return read;
    const { tag, sheet } = read.value;
    const head = toSheetHead(read.value);
    if (tag === input.tag)
      return ok({ unchanged: true, tag, fetchedAt: sheet.fetchedAt, access: head.access });
    const table = toTable(sheet, { tag, ...head });
    return ok(await packTable(table, request.headers.get("accept-encoding")));
  },
  respond: respondTable,
});
