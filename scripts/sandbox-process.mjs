import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * Starts the sandbox as its own process and waits for its one line. `args`: more flags.
 * Answers `{ info, child }`; fails with what it printed when it ends first.
 */
export function startSandboxProcess(root, port, args = []) {
  const child = spawn(
    process.execPath,
    [join(root, "scripts", "sandbox.mjs"), "--json", "--port", String(port), ...args],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  child.stderr.on("data", (data) => {
    printed += data;
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) =>
      resolve({ info: JSON.parse(line), child }),
    );
    child.once("exit", () => reject(new Error(`The sandbox did not start.\n${printed.trim()}`)));
  });
}
