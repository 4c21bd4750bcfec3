import { defineRoute } from "@/lib/actions/define-route";
import { connectionInput } from "@/lib/connections/schema";
import { ok } from "@/lib/result";

export const GET = defineRoute({
  need: "connection:list",
  run: async ({ services }) => ok({ connections: await services.connections.list() }),
});

export const POST = defineRoute({
  need: "connection:create",
  body: connectionInput,
  status: 201,
  run: ({ input, services, context }) => services.connections.create(input, context),
});
