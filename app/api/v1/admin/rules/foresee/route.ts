import { defineRoute } from "@/lib/actions/define-route";
import { foreseeInput } from "@/lib/rules/schema";

/** What saving, changing or ending a rule would do to everybody, before it is done. */
export const POST = defineRoute({
  need: "rule:preview",
  body: foreseeInput,
  run: ({ input, viewer, services, context }) =>
    services.rules.foresee({ id: input.id, input: input.rule }, viewer, context),
});
