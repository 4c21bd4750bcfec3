import { explainInput } from "@/lib/access/schema";
import { defineRoute } from "@/lib/actions/define-route";

export const GET = defineRoute({
  need: "access:explain",
  query: explainInput,
  run: ({ input, services, context }) => services.access.explain(input, context),
});
