import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dispatch, toReply } from "./api/dispatch";
import { control } from "./control/routes";
import { readBody } from "./http/body";
import { notFound } from "./http/errors";
import { html, json, type Reply } from "./http/reply";
import { send } from "./http/send";
import { authorize } from "./oauth/authorize";
import { errorPage } from "./oauth/pages";
import { Sandbox } from "./sandbox";
import { acme } from "./scenarios/acme";
import type { Scenario } from "./scenarios/types";
import type { Store } from "./store/store";
import type { SwitchName } from "./switches";

export interface SandboxOptions {
  /** 0 (default): any free port. */
  port?: number;
  clientId?: string;
  clientSecret?: string;
  /** Registered redirect URLs; default: the app's callback path on any port of this machine. */
  redirects?: string[];
  /** Calls a minute and token; 0 is off. Default 300. */
  rate?: number;
  scenario?: Scenario;
  /** Settings that differ from the default; see `switches.ts`. */
  switches?: Partial<Record<SwitchName, string>>;
  /** Milliseconds since the epoch; for tests of expiry. */
  clock?: () => number;
}

export interface SandboxPerson {
  email: string;
  name: string;
  admin: boolean;
  /** Their hand-made API token. */
  token: string;
}

export interface RunningSandbox {
  port: number;
  /** Ends in `/2.0`. */
  apiUrl: string;
  authorizeUrl: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  people: SandboxPerson[];
  store: Store;
  close(): Promise<void>;
}

/** Starts the imitation of Smartsheet on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const client = {
    id: options.clientId ?? "sandbox-client",
    secret: options.clientSecret ?? "sandbox-client-secret",
    redirects: options.redirects ?? [],
  };
  const sandbox = new Sandbox({
    scenario: options.scenario ?? acme,
    client,
    rate: options.rate ?? 300,
    switches: options.switches ?? {},
    clock: options.clock ?? Date.now,
  });
  const server = createServer((request, response) => void serve(sandbox, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  sandbox.origin = `http://127.0.0.1:${port}`;
  return {
    port,
    apiUrl: `${sandbox.origin}/2.0`,
    authorizeUrl: `${sandbox.origin}/b/authorize`,
    tokenUrl: `${sandbox.origin}/2.0/token`,
    clientId: client.id,
    clientSecret: client.secret,
    people: sandbox.store.people.map(({ email, name, admin, rawToken }) => ({
      email,
      name,
      admin,
      token: rawToken,
    })),
    store: sandbox.store,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serve(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const reply = await route(sandbox, request);
    if (reply === "reset") request.socket.destroy();
    else if (reply !== "timeout") await send(request, response, reply);
  } catch (error) {
    if (response.headersSent) request.socket.destroy();
    else await send(request, response, toReply(error));
  }
}

async function route(sandbox: Sandbox, request: IncomingMessage): Promise<Reply | "reset" | "timeout"> {
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? "")) throw notFound();
  const url = new URL(request.url ?? "/", sandbox.origin);
  const { pathname: path, searchParams: query } = url;
  if (path.startsWith("/2.0/")) return dispatch(sandbox, request, path.slice("/2.0".length), query);
  if (path === "/__sandbox/elsewhere") return elsewhere(sandbox, request);
  if (path.startsWith("/__sandbox/")) return control(sandbox, request, path.slice("/__sandbox".length));
  const form = request.method === "POST" ? new URLSearchParams(await readBody(request)) : query;
  if (path === "/b/authorize")
    return authorize(sandbox, "pick", request.method === "POST" && form.size > 0 ? form : query);
  if (path === "/b/authorize/consent") return authorize(sandbox, "consent", form);
  if (path === "/b/authorize/decision" && request.method === "POST")
    return authorize(sandbox, "decide", form);
  return html(errorPage("Nothing here", "This sandbox serves /b/authorize and the API below /2.0."), 404);
}

/** Where the "redirect" fault points: a client that follows it, token in hand, shows up in the call log. */
function elsewhere(sandbox: Sandbox, request: IncomingMessage): Reply {
  const bearer = request.headers.authorization?.replace(/^Bearer /, "");
  const owner =
    sandbox.store.people.find((person) => person.rawToken === bearer)?.email ??
    sandbox.grants.byAccess.get(bearer ?? "")?.email ??
    null;
  const entry = { caller: owner, assumed: null, kind: null, status: 200, columns: 0, rows: 0 };
  const at = new Date(sandbox.clock()).toISOString();
  sandbox.calls.add({ at, method: request.method ?? "GET", path: request.url ?? "", ...entry });
  return json({ elsewhere: true });
}
