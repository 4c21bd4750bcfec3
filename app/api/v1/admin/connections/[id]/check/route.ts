import { defineRoute } from "@/lib/actions/define-route";

export const POST = defineRoute({
  need: "connection:check",
  run: ({ params, services, context }) => services.connections.check(params.id ?? "", context),
});
