import type { IncomingMessage } from "node:http";
import { dispatch } from "./api/dispatch";
import { serveFile } from "./api/talk/files";
import { control } from "./control/routes";
import { readBody } from "./http/body";
import { ApiError, notFound } from "./http/errors";
import { isForThisMachine, isOwnRequest } from "./http/own-page";
import { failure, json, type Reply } from "./http/reply";
import { readTarget, type Target } from "./http/target";
import { authorize } from "./oauth/authorize";
import { errorPage } from "./oauth/pages";
import type { Sandbox } from "./sandbox";

/** Which part of the sandbox answers. Throws `ApiError` for whatever none of them knows. */
export async function route(sandbox: Sandbox, request: IncomingMessage): Promise<Reply> {
  if (!isForThisMachine(request)) throw notFound();
  const target = readTarget(request.url ?? "/");
  const { path, query } = target;
  if (path.startsWith("/2.0/")) return dispatch(sandbox, request, path.slice("/2.0".length), query);
  if (path.startsWith("/files/")) return serveFile(sandbox, path, query);
  if (path === "/__sandbox/elsewhere") return elsewhere(sandbox, request);
  if (path.startsWith("/__sandbox/")) {
    if (!isOwnRequest(request)) throw notFound();
    return control(sandbox, request, path.slice("/__sandbox".length), query);
  }
  if (path.startsWith("/b/authorize")) return signIn(sandbox, request, target);
  if (path === "/favicon.ico") return { status: 204, headers: {}, body: Buffer.alloc(0) };
  if (path === "/" && isOwnRequest(request, true)) return rootPage(sandbox, request, query);
  return nothingHere(request, path);
}

async function signIn(sandbox: Sandbox, request: IncomingMessage, { path, query }: Target): Promise<Reply> {
  const isPost = request.method === "POST";
  const form = isPost ? new URLSearchParams(await readBody(request)) : query;
  if (path === "/b/authorize") return authorize(sandbox, "pick", form.size > 0 ? form : query);
  if (path === "/b/authorize/consent") return authorize(sandbox, "consent", form);
  if (path === "/b/authorize/decision" && isPost) return authorize(sandbox, "decide", form);
  return nothingHere(request, path);
}

/** Loaded when first asked for: most runs never look at it. */
async function rootPage(sandbox: Sandbox, request: IncomingMessage, query: URLSearchParams): Promise<Reply> {
  if (request.method !== "GET" && request.method !== "HEAD") return nothingHere(request, "/");
  const { dashboard } = await import("./page/dashboard");
  return dashboard(sandbox, query);
}

function nothingHere(request: IncomingMessage, path: string): Reply {
  if (/^\/\d+\.\d+(\/|$)/.test(path) && !path.startsWith("/2.0"))
    return failure(new ApiError(404, 1007, "Version not supported."));
  if (!/\btext\/html\b/.test(request.headers.accept ?? "")) return failure(notFound());
  return errorPage("Nothing here", "This sandbox serves /b/authorize and the API below /2.0.", 404);
}

/** Where the redirect faults point: a client that follows them, token in hand, shows up in the call log. */
function elsewhere(sandbox: Sandbox, request: IncomingMessage): Reply {
  const bearer = request.headers.authorization?.replace(/^Bearer /, "");
  const caller =
    sandbox.store.people.find((person) => person.rawToken === bearer)?.email ??
    sandbox.grants.byAccess.get(bearer ?? "")?.email ??
    null;
  sandbox.calls.add({
    at: new Date(sandbox.clock()).toISOString(),
    method: request.method ?? "GET",
    path: request.url ?? "",
    caller,
    assumed: null,
    kind: null,
    status: 200,
    columns: 0,
    rows: 0,
    ms: 0,
    cost: 0,
    ...(bearer === undefined ? {} : { warning: "A token was carried along to where a redirect pointed." }),
  });
  return json({ elsewhere: true });
}
