import { defineRoute } from "@/lib/actions/define-route";

export const GET = defineRoute({
  need: "audit:read",
  run: ({ params, services }) => services.access.decision(params.requestId ?? ""),
});
