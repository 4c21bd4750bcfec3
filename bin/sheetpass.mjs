#!/usr/bin/env node
// Starts scripts/sheetpass.ts as `npm run backup` starts its script, from whatever folder it is called in.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadDotEnv } from "../scripts/dotenv.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
loadDotEnv(root);

const child = spawn(
  process.execPath,
  [
    "--conditions=react-server",
    "--import",
    import.meta.resolve("tsx"),
    join(root, "scripts", "sheetpass.ts"),
    ...process.argv.slice(2),
  ],
  {
    // Settings such as DATABASE_URL are relative to the program's folder, the caller's file is not.
    cwd: root,
    env: { ...process.env, INIT_CWD: process.cwd(), LOG_LEVEL: process.env.SHEETPASS_LOG_LEVEL ?? "silent" },
    stdio: "inherit",
  },
);
child.on("error", (cause) => {
  process.stderr.write(`Sheetpass could not be started: ${cause.message}\n`);
  process.exitCode = 1;
});
// Stopped by a signal, it did not get done.
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
