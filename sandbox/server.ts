import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookSettings } from "./api/webhooks/settings";
import type { FaultPlan } from "./control/faults/plan";
import { route } from "./front";
import { deliver } from "./http/delivery";
import { refuseBadHttp } from "./http/refuse";
import { toReply } from "./http/reply";
import { OWN_CLIENT } from "./oauth/client";
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
  /** What the page calls it. */
  scenarioName?: string;
  /** Settings that differ from the default; see `switches.ts`. */
  switches?: Partial<Record<SwitchName, string>>;
  /** What goes wrong from the start on. */
  faults?: FaultPlan;
  /** Lets people of the scenario change something this often, in seconds. Default: never. */
  heartbeat?: number;
  /** How long webhooks take, and whom they may call; see `api/webhooks/settings.ts`. */
  webhooks?: Partial<WebhookSettings>;
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
  sandbox: Sandbox;
  close(): Promise<void>;
}

/** Starts the imitation of Smartsheet on 127.0.0.1. Errors: `RangeError` for a setting no switch has. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const client = {
    id: options.clientId ?? OWN_CLIENT.id,
    secret: options.clientSecret ?? OWN_CLIENT.secret,
    redirects: options.redirects ?? [],
  };
  const sandbox = new Sandbox({
    scenario: options.scenario ?? acme,
    scenarioName: options.scenarioName ?? (options.scenario ? "custom" : "acme"),
    client,
    rate: options.rate ?? 300,
    switches: options.switches ?? {},
    faults: options.faults ?? { seed: 1, faults: [] },
    webhooks: options.webhooks ?? {},
    clock: options.clock ?? Date.now,
  });
  // Without a Host header Node would answer by itself, and not in Smartsheet's shape.
  const server = createServer({ requireHostHeader: false }, (request, response) =>
    serve(sandbox, request, response),
  );
  server.on("checkExpectation", (request, response) => serve(sandbox, request, response));
  // Longer than clients keep a connection: closing it first would break a call that is just being sent.
  server.keepAliveTimeout = 65_000;
  refuseBadHttp(server);
  const port = await listen(server, options.port ?? 0);
  sandbox.origin = `http://127.0.0.1:${port}`;
  if (options.heartbeat !== undefined) await startHeart(sandbox, options.heartbeat);
  let closing: Promise<void> | null = null;
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
    sandbox,
    close: () => {
      closing ??= close(sandbox, server);
      return closing;
    },
  };
}

async function serve(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("date", new Date(sandbox.clock()).toUTCString());
  const reply = await route(sandbox, request).catch(toReply);
  try {
    await deliver(request, response, reply);
  } catch (error) {
    // Such as a header no HTTP allows. Nothing of a broken answer goes out.
    console.error("sandbox: could not send", error);
    request.socket.destroy();
  }
}

async function startHeart(sandbox: Sandbox, everySeconds: number): Promise<void> {
  const { setHeartbeat } = await import("./control/heartbeat");
  await setHeartbeat(sandbox, { everySeconds });
  sandbox.heartAtStartMs = everySeconds * 1000;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(sandbox: Sandbox, server: Server): Promise<void> {
  sandbox.heart?.stop();
  sandbox.webhooks.clear();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
