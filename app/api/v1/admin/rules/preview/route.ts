import { defineRoute } from "@/lib/actions/define-route";
import { ruleInput } from "@/lib/rules/schema";

export const POST = defineRoute({
  need: "rule:preview",
  body: ruleInput,
  run: ({ input, viewer, services, context }) => services.rules.preview(input, viewer, context),
});
