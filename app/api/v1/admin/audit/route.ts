import { defineRoute } from "@/lib/actions/define-route";
import { auditQuery } from "@/lib/audit/query";
import { ok } from "@/lib/result";

export const GET = defineRoute({
  need: "audit:read",
  query: auditQuery,
  run: async ({ input: { filter, limit }, services }) => {
    const events = await services.audit.list(filter, limit);
    const last = events.at(-1);
    const next = events.length === limit && last && last.seq > 1 ? last.seq : null;
    return ok({ events, next });
  },
});
