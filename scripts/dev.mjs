// npm run dev: sandbox and app with live reload, offline and without accounts.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { loadDotEnv } from "./dotenv.mjs";
import { install, requireNode, root, say } from "./prepare.mjs";
import { startSandboxProcess } from "./sandbox-process.mjs";

requireNode();
loadDotEnv(root);
install();
const port = process.env.PORT || "3000";
const environment = { ...process.env, NODE_ENV: "development", SHEETPASS_DEV: "1", PORT: port };
environment.NEXTAUTH_URL ||= `http://localhost:${port}`;
if (!process.env.SMARTSHEET_CLIENT_ID) {
  const redirect = `${environment.NEXTAUTH_URL}/api/auth/callback/smartsheet`;
  const sandbox = await startSandboxProcess(root, process.env.SANDBOX_PORT || "3100", [
    "--redirect",
    redirect,
    "--rate",
    "0",
  ]);
  environment.SHEETPASS_SANDBOX = JSON.stringify(sandbox.info);
  process.once("exit", () => sandbox.child.kill());
}
const app = spawn(process.execPath, [join(root, "scripts", "serve.mjs")], {
  cwd: root,
  env: environment,
  stdio: "inherit",
});
say(`Developing at ${environment.NEXTAUTH_URL}`);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => app.kill(signal));
app.once("exit", (code) => process.exit(code ?? 0));
