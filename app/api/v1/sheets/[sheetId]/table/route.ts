import { defineRoute } from "@/lib/actions/define-route";
import { type AppError, appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { openSheet, readRequestOf } from "@/lib/sheets/open-sheet";
import { toTable } from "@/lib/sheets/table-answer";
import { packTable, respondTable, type TableAnswer } from "@/lib/sheets/table-body";
import { tableQuery, WHOLE } from "@/lib/sheets/table-query";
import { accessOf, toSheetHead } from "@/lib/sheets/to-answer";

/** The whole sheet as one table, or the short word that what the page holds is still true. */
export const GET = defineRoute({
  need: "viewer",
  query: tableQuery,
  run: async ({
    input,
    params,
    viewer,
    services,
    context,
    request,
  }): Promise<Result<TableAnswer, AppError>> => {
    const { sheetId = "" } = params;
    if (!isSmartsheetId(sheetId)) return fail(appError("not_found"));
    if (input.tag !== undefined) {
      const look = await services.lookAtSheet(
        readRequestOf(viewer, sheetId as SheetId, "read", context, { window: WHOLE }),
      );
      if (!look.ok) return look;
      const { tag, fetchedAt, decision } = look.value;
      if (tag === input.tag) return ok({ unchanged: true, tag, fetchedAt, access: accessOf(decision) });
    }
    const read = await openSheet(services, viewer, sheetId, "read", context, { window: WHOLE });
    if (!read.ok) return read;
    const table = toTable(read.value.sheet, { tag: read.value.tag, ...toSheetHead(read.value) });
    return ok(await packTable(table, request.headers.get("accept-encoding")));
  },
  respond: respondTable,
});
