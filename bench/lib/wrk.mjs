import { spawnSync } from "node:child_process";
import { LOAD_CORE, processorSeconds, spawnOn } from "./processes.mjs";

export function hasWrk() {
  return !spawnSync("wrk", ["-v"]).error;
}

/**
 * As many requests as go, from the core the server is not on. `rate`: a second. `perCore`: a second of the processor
 * time of `pid`, which stays the same when others use the machine too. Fails where an answer is no 2xx.
 */
export async function wrk(url, { pid, connections = 20, seconds = 5, headers = {} }) {
  const given = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const args = ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "--timeout", "15s", ...given, url];
  const before = processorSeconds(pid);
  const child = spawnOn(LOAD_CORE, "wrk", args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (data) => {
    printed += data;
  });
  await new Promise((resolve) => child.once("close", resolve));
  if (/Non-2xx|Socket errors/.test(printed) || !printed.includes("Requests/sec"))
    throw new Error(`${url}\n${printed}`);
  const used = processorSeconds(pid) - before;
  const count = Number(/(\d+) requests in/.exec(printed)[1]);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)[1]), perCore: count / used };
}
