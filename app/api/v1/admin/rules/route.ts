import { defineRoute } from "@/lib/actions/define-route";
import { ok } from "@/lib/result";
import { ruleInput } from "@/lib/rules/schema";

export const GET = defineRoute({
  need: "rule:list",
  run: async ({ services }) => ok({ rules: await services.rules.list() }),
});

export const POST = defineRoute({
  need: "rule:create",
  body: ruleInput,
  status: 201,
  run: ({ input, viewer, services, context }) => services.rules.create(input, viewer, context),
});
