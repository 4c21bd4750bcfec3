import type { IncomingMessage } from "node:http";
import type { LoggedCall } from "../control/calls";
import { needsAnswer, spoil } from "../control/faults";
import { readBody } from "../http/body";
import { ApiError, notFound } from "../http/errors";
import { failure, type Reply } from "../http/reply";
import { findRoute } from "../http/router";
import { tokenEndpoint } from "../oauth/token";
import type { Sandbox } from "../sandbox";
import type { Call } from "./call";
import { requireScope } from "./call";
import { assume, authenticate, type Caller } from "./caller";
import { apiRoutes } from "./routes";
import { serverInfo } from "./server/server-info";

/** One call below `/2.0`: who, whether a fault strikes, then the handler. Always logged. */
export async function dispatch(
  sandbox: Sandbox,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Reply | "reset" | "timeout"> {
  const seen: Seen = { caller: null, released: { columns: 0, rows: 0 } };
  const reply = await answer(sandbox, request, path, query, seen);
  sandbox.calls.add(logEntry(sandbox, request, path, seen, reply));
  return reply;
}

interface Seen {
  caller: Caller | null;
  released: { columns: number; rows: number };
}

async function answer(
  sandbox: Sandbox,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  seen: Seen,
): Promise<Reply | "reset" | "timeout"> {
  const early = identify(sandbox, request, path, seen);
  const fault = sandbox.faults.strike({
    path: request.url ?? "",
    caller: seen.caller?.person.email ?? null,
    assumed: seen.caller?.assumed?.email ?? null,
  });
  if (fault && !needsAnswer(fault.kind)) return spoil(fault, null, sandbox.origin);
  const reply = early ?? (await run(sandbox, request, path, query, seen));
  return fault ? spoil(fault, reply, sandbox.origin) : reply;
}

/** A refusal, or null when the call may go on. */
function identify(sandbox: Sandbox, request: IncomingMessage, path: string, seen: Seen): Reply | null {
  if (isOpen(request, path)) return null;
  try {
    seen.caller = authenticate(sandbox, request);
    seen.caller = assume(sandbox, seen.caller, request.headers["assume-user"]);
    return null;
  } catch (error) {
    return toReply(error);
  }
}

async function run(
  sandbox: Sandbox,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  seen: Seen,
): Promise<Reply> {
  try {
    if (!seen.caller)
      return path === "/serverinfo" ? serverInfo() : tokenEndpoint(sandbox, query, await readBody(request));
    const found = findRoute(apiRoutes, request.method ?? "GET", path);
    const cost = found.kind === "found" ? found.handle.cost : 1;
    if (!sandbox.meter.admits(seen.caller.token, cost)) throw new ApiError(429, 4003, "Rate limit exceeded.");
    if (found.kind === "wrong_method") throw new ApiError(405, 1010, "HTTP Method not supported.");
    if (found.kind === "none") throw notFound();
    const { caller } = seen;
    const person = caller.assumed ?? caller.person;
    const { params } = found;
    const call: Call = { sandbox, request, query, params, caller, person, released: seen.released };
    if (found.handle.scope) requireScope(call, found.handle.scope);
    const reply = await found.handle.run(call);
    seen.released = call.released;
    return reply;
  } catch (error) {
    return toReply(error);
  }
}

/** The two calls without a bearer token. */
function isOpen(request: IncomingMessage, path: string): boolean {
  return (
    (request.method === "POST" && path === "/token") || (request.method === "GET" && path === "/serverinfo")
  );
}

export function toReply(error: unknown): Reply {
  if (error instanceof ApiError) return failure(error);
  console.error("sandbox: unexpected", error);
  return failure(new ApiError(500, 4000, "An unexpected error has occurred."));
}

function logEntry(
  sandbox: Sandbox,
  request: IncomingMessage,
  path: string,
  seen: Seen,
  reply: Reply | "reset" | "timeout",
): LoggedCall {
  return {
    at: new Date(sandbox.clock()).toISOString(),
    method: request.method ?? "GET",
    path: path === "/token" ? "/2.0/token" : (request.url ?? ""),
    caller: seen.caller?.person.email ?? null,
    assumed: seen.caller?.assumed?.email ?? null,
    kind: seen.caller?.kind ?? null,
    status: typeof reply === "string" ? 0 : reply.status,
    ...seen.released,
  };
}
