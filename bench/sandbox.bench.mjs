// What the sandbox costs: start, a full-size sheet, many small calls, memory. Load comes from wrk (Debian package).
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FLIGHTS = "Flights, on-time data";

export default async function* bench() {
  const starts = [];
  for (let run = 0; run < 5; run += 1) {
    const before = performance.now();
    const sandbox = await start();
    await fetch(`${sandbox.apiUrl}/serverinfo`);
    starts.push(performance.now() - before);
    sandbox.child.kill();
  }
  yield { what: "start to first answer", unit: "ms", values: starts, goal: "under 1,000" };

  const sandbox = await start();
  try {
    yield* sheet(sandbox);
    yield* small(sandbox);
    await openEverything(sandbox);
    const resident = [
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${sandbox.child.pid}/status`, "utf8"))[1]) / 1024,
    ];
    yield { what: "resident with every sheet opened", unit: "MB", values: resident, goal: "under 400" };
  } finally {
    sandbox.child.kill();
  }
}

/** The first answer renders; later ones of the same version are kept. Both against stringifying the same object here. */
async function* sheet(sandbox) {
  const { sheets } = await info(sandbox);
  const { id, owner } = sheets.find(({ name }) => name === FLIGHTS);
  const read = async () => {
    const before = performance.now();
    const answer = await fetch(`${sandbox.apiUrl}/sheets/${id}`, {
      headers: { authorization: `Bearer ${token(sandbox, owner)}`, "accept-encoding": "identity" },
    });
    const text = await answer.text();
    return { ms: performance.now() - before, text };
  };
  const first = await read();
  const again = [];
  for (let run = 0; run < 7; run += 1) again.push((await read()).ms);
  const object = JSON.parse(first.text);
  const stringify = [];
  for (let run = 0; run < 7; run += 1) {
    const before = performance.now();
    JSON.stringify(object);
    stringify.push(performance.now() - before);
  }
  yield { what: "GET 20,000 x 25, the first time", unit: "ms", values: [first.ms] };
  yield { what: "GET 20,000 x 25, the same version again", unit: "ms", values: again };
  yield { what: "JSON.stringify of the same object", unit: "ms", values: stringify };
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const ratio = [middle(again) / middle(stringify)];
  yield { what: "GET against JSON.stringify", unit: "x", values: ratio, goal: "under 2" };
}

async function* small(sandbox) {
  if (spawnSync("wrk", ["-v"]).error) {
    console.log("  small calls: wrk is not here (apt-get install wrk)");
    return;
  }
  const { sheets } = await info(sandbox);
  const { id, owner } = sheets.find(({ name }) => name === "Launch plan");
  const rates = [];
  for (let run = 0; run < 3; run += 1) {
    const printed = execFileSync("wrk", [
      ...["-t", "1", "-c", "16", "-d", "5s"],
      ...["-H", `Authorization: Bearer ${token(sandbox, owner)}`],
      `${sandbox.apiUrl}/sheets/${id}/version`,
    ]).toString();
    if (/Non-2xx/.test(printed)) throw new Error(printed);
    rates.push(Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)[1]));
  }
  yield {
    what: "GET /sheets/{id}/version, 16 connections",
    unit: "calls/s",
    values: rates,
    goal: "over 1,000",
  };
}

async function openEverything(sandbox) {
  const { sheets } = await info(sandbox);
  for (const { id, owner } of sheets) {
    const headers = { authorization: `Bearer ${token(sandbox, owner)}` };
    await (await fetch(`${sandbox.apiUrl}/sheets/${id}`, { headers })).arrayBuffer();
  }
}

async function info({ apiUrl }) {
  return (await fetch(`${new URL(apiUrl).origin}/__sandbox/info`)).json();
}

function token({ people }, email) {
  return people.find((person) => person.email === email).token;
}

/** One core for the sandbox, so that the figure is one core's. */
function start() {
  const args = ["scripts/sandbox.mjs", "--json", "--port", "0", "--rate", "0"];
  const child = spawn("taskset", ["-c", "0", process.execPath, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (text) => resolve({ ...JSON.parse(text), child }));
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code}`)));
  });
}
