import type { IncomingMessage } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { answerUnder } from "../control/faults/apply";
import type { FaultKind } from "../control/faults/kinds";
import { limitBody, readBody } from "../http/body";
import { notFound, tooManyCalls, unparsable, wrongMethod } from "../http/errors";
import { failure, type Reply, toReply, withHeaders } from "../http/reply";
import { type Found, findRoute } from "../http/router";
import { tokenEndpoint } from "../oauth/token";
import type { Sandbox } from "../sandbox";
import { parseId } from "../store/ids";
import type { Sheet } from "../store/sheet";
import { assume } from "./assume";
import { type Call, requireScope } from "./call";
import { authenticate, type Caller } from "./caller";
import { recordCall } from "./events/calls";
import type { Budget } from "./meter";
import type { ApiRoute } from "./route";
import { apiRoutes } from "./routes";
import { serverInfo } from "./server/server-info";

/** A call on its way; what the log shows of it gathers here. */
interface Passing {
  request: IncomingMessage;
  method: string;
  path: string;
  query: URLSearchParams;
  found: Found<ApiRoute>;
  caller: Caller | null;
  released: Call["released"];
  fault?: FaultKind;
}

/** One call below `/2.0`: who, whether a fault strikes, then the handler. Always logged. */
export async function dispatch(
  sandbox: Sandbox,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Reply> {
  const started = performance.now();
  const method = request.method ?? "GET";
  const found = findRoute(apiRoutes, method, path);
  const released = { columns: 0, rows: 0 };
  const passing: Passing = { request, method, path, query, found, caller: null, released };
  limitBody(request, Number(sandbox.switches.get("bodyLimit")));
  const reply = await answer(sandbox, passing);
  log(sandbox, passing, reply, performance.now() - started);
  return reply;
}

async function answer(sandbox: Sandbox, passing: Passing): Promise<Reply> {
  const refusal = identify(sandbox, passing);
  const sheet = refusal ? null : sheetRead(sandbox, passing);
  const strike = sandbox.faults.strike({
    method: passing.method,
    path: passing.request.url ?? "",
    caller: passing.caller?.person.email ?? null,
    assumed: passing.caller?.assumed?.email ?? null,
    isRefused: refusal !== null,
    isSheetRead: sheet !== null,
    isPaged: passing.query.has("page") || passing.query.has("pageSize"),
  });
  const usual = async () => refusal ?? (await run(sandbox, passing));
  if (!strike) return usual();
  passing.fault = strike.fault?.kind ?? "latency";
  if (strike.waitMs > 0) await pause(strike.waitMs);
  const isTokenCall = isOpen(passing) && passing.path === "/token";
  return answerUnder(strike, { sandbox, caller: passing.caller, sheet, isTokenCall, answer: usual });
}

/** A refusal, or null when the call may go on. */
function identify(sandbox: Sandbox, passing: Passing): Reply | null {
  if (isOpen(passing)) return null;
  try {
    if (sandbox.switches.is("errorOrder", "path")) requireRoute(passing.found);
    passing.caller = authenticate(sandbox, passing.request);
    passing.caller = assume(sandbox, passing.caller, passing.request.headers["assume-user"]);
    return null;
  } catch (error) {
    return toReply(error);
  }
}

async function run(sandbox: Sandbox, passing: Passing): Promise<Reply> {
  const { request, query, caller } = passing;
  try {
    if (!caller) return await runOpen(sandbox, passing);
    const budget = budgetOf(sandbox, caller);
    if (!sandbox.meter.admits(budget, costOf(passing))) return refuseForRate(sandbox, budget, passing);
    const { handle, params, path } = requireRoute(passing.found);
    const person = caller.assumed ?? caller.person;
    const call: Call = { sandbox, request, query, params, caller, person, released: passing.released };
    if (handle.scope) requireScope(call, handle.scope);
    const reply = await handle.run(call);
    passing.released = call.released;
    recordCall(call, path, reply);
    sandbox.webhooks.checkAccess();
    return reply;
  } catch (error) {
    return toReply(error);
  }
}

async function runOpen(sandbox: Sandbox, { request, query, path }: Passing): Promise<Reply> {
  if (path === "/serverinfo") return serverInfo(sandbox);
  return tokenEndpoint(sandbox, request.headers["content-type"], query, await readBody(request));
}

/** The two calls without a bearer token. */
function isOpen({ method, path }: Passing): boolean {
  return (method === "POST" && path === "/token") || (method === "GET" && path === "/serverinfo");
}

function requireRoute(found: Found<ApiRoute>): Extract<Found<ApiRoute>, { kind: "found" }> {
  if (found.kind === "found") return found;
  if (found.kind === "wrong_method") throw wrongMethod();
  throw found.kind === "bad_encoding" ? unparsable("the path is badly encoded") : notFound();
}

function sheetRead(sandbox: Sandbox, { method, found }: Passing): Sheet | null {
  if (method !== "GET" || found.kind !== "found" || found.path !== "/sheets/{sheetId}") return null;
  const id = parseId(found.params.sheetId ?? "");
  return (id === null ? null : sandbox.store.sheet(id)) ?? null;
}

function costOf(passing: Passing): number {
  if (isOpen(passing)) return 0;
  return passing.found.kind === "found" ? passing.found.handle.cost : 1;
}

function budgetOf({ switches }: Sandbox, { token, kind, person, assumed }: Caller): Budget {
  if (assumed && switches.is("meteredToken", "assumed"))
    return { key: `assumed/${assumed.email}`, email: assumed.email, kind: "assumed" };
  return { key: token, email: person.email, kind };
}

function refuseForRate({ switches, meter, clock }: Sandbox, budget: Budget, passing: Passing): Reply {
  const refusal = failure(tooManyCalls());
  if (switches.is("retryAfter", "absent")) return refusal;
  const freeAt = meter.freeAt(budget, costOf(passing));
  return withHeaders(refusal, {
    "retry-after": String(Math.max(1, Math.ceil((freeAt - clock()) / 1000))),
    "x-rate-limit-limit": String(meter.limit),
    "x-rate-limit-remaining": String(meter.left(budget)),
    "x-rate-limit-reset": String(Math.ceil(freeAt / 1000)),
  });
}

function log(sandbox: Sandbox, passing: Passing, reply: Reply, ms: number): void {
  const { caller, fault } = passing;
  sandbox.calls.add({
    at: new Date(sandbox.clock()).toISOString(),
    method: passing.method,
    path: passing.path === "/token" ? "/2.0/token" : (passing.request.url ?? ""),
    caller: caller?.person.email ?? null,
    assumed: caller?.assumed?.email ?? null,
    kind: caller?.kind ?? null,
    status: reply.status,
    ...passing.released,
    ms: Math.round(ms * 10) / 10,
    cost: caller ? costOf(passing) : 0,
    ...(reply.errorCode === undefined ? {} : { errorCode: reply.errorCode }),
    ...(fault ? { fault } : {}),
    ...(caller?.warning ? { warning: caller.warning } : {}),
  });
}
