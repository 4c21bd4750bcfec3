import { defineRoute } from "@/lib/actions/define-route";
import { ok } from "@/lib/result";
import { linkInput } from "@/lib/share-links/schema";

export const GET = defineRoute({
  need: "viewer",
  run: async ({ viewer, services }) => ok({ links: await services.links.list(viewer, false) }),
});

export const POST = defineRoute({
  need: "viewer",
  body: linkInput,
  status: 201,
  run: ({ input, viewer, services, context }) => services.links.create(input, viewer, context),
});
