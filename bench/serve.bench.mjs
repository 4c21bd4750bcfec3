// What a warm server gives on one core, against as little as Next.js can be asked for, by turns. Load comes from wrk.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBare } from "./lib/bare.mjs";
import { median } from "./lib/numbers.mjs";
import { end } from "./lib/processes.mjs";
import { printHeaviest } from "./lib/profile.mjs";
import { flights, list } from "./lib/scenario.mjs";
import { startWorld } from "./lib/world.mjs";
import { hasWrk, wrk } from "./lib/wrk.mjs";

const ROUNDS = 5;
const SECONDS = 4;
const SHEETS = { flights: flights(20_000), list: list(30) };
const GOALS = { rows: 0.6, page: 0.4 };

export default async function* bench() {
  if (!hasWrk()) {
    console.log("  wrk is not here (apt-get install wrk)");
    return;
  }
  const missed = yield* rates();
  for (const target of missed) await profile(target);
}

async function* rates() {
  const world = await startWorld({ sheets: SHEETS, env: { RATE_LIMITS: "off" } });
  const folder = mkdtempSync(join(tmpdir(), "sheetpass-bench-body-"));
  let bare;
  try {
    const rows = await textOf(world, rowsPath(world));
    const page = await textOf(world, pagePath(world));
    const file = join(folder, "body.json");
    writeFileSync(file, rows);
    bare = await startBare(file);
    const drawn = (page.match(/role="row"/g)?.length ?? 0) - 1;
    if (drawn < 20) throw new Error(`The page came with ${drawn} rows.`);
    const headers = { cookie: world.people[0].cookie };
    const targets = {
      rows: { pid: world.pid, url: world.url + rowsPath(world), headers },
      bareRows: { pid: bare.child.pid, url: `${bare.url}/body` },
      page: { pid: world.pid, url: world.url + pagePath(world), headers },
      barePage: { pid: bare.child.pid, url: `${bare.url}/bare` },
      unchanged: { pid: world.pid, url: `${world.url}${await unchangedPath(world)}`, headers },
    };
    const found = await byTurns(targets);
    const rate = (name) => found[name].map((one) => one.rate);
    const perCore = (name) => found[name].map((one) => one.perCore);
    const against = (mine, other) => perCore(mine).map((each, round) => each / perCore(other)[round]);
    const kilobytes = (text) => `${Math.round(Buffer.byteLength(text) / 1000)} kB`;
    const ratios = { rows: against("rows", "bareRows"), page: against("page", "barePage") };
    const names = {
      rows: `first 100 rows x 25, ${kilobytes(rows)}`,
      bareRows: "  bare route handler, the same body",
      page: `page, 30 rows x 8, ${drawn} drawn, ${kilobytes(page)}`,
      barePage: "  bare dynamic page",
      unchanged: "whole sheet again: unchanged",
    };
    for (const [name, what] of Object.entries(names)) {
      yield { what, unit: "/s", values: rate(name) };
      yield { what: "    a second of processor time", unit: "/s", values: perCore(name) };
      if (name === "bareRows")
        yield { what: "  ours of the bare one", unit: "x", values: ratios.rows, goal: "at least 0.6" };
      if (name === "barePage")
        yield { what: "  ours of the bare one", unit: "x", values: ratios.page, goal: "at least 0.4" };
    }
    return Object.keys(GOALS).filter((name) => median(ratios[name]) < GOALS[name]);
  } finally {
    if (bare) await end(bare.child);
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each target once before any counts, then one after the other in each round. */
async function byTurns(targets) {
  const found = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++)
    for (const [name, { url, ...how }] of Object.entries(targets)) {
      const measured = await wrk(url, { ...how, seconds: SECONDS });
      if (round >= 0) found[name].push(measured);
    }
  return found;
}

/** The same load once more on a server that takes notes of what it does. */
async function profile(target) {
  const folder = mkdtempSync(join(tmpdir(), "sheetpass-bench-profile-"));
  mkdirSync(folder, { recursive: true });
  const nodeArgs = ["--cpu-prof", `--cpu-prof-dir=${folder}`];
  const world = await startWorld({ sheets: SHEETS, env: { RATE_LIMITS: "off" }, nodeArgs });
  try {
    const path = target === "rows" ? rowsPath(world) : pagePath(world);
    const headers = { cookie: world.people[0].cookie };
    await wrk(world.url + path, { pid: world.pid, headers, seconds: 12 });
    await end(world.child, 30_000);
    printHeaviest(target, folder, 12);
  } finally {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsPath = ({ ids }) => `/api/v1/sheets/${ids.flights}?page=1&pageSize=100`;
const pagePath = ({ ids }) => `/sheets/${ids.list}`;

async function unchangedPath(world) {
  const { sheet } = JSON.parse(await textOf(world, rowsPath(world)));
  return `/api/v1/sheets/${world.ids.flights}/table?tag=${sheet.tag}`;
}

async function textOf(world, path) {
  const answer = await world.get(path, world.people[0]);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}\n${world.log()}`);
  return text;
}
