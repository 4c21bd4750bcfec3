import { defineRoute } from "@/lib/actions/define-route";
import { ok } from "@/lib/result";

export const GET = defineRoute({
  need: "viewer",
  run: async ({ viewer: { userId, email, name, role } }) => ok({ user: { id: userId, email, name, role } }),
});
