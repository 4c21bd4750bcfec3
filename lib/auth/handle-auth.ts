import "server-only";
import type { NextRequest } from "next/server";
import type { AuthOptions } from "next-auth";
import { deleteSessionByHash, findSession } from "@/db/queries/people";
import { pick } from "@/lib/actions/admit";
import { contextOf, type RequestContext } from "@/lib/actions/context";
import { errorResponse, failureResponse, PRIVATE } from "@/lib/actions/define-route";
import { isOwnOrigin } from "@/lib/actions/origin";
import type { AuditAction } from "@/lib/audit/event";
import { appError } from "@/lib/errors";
import { type Services, services } from "@/lib/services";
import { hashToken, SESSION_COOKIE } from "./cookies";
import { createAuthOptions } from "./options";

/** The addresses of NextAuth we use. Others of it (JWT, CSRF-less sign-in pages) stay shut. */
const ADDRESSES: Record<string, readonly string[]> = {
  csrf: ["GET"],
  providers: ["GET"],
  session: ["GET"],
  signin: ["POST"],
  signout: ["POST"],
  callback: ["GET"],
  error: ["GET"],
};

/**
 * NextAuth behind the same guards as everything else: exact Origin on changes, only known addresses and the one
 * provider, and each outcome on record, refusals too (T08, I26).
 */
export async function handleAuth(
  request: NextRequest,
  props: { params: Promise<{ nextauth: string[] }> },
  run: (options: AuthOptions) => Promise<Response>,
): Promise<Response> {
  const context = contextOf(request.headers);
  try {
    const all = services();
    const [name = "", provider, ...rest] = (await props.params).nextauth;
    const isKnown = ADDRESSES[name]?.includes(request.method) && rest.length === 0;
    const needsProvider = name === "callback" || name === "signin";
    if (!isKnown || (needsProvider ? provider !== "smartsheet" : provider !== undefined))
      return errorResponse(appError("not_found"), context.requestId);
    if (request.method === "POST" && !isOwnOrigin(request.headers, all.env.origins))
      return errorResponse(appError("bad_origin"), context.requestId);
    // Where NextAuth's own script in the browser goes when it cannot begin.
    if (name === "error") return signInPage(request.nextUrl.searchParams.get("error") ?? "OAuthSignin");
    if (name === "signin") {
      const wait = await all.limits.signIn.take(context.network);
      if (wait !== null) return tooManySignIns(wait, context.requestId);
    }
    const before = request.cookies.get(SESSION_COOKIE)?.value;
    const leaving = before ? await findSession(hashToken(before)) : null;
    const response = await run(createAuthOptions(all, { ...context, isCallback: name === "callback" }));
    response.headers.set("Cache-Control", "private, no-store");
    if (name === "callback") {
      failuresToSignInPage(all, request, response);
      await afterCallback(all, context, response, before);
    }
    if (name === "signout" && leaving) await record(all, context, "session:sign_out", "done", leaving.user);
    return response;
  } catch (cause) {
    return failureResponse(cause, context.requestId);
  }
}

function signInPage(error: string): Response {
  const location = `/?error=${encodeURIComponent(error)}`;
  return new Response(null, { status: 302, headers: { ...PRIVATE, Location: location } });
}

/** NextAuth's script goes to `url` whatever else the answer says: without it, it would go on as if signed in. */
async function tooManySignIns(wait: number, requestId: string): Promise<Response> {
  const refused = errorResponse(appError("rate_limited", { retryAfterSeconds: wait }), requestId);
  const body = (await refused.json()) as object;
  return Response.json({ ...body, url: "/?error=RateLimited" }, refused);
}

/** NextAuth sends failures on to a page of its own; ours has the sentences, and the word for a consent denied. */
function failuresToSignInPage(all: Services, request: NextRequest, response: Response) {
  const target = new URL(response.headers.get("location") ?? "/", all.env.baseUrl);
  if (target.pathname !== "/api/auth/error") return;
  const isDenied = request.nextUrl.searchParams.get("error") === "access_denied";
  const error = isDenied ? "AccessDenied" : (target.searchParams.get("error") ?? "Callback");
  response.headers.set("location", `/?error=${encodeURIComponent(error)}`);
}

async function afterCallback(
  all: Services,
  context: RequestContext,
  response: Response,
  before: string | undefined,
) {
  const made = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
  const token = made?.slice(SESSION_COOKIE.length + 1).split(";")[0];
  const found = token ? await findSession(hashToken(decodeURIComponent(token))) : null;
  if (!found) {
    const reason = new URL(response.headers.get("location") ?? "/", all.env.baseUrl).searchParams.get(
      "error",
    );
    await record(all, context, "session:sign_in", "denied", null, reason ?? "refused");
    return;
  }
  // The sign-in this one replaces in the same browser ends with it.
  if (before) await deleteSessionByHash(hashToken(before));
  await record(all, context, "session:sign_in", "done", found.user);
}

async function record(
  all: Services,
  context: RequestContext,
  action: AuditAction,
  decision: "done" | "denied",
  user: { id: string; email: string } | null,
  reason?: string,
): Promise<void> {
  const actor = user
    ? ({ kind: "user", id: user.id, email: user.email } as const)
    : ({ kind: "anonymous" } as const);
  await all.audit.record({ ...pick(context), actor, action, decision, reason });
}
