import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { pick } from "@/lib/actions/admit";
import { actorOf, contextOf, type RequestContext } from "@/lib/actions/context";
import type { ReadContext } from "@/lib/connections/admin-read";
import { PATH_HEADER } from "@/lib/http-headers";
import { type AdminAction, mayAdminister } from "@/lib/policy/administer";
import { services } from "@/lib/services";
import { SESSION_COOKIE } from "./cookies";
import type { Viewer } from "./principal";

/** Facts about the request a page is rendered for. */
export const requestContext = cache(async (): Promise<RequestContext> => contextOf(await headers()));

/** Who is signed in, or null. One look-up a request, however many parts of the page ask. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  return services().sessions.findViewer(jar.get(SESSION_COOKIE)?.value);
});

/** The signed-in person; others are sent to the sign-in page, and come back to `returnTo` afterwards. */
export async function requireViewer(returnTo: string): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect(`/?to=${encodeURIComponent(returnTo)}`);
  return viewer;
}

/** Where a person is going, for layouts, which are not told. */
export async function requestedPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/sheets";
}

const refusalOf = cache((_viewer: Viewer) => ({ isRecorded: false }));

/** Once a request, though layout and page both ask. */
async function recordRefusal(viewer: Viewer, action: AdminAction): Promise<void> {
  const refusal = refusalOf(viewer);
  if (refusal.isRecorded) return;
  refusal.isRecorded = true;
  const context = pick(await requestContext());
  const actor = actorOf(viewer);
  await services().audit.record({
    ...context,
    actor,
    action: "admin:refused",
    decision: "denied",
    reason: action,
  });
}

/** An administrator; for everybody else the page does not exist. The refusal is on record. */
export async function requireAdmin(action: AdminAction, returnTo: string): Promise<Viewer> {
  const viewer = await requireViewer(returnTo);
  if (mayAdminister({ role: viewer.role, enabled: true }, action)) return viewer;
  await recordRefusal(viewer, action);
  notFound();
}

export async function readContext(viewer: Viewer): Promise<ReadContext & { network: string }> {
  return { ...pick(await requestContext()), actor: actorOf(viewer) };
}

/**
 * True when the browser only wants the page in advance. Then nothing is read upstream and nothing is written down:
 * a read must be meant.
 */
export async function isPrefetch(): Promise<boolean> {
  const head = await headers();
  const purpose = `${head.get("purpose") ?? ""} ${head.get("sec-purpose") ?? ""}`;
  return (
    head.get("next-router-prefetch") !== null ||
    head.get("next-router-segment-prefetch") !== null ||
    purpose.includes("prefetch")
  );
}
