import { defineRoute } from "@/lib/actions/define-route";
import { ok } from "@/lib/result";
import { openSheet } from "@/lib/sheets/open-sheet";
import { pageQuery } from "@/lib/sheets/page-query";
import { toSheetAnswer } from "@/lib/sheets/to-answer";

export const GET = defineRoute({
  need: "viewer",
  query: pageQuery,
  run: async ({ input, params, viewer, services, context }) => {
    const read = await openSheet(services, viewer, params.sheetId ?? "", "read", context, { window: input });
    return read.ok ? ok(toSheetAnswer(read.value)) : read;
  },
});
