import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "../../scripts/prepare.mjs";
import { bundle } from "./bundle.mjs";
import { until } from "./numbers.mjs";
import { end, freePort, LOAD_CORE, root, SERVER_CORE, spawnOn } from "./processes.mjs";
import { viewerEmail, writeScenario } from "./scenario.mjs";

const COOKIE = "__Host-sheetpass.session";

/**
 * The program as `npm start` runs it, on a core of its own, against a sandbox with these sheets, and `viewers` people
 * signed in. `env`: more settings of the server. `nodeArgs`: of its Node. `rate`: the sandbox's calls a minute and
 * token, 0 for no limit. Saving a rule reads its sheet: who wants none read before takes `restartCold`, after which
 * the address is another.
 */
export async function startWorld({ sheets, viewers = 1, env = {}, nodeArgs = [], rate = 0, switches = [] }) {
  build();
  const scenario = writeScenario({ sheets, viewers });
  const folder = mkdtempSync(join(tmpdir(), "sheetpass-bench-"));
  const started = [];
  const stop = async () => {
    for (const child of started) await end(child);
    for (const used of [scenario, folder]) rmSync(used, { recursive: true, force: true });
  };
  try {
    const sandbox = await startSandbox({ scenario, rate, switches, started });
    const app = await startApp({ sandbox, folder, env, nodeArgs, started });
    const [admin, ...people] = await signIn(sandbox, app.environment, viewers);
    const { sheets: made } = await sandbox.control("GET", "/info");
    const ids = Object.fromEntries(made.map(({ key, id }) => [key, id]));
    const columns = Object.fromEntries(made.map((sheet) => [sheet.key, sheet.columns]));
    const world = { ...app, sandbox, admin, people, ids, columns, stop };
    for (const key of Object.keys(sheets)) await permit(world, ids[key]);
    world.restartCold = async () => {
      await end(started.shift());
      rmSync(join(folder, "copies"), { recursive: true, force: true });
      Object.assign(world, await startApp({ sandbox, folder, env, nodeArgs, started }));
    };
    return world;
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** A sandbox alone; its process is `child`. */
export async function startSandbox({ scenario, rate, switches, started = [] }) {
  const args = ["scripts/sandbox.mjs", "--json", "--port", "0", "--rate", String(rate)];
  args.push("--scenario", scenario, ...switches.flatMap((one) => ["--switch", one]));
  const child = spawnOn(LOAD_CORE, process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  started.unshift(child);
  const info = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", (code) => reject(new Error(`The sandbox ended with ${code}.`)));
  });
  const origin = new URL(info.apiUrl).origin;
  const control = async (method, path, body) => {
    const json = { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await fetch(`${origin}/__sandbox${path}`, { method, ...(body ? json : {}) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return { ...info, child, control, calls: async () => (await control("GET", "/calls")).calls };
}

async function startApp({ sandbox, folder, env, nodeArgs, started }) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    NEXTAUTH_URL: url,
    DATABASE_URL: `file:${join(folder, "sheetpass.db")}`,
    SHEETPASS_SANDBOX: JSON.stringify({ ...sandbox, child: undefined }),
    LOG_LEVEL: "warn",
    ...env,
  };
  const child = spawnOn(SERVER_CORE, process.execPath, [...nodeArgs, "scripts/serve.mjs"], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.unshift(child);
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      log = (log + data).slice(-100_000);
    });
  const isHealthy = async () => {
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.\n${log}`);
    return (await fetch(`${url}/api/health`).catch(() => null))?.ok === true;
  };
  await until(isHealthy, { forMs: 60_000, what: "the app answers" });
  const get = (path, person, headers = {}) =>
    fetch(`${url}${path}`, { headers: { cookie: person.cookie, ...headers } });
  // taskset becomes the program it starts, so its process is the server's.
  return { url, port, child, pid: child.pid, environment, folder, log: () => log, get };
}

/** The administrator first, then the viewers, each with the cookie a browser would hold. */
async function signIn(sandbox, environment, viewers) {
  const { people: known } = await sandbox.control("GET", "/info");
  const byEmail = new Map(known.map((person) => [person.email, person]));
  const emails = ["ada@acme.test", ...Array.from({ length: viewers }, (_, n) => viewerEmail(n))];
  const people = [];
  for (const email of emails) {
    const { id, name } = byEmail.get(email);
    people.push({ id, email, name, ...(await sandbox.control("POST", "/tokens/issue", { email })) });
  }
  const child = fork(await bundle("seed"), { env: environment, cwd: root });
  const tokens = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`Signing in ended with ${code}.`)));
    child.send(people);
  });
  return people.map(({ id, email }, n) => ({
    id,
    email,
    token: tokens[n],
    cookie: `${COOKIE}=${tokens[n]}`,
  }));
}

/** One rule: everybody of Acme reads the sheet as its owner. */
async function permit({ url, admin }, sheetId) {
  const rule = {
    effect: "permit",
    principal: { type: "domain", domain: "acme.test" },
    resource: { type: "sheet", id: sheetId },
    delegation: { assume: "dana@acme.test" },
    actions: ["read"],
    columns: { mode: "all" },
    rows: null,
    endsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    reason: "A benchmark",
  };
  const send = () =>
    fetch(`${url}/api/v1/admin/rules`, {
      method: "POST",
      headers: { cookie: admin.cookie, origin: url, "content-type": "application/json" },
      body: JSON.stringify(rule),
    });
  let answer = await send();
  // On a busy machine the sandbox may take longer than Smartsheet is given.
  for (let tries = 1; answer.status === 503 && tries < 4; tries++) answer = await send();
  if (answer.status !== 201) throw new Error(`The rule: ${answer.status} ${await answer.text()}`);
}

/** Calls with the administrator's token that read a whole sheet, and that only ask for its version. */
export function countAdminCalls(calls) {
  const mine = calls.filter(({ caller, kind }) => caller === "ada@acme.test" && kind === "raw");
  const isOf = (pattern) => mine.filter(({ path }) => pattern.test(path.split("?")[0]));
  return {
    all: mine,
    reads: isOf(/\/sheets\/\d+$/).length,
    versions: isOf(/\/sheets\/\d+\/version$/).length,
    refused: calls.filter(({ status }) => status === 429).length,
  };
}
