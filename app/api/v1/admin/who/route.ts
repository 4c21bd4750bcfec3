import { whoQuery } from "@/lib/access/schema";
import { whoFileResponse } from "@/lib/access/who-file";
import { defineRoute } from "@/lib/actions/define-route";

/** JSON, or a file with `format=csv`. */
export const GET = defineRoute({
  need: "access:who",
  query: whoQuery,
  run: ({ input, viewer, services, context }) => services.access.who(input.question, viewer, context),
  respond: (answer, { format }) => (format === "csv" ? whoFileResponse(answer) : null),
});
