"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { mayAdminister } from "@/lib/policy/administer";
import { linkInput } from "./schema";

export const createLink = defineAction({
  need: "viewer",
  input: linkInput,
  run: ({ input, viewer, services, context }) => services.links.create(input, viewer, context),
});

export const revokeLink = defineAction({
  need: "viewer",
  input: z.strictObject({ id: z.string().max(40) }),
  run: ({ input, viewer, services, context }) => {
    const mayRevokeAny = mayAdminister({ role: viewer.role, enabled: true }, "link:revoke_any");
    return services.links.revoke(input.id, viewer, mayRevokeAny, context);
  },
});
