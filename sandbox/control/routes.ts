import type { IncomingMessage } from "node:http";
import { isRecord, readJson } from "../http/body";
import { badValue, notFound } from "../http/errors";
import { json, type Reply } from "../http/reply";
import { findRoute, type Route } from "../http/router";
import type { Sandbox } from "../sandbox";
import { FAULT_KINDS, type Fault, type FaultKind } from "./faults";
import { info } from "./info";
import { changePerson, expireTokens, issueTokens, revokeTokens } from "./people";
import { addColumn, changeCell, changeColumn, changeShare } from "./sheets";

/*
 * Strings for tests to pull, JSON in and out, all below `/__sandbox`; no token needed. Loopback only, and never for a
 * browser page of another origin.
 *
 *   GET    /info                              people with tokens, groups, sheets with owner, shares, column ids by title
 *   GET    /calls                             {calls:[{at,method,path,caller,assumed,kind,status,columns,rows}]}
 *   DELETE /calls                             clears the log
 *   POST   /fault                             {match:{path?,caller?,assumed?},kind,times?,retryAfter?}; kinds: control/faults.ts
 *   DELETE /fault                             all faults end
 *   POST   /people/{email}                    {admin?,active?}
 *   POST   /tokens/issue                      {email,scopes?} → {accessToken,refreshToken}: sign-in without a browser
 *   POST   /tokens/revoke                     {email,kind:"oauth"|"raw"}
 *   POST   /tokens/expire                     {email}: access tokens run out, refresh tokens stay good
 *   POST   /sheets/{id}/shares                {email,accessLevel|null}
 *   POST   /sheets/{id}/columns               {title,type,values?}
 *   POST   /sheets/{id}/columns/{columnId}    {title} or {remove:true}
 *   POST   /sheets/{id}/cells                 {rowNumber,column (title or id),value}
 *   POST   /reset                             back to the scenario; tokens, log and faults are gone
 */
type Control = (sandbox: Sandbox, params: Record<string, string>, body: Record<string, unknown>) => unknown;

const on = (method: string, path: string, handle: Control): Route<Control> => ({ method, path, handle });

const routes: Route<Control>[] = [
  on("GET", "/info", info),
  on("GET", "/calls", (sandbox) => ({ calls: sandbox.calls.calls })),
  on("DELETE", "/calls", (sandbox) => sandbox.calls.clear()),
  on("POST", "/fault", (sandbox, _, body) => sandbox.faults.list.push(readFault(body))),
  on("DELETE", "/fault", (sandbox) => sandbox.faults.clear()),
  on("POST", "/people/{email}", (sandbox, { email = "" }, body) =>
    changePerson(sandbox, decodeURIComponent(email), body),
  ),
  on("POST", "/tokens/issue", (sandbox, _, body) => issueTokens(sandbox, body)),
  on("POST", "/tokens/revoke", (sandbox, _, body) => revokeTokens(sandbox, body)),
  on("POST", "/tokens/expire", (sandbox, _, body) => expireTokens(sandbox, body)),
  on("POST", "/sheets/{sheetId}/shares", (sandbox, { sheetId }, body) => changeShare(sandbox, sheetId, body)),
  on("POST", "/sheets/{sheetId}/columns", (sandbox, { sheetId }, body) => addColumn(sandbox, sheetId, body)),
  on("POST", "/sheets/{sheetId}/columns/{columnId}", changeColumn),
  on("POST", "/sheets/{sheetId}/cells", changeCell),
  on("POST", "/reset", (sandbox) => sandbox.reset()),
];

export async function control(sandbox: Sandbox, request: IncomingMessage, path: string): Promise<Reply> {
  if (request.headers.origin !== undefined) throw notFound();
  const found = findRoute(routes, request.method ?? "GET", path);
  if (found.kind !== "found") throw notFound();
  const body = await readJson(request);
  const answer = found.handle(sandbox, found.params, isRecord(body) ? body : {});
  return json(typeof answer === "object" && answer !== null ? answer : { ok: true });
}

function readFault(body: Record<string, unknown>): Fault {
  const { kind, times, retryAfter } = body;
  if (!FAULT_KINDS.includes(kind as FaultKind)) throw badValue(String(kind), "kind");
  const match: Fault["match"] = {};
  const given = isRecord(body.match) ? body.match : {};
  for (const name of ["path", "caller", "assumed"] as const) {
    const wanted = given[name];
    if (typeof wanted === "string") match[name] = wanted;
  }
  return {
    match,
    kind: kind as FaultKind,
    ...(typeof times === "number" ? { times } : {}),
    ...(typeof retryAfter === "number" ? { retryAfter } : {}),
  };
}
