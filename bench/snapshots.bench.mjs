// From the last byte of a full-size sheet to an answer, in this process: decoding in the worker, projecting, packing.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorker } from "../scripts/build-worker.mjs";
import { bundle } from "./lib/bundle.mjs";
import { end, root } from "./lib/processes.mjs";
import { flights, survey, writeScenario } from "./lib/scenario.mjs";
import { startSandbox } from "./lib/world.mjs";

const RUNS = 7;
/** As the adapter asks. */
const QUERY = "include=objectValue,format&exclude=nonexistentCells&level=2";
const SIZES = { "1k": flights(1_000), "5k": flights(5_000), "20k": flights(20_000), wide: survey() };

export default async function* bench() {
  await buildWorker();
  const folder = mkdtempSync(join(tmpdir(), "sheetpass-bench-bodies-"));
  try {
    const plain = await bodies(folder, SIZES, "below");
    const large = await bodies(folder, { "20k": SIZES["20k"] }, "above");
    yield* cold(plain["20k"], "", "under 3");
    yield* cold(large["20k"], ", ids above 2^53", "under 6");
    yield* sizes(plain);
    yield* hot(plain["20k"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* cold(body, which, goal) {
  const found = await run({ do: "cold", runs: RUNS, ...body });
  const against = (values) => values.map((ms, at) => ms / found.parse[at]);
  const name = `${Math.round(found.megabytes)} MB`;
  yield { what: `JSON.parse of the ${name} body${which}`, unit: "ms", values: found.parse };
  yield { what: `last byte to columns, worker's start too${which}`, unit: "ms", values: found.started };
  yield { what: `last byte to columns${which}`, unit: "ms", values: found.decode };
  yield { what: `last byte to the first 100 rows as JSON${which}`, unit: "ms", values: found.rows };
  yield { what: `  against JSON.parse${which}`, unit: "x", values: against(found.rows), goal };
  yield { what: `last byte to the whole table, brotli 1${which}`, unit: "ms", values: found.table };
  yield { what: `  against JSON.parse${which}`, unit: "x", values: against(found.table), goal };
  yield { what: `longest the event loop is held${which}`, unit: "ms", values: found.held, goal: "under 200" };
}

async function* sizes(plain) {
  const perCell = {};
  for (const [name, body] of Object.entries(plain)) {
    const { rows, columns, table, packed } = await run({ do: "size", runs: 1, ...body });
    perCell[name] = packed / (rows * columns);
    const what = `${rows.toLocaleString("en")} x ${columns}`;
    yield { what: `columns of ${what}`, unit: "MB", values: [table / 1e6] };
    yield { what: `  as brotli 1 to the browser`, unit: "MB", values: [packed / 1e6] };
  }
  for (const name of ["5k", "20k"]) {
    const values = [perCell[name] / perCell["1k"]];
    yield { what: `bytes a cell, ${name} rows against 1k`, unit: "x", values, goal: "at most 1.1" };
  }
}

async function* hot(body) {
  const found = await run({ do: "hot", runs: 1, ...body });
  yield { what: "of ten such sheets kept hot", unit: "", values: [found.kept], goal: "10" };
  for (const [what, value] of [
    ["  the store counts them as", found.counted],
    ["  heap", found.heap],
    ["  buffers", found.buffers],
    ["  resident", found.resident],
  ])
    yield { what, unit: "MB", values: [value] };
}

/** A process of its own for each: what one leaves behind is not in the way of the next. */
async function run(task) {
  const file = await bundle("snapshots");
  const child = fork(file, { cwd: root, execArgv: ["--expose-gc"] });
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`The measuring process ended with ${code}.`)));
    child.send(task);
  });
}

/** The answers of the sandbox as files, by the sheet's key. */
async function bodies(folder, sheets, ids) {
  const scenario = writeScenario({ sheets, viewers: 0 });
  const sandbox = await startSandbox({ scenario, rate: 0, switches: [`ids=${ids}`] });
  try {
    const { sheets: made } = await sandbox.control("GET", "/info");
    const { token } = sandbox.people.find(({ email }) => email === "dana@acme.test");
    const found = {};
    for (const { key, id } of made) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${sandbox.apiUrl}/sheets/${id}?${QUERY}`, { headers });
      const file = join(folder, `${key}-${ids}.json`);
      writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
      found[key] = { file, sheetId: id };
    }
    return found;
  } finally {
    await end(sandbox.child);
    rmSync(scenario, { recursive: true, force: true });
  }
}
