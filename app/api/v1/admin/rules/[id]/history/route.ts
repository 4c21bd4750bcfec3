import { defineRoute } from "@/lib/actions/define-route";
import { ok } from "@/lib/result";

export const GET = defineRoute({
  need: "rule:list",
  run: async ({ params, services }) => {
    const history = await services.rules.history(params.id ?? "");
    return history.ok ? ok({ versions: history.value }) : history;
  },
});
