import { defineRoute } from "@/lib/actions/define-route";
import { mayAdminister } from "@/lib/policy/administer";

/** Next wants one name for this part of the address; here it is the link's id, never its token. */
export const DELETE = defineRoute({
  need: "viewer",
  status: 204,
  run: ({ params, viewer, services, context }) => {
    const mayRevokeAny = mayAdminister({ role: viewer.role, enabled: true }, "link:revoke_any");
    return services.links.revoke(params.token ?? "", viewer, mayRevokeAny, context);
  },
});
