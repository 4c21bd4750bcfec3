import { defineRoute } from "@/lib/actions/define-route";
import { ok } from "@/lib/result";

export const GET = defineRoute({
  need: "viewer",
  run: async ({ viewer, services, context }) => {
    const { requestId, network } = context;
    const list = await services.sheetList.list(viewer, { requestId, network });
    return list.ok ? ok({ sheets: list.value.sheets }) : list;
  },
});
