// npm start: from a fresh clone to a running program, with nothing else to do.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadDotEnv } from "./dotenv.mjs";
import { build, install, requireNode, root, say } from "./prepare.mjs";
import { startSandboxProcess } from "./sandbox-process.mjs";

requireNode();
const heartbeat = readHeartbeat();
loadDotEnv(root);
install();
build();

const isDemo = !process.env.SMARTSHEET_CLIENT_ID;
const port = process.env.PORT || "3000";
const environment = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: port };
environment.NEXTAUTH_URL ||= isDemo ? `http://localhost:${port}` : "";
if (isDemo) environment.HOST ||= "127.0.0.1";

const children = [];
let isStopping = false;
let sandboxPage = "";
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop(0));

if (isDemo) {
  try {
    const sandbox = await startSandboxProcess(root, process.env.SANDBOX_PORT || "3100", [
      "--redirect",
      `${environment.NEXTAUTH_URL}/api/auth/callback/smartsheet`,
      ...(heartbeat === undefined ? [] : ["--heartbeat", heartbeat]),
    ]);
    sandboxPage = new URL("/", sandbox.info.apiUrl).href;
    watch(sandbox.child, "The sandbox");
    environment.SHEETPASS_SANDBOX = JSON.stringify(sandbox.info);
  } catch (cause) {
    say(cause.message);
    if (cause.message.includes("is taken")) say("In the demo: set SANDBOX_PORT to another one.");
    process.exit(1);
  }
}

const app = spawn(process.execPath, [join(root, "scripts", "serve.mjs")], {
  cwd: root,
  env: environment,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
watch(app, "The app");
app.on("message", (message) => {
  if (message !== "listening") return;
  say("");
  say(`  Sheetpass is ready: ${environment.NEXTAUTH_URL}`);
  if (isDemo) {
    say("  Demo with made-up data: sign in as Ada Admin (ada@acme.test) to write a rule,");
    say("  then as Vik Viewer (vik@acme.test) to read under it. Ctrl+C stops it.");
    say(`  The imitation of Smartsheet behind it: ${sandboxPage}`);
  }
  say("");
});

/** The made-up company may work while one watches: `npm start -- --heartbeat 5`. */
function readHeartbeat() {
  try {
    return parseArgs({ options: { heartbeat: { type: "string" } } }).values.heartbeat;
  } catch (cause) {
    say(cause.message);
    say("The one option is --heartbeat SECONDS: npm start -- --heartbeat 5");
    process.exit(2);
  }
}

function watch(child, name) {
  children.push(child);
  child.once("exit", (code) => {
    if (isStopping) return;
    say(`${name} ended${code ? ` (code ${code})` : ""}.`);
    stop(code || 1);
  });
}

function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill("SIGTERM");
  const alive = () => children.some((child) => child.exitCode === null && child.signalCode === null);
  const started = Date.now();
  setInterval(() => {
    if (alive() && Date.now() - started < 31_000) return;
    process.exit(code);
  }, 50);
}
