import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** What is measured runs on one core and what loads it on the other, so that neither takes the other's time. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;
const isPinned = cpus().length > 1 && !spawnSync("taskset", ["-V"]).error;

/** `core`: null for all of them. */
export function spawnOn(core, command, args, options = {}) {
  return isPinned && core !== null
    ? spawn("taskset", ["-c", String(core), command, ...args], { cwd: root, ...options })
    : spawn(command, args, { cwd: root, ...options });
}

/** Resolves when the process is gone; one that does not end is ended. */
export function end(child, graceMs = 15_000) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** Megabytes of it in memory now. */
export function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Seconds of processor time it has used, all its threads together. In ticks of 10 ms. */
export function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
