import { defineRoute } from "@/lib/actions/define-route";
import { tokenInput } from "@/lib/connections/schema";

export const PUT = defineRoute({
  need: "connection:replace",
  body: tokenInput,
  run: ({ input, params, services, context }) =>
    services.connections.replaceToken(params.id ?? "", input.token, context),
});

export const DELETE = defineRoute({
  need: "connection:remove",
  status: 204,
  run: ({ params, services, context }) => services.connections.remove(params.id ?? "", context),
});
