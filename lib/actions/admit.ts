import "server-only";
import type { Viewer } from "@/lib/auth/principal";
import { type AppError, appError } from "@/lib/errors";
import { type AdminAction, mayAdminister } from "@/lib/policy/administer";
import { fail, ok, type Result } from "@/lib/result";
import type { Services } from "@/lib/services";
import { actorOf, type RequestContext } from "./context";

/** What a request needs before it may run: a sign-in, or an administrator's action. */
export type Need = "viewer" | AdminAction;

/**
 * Who asks, if they may. Every action and every route comes through here, and every refusal is written down (I26).
 * Errors: `unauthenticated`, `forbidden`, `rate_limited`.
 */
export async function admit(
  services: Services,
  need: Need,
  sessionToken: string | undefined,
  context: RequestContext,
): Promise<Result<Viewer, AppError>> {
  const viewer = await services.sessions.findViewer(sessionToken);
  if (!viewer) return fail(appError("unauthenticated"));
  const wait = await services.limits.person.take(viewer.userId);
  if (wait !== null)
    return fail(
      appError("rate_limited", {
        message: `You sent many requests at once. Try again in ${wait} s.`,
        retryAfterSeconds: wait,
      }),
    );
  if (need === "viewer" || mayAdminister({ role: viewer.role, enabled: true }, need)) return ok(viewer);
  const recorded = await services.audit.record({
    ...pick(context),
    actor: actorOf(viewer),
    action: "admin:refused",
    decision: "denied",
    reason: need,
  });
  return recorded.ok ? fail(appError("forbidden")) : recorded;
}

export function pick(context: RequestContext): { requestId: string; network: string } {
  return { requestId: context.requestId, network: context.network };
}
