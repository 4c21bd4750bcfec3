import type { IncomingMessage } from "node:http";
import { isRecord, readJson } from "../http/body";
import { ApiError, notFound, unparsable, wrongMethod } from "../http/errors";
import { json, type Reply } from "../http/reply";
import { findRoute, type Route } from "../http/router";
import type { Sandbox } from "../sandbox";
import { readHeartbeat, setHeartbeat } from "./heartbeat";
import { info } from "./info";
import { changePerson, expireTokens, issueTokens, revokeTokens } from "./people";
import { addFault, currentPlan, loadPlan, removeFault } from "./plan";
import { readClock, readMeter, scenarioInfo, setClock, setMeter, setSwitches, switchList } from "./settings";
import { addColumn, changeCell, changeColumn, changeShare, readAsOwner } from "./sheets";

/*
 * Strings to pull, JSON in and out, all below `/__sandbox`; no token needed. Loopback only, and never for a browser page
 * of another origin. `docs/sandbox.md` shows each in use.
 *
 *   GET    /info                              people with tokens, groups, sheets with owner, shares, column ids by title
 *   GET    /scenario                          {name,sizes}
 *   GET    /calls                             {calls:[{at,method,path,caller,assumed,kind,status,columns,rows,ms,cost,…}]}
 *   DELETE /calls                             clears the log
 *   POST   /fault                             {match:{path?,method?,caller?,assumed?},kind,times?,after?,chance?,…} → {id}
 *   DELETE /fault                             all faults end
 *   DELETE /fault/{id}                        one of them ends
 *   GET    /plan                              {seed,faults:[{id,…,seen,struck}]}
 *   POST   /plan                              {seed,faults:[…]}: in place of all there were
 *   GET    /switches                          {switches:[{name,about,section,settings,now}]}
 *   POST   /switches                          {name: setting, …}
 *   GET    /meter                             {limit,windowSeconds,tokens:[…]}: what each token used of its minute
 *   POST   /meter                             {limit?,clear?}
 *   GET    /clock                             {now,skewSeconds}
 *   POST   /clock                             {skewSeconds}
 *   GET    /heartbeat                         {everySeconds|null,log}
 *   POST   /heartbeat                         {everySeconds} or {off:true} or {beat:true}
 *   POST   /people/{email}                    {admin?,active?,name?,title?}
 *   POST   /tokens/issue                      {email,scopes?,assumeOnly?} → {accessToken,refreshToken}: no browser needed
 *   POST   /tokens/revoke                     {email,kind:"oauth"|"raw"}
 *   POST   /tokens/expire                     {email}: access tokens run out, refresh tokens stay good
 *   GET    /sheets/{id}                       the sheet as its owner reads it
 *   POST   /sheets/{id}/shares                {email,accessLevel|null}
 *   POST   /sheets/{id}/columns               {title,type,values?}
 *   POST   /sheets/{id}/columns/{columnId}    {title} or {remove:true}
 *   POST   /sheets/{id}/cells                 {rowNumber,column (title or id),value}
 *   POST   /reset                             back to the start: scenario, switches, plan; tokens and log are gone
 */
interface Pull {
  request: IncomingMessage;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON body, `{}` without one. */
  body: Record<string, unknown>;
}

/** An answer that is nothing says `{ok: true}`. */
type Control = (sandbox: Sandbox, pull: Pull) => unknown;

const on = (method: string, path: string, handle: Control): Route<Control> => ({ method, path, handle });

const routes: Route<Control>[] = [
  on("GET", "/info", info),
  on("GET", "/scenario", scenarioInfo),
  on("GET", "/calls", ({ calls }) => ({ calls: calls.calls })),
  on("DELETE", "/calls", ({ calls }) => calls.clear()),
  on("POST", "/fault", (sandbox, { body }) => addFault(sandbox, body)),
  on("DELETE", "/fault", ({ faults }) => faults.clear()),
  on("DELETE", "/fault/{id}", (sandbox, { params }) => removeFault(sandbox, params.id)),
  on("GET", "/plan", currentPlan),
  on("POST", "/plan", (sandbox, { body }) => loadPlan(sandbox, body)),
  on("GET", "/switches", (sandbox) => ({ switches: switchList(sandbox) })),
  on("POST", "/switches", (sandbox, { body }) => setSwitches(sandbox, body)),
  on("GET", "/meter", readMeter),
  on("POST", "/meter", (sandbox, { body }) => setMeter(sandbox, body)),
  on("GET", "/clock", readClock),
  on("POST", "/clock", (sandbox, { body }) => setClock(sandbox, body)),
  on("GET", "/heartbeat", readHeartbeat),
  on("POST", "/heartbeat", (sandbox, { body }) => setHeartbeat(sandbox, body)),
  on("POST", "/people/{email}", (sandbox, { params, body }) => changePerson(sandbox, params.email, body)),
  on("POST", "/tokens/issue", (sandbox, { body }) => issueTokens(sandbox, body)),
  on("POST", "/tokens/revoke", (sandbox, { body }) => revokeTokens(sandbox, body)),
  on("POST", "/tokens/expire", (sandbox, { body }) => expireTokens(sandbox, body)),
  on("GET", "/sheets/{sheetId}", (sandbox, { request, params }) => readAsOwner(sandbox, request, params)),
  on("POST", "/sheets/{sheetId}/shares", (sandbox, { params, body }) =>
    changeShare(sandbox, params.sheetId, body),
  ),
  on("POST", "/sheets/{sheetId}/columns", (sandbox, { params, body }) =>
    addColumn(sandbox, params.sheetId, body),
  ),
  on("POST", "/sheets/{sheetId}/columns/{columnId}", (sandbox, { params, body }) =>
    changeColumn(sandbox, params, body),
  ),
  on("POST", "/sheets/{sheetId}/cells", (sandbox, { params, body }) => changeCell(sandbox, params, body)),
  on("POST", "/reset", (sandbox) => sandbox.reset()),
  on("GET", "/page.js", async () => (await import("../page/script")).script()),
  on("GET", "/page", async (sandbox, { query }) => (await import("../page/parts")).parts(sandbox, query)),
];

/** Errors: 404 for a call there is not, 400 with a sentence for a body that will not do. */
export async function control(
  sandbox: Sandbox,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Reply> {
  const found = findRoute(routes, request.method ?? "GET", path);
  if (found.kind === "bad_encoding") throw unparsable("the path is badly encoded");
  if (found.kind !== "found") throw found.kind === "none" ? notFound() : wrongMethod();
  const body = await readJson(request);
  try {
    const pull = { request, params: found.params, query, body: isRecord(body) ? body : {} };
    const answer = await found.handle(sandbox, pull);
    if (isReply(answer)) return answer;
    return json(typeof answer === "object" && answer !== null ? answer : { ok: true });
  } catch (error) {
    throw error instanceof RangeError ? new ApiError(400, 1018, error.message) : error;
  }
}

function isReply(answer: unknown): answer is Reply {
  return isRecord(answer) && Buffer.isBuffer(answer.body);
}
