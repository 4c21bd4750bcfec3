// Many people at once: what they cost Smartsheet, how soon they see a change, and what one of them can do to the others.
import { join } from "node:path";
import Database from "better-sqlite3";
import { ask, openLive, steadily } from "./lib/load.mjs";
import { pause, percentile, until } from "./lib/numbers.mjs";
import { flights, list } from "./lib/scenario.mjs";
import { countAdminCalls, startWorld } from "./lib/world.mjs";

const VIEWERS = 1_000;
const SHEETS = 50;
const MINUTES = Number(process.env.BENCH_MINUTES ?? 2);
const CHANGED = 5;
/** Calls a minute the connection may spend on open pages: four a minute for each sheet, as fresh as 15 s. */
const POLLS = Number(process.env.BENCH_POLLS ?? 200);
/** As many as Smartsheet allows a token. */
const RATE = 300;

const keys = Array.from({ length: SHEETS }, (_, n) => `open-${String(n + 1).padStart(2, "0")}`);
const rowsPath = (id) => `/api/v1/sheets/${id}?page=1&pageSize=100`;

export default async function* bench() {
  const lists = Object.fromEntries(keys.map((key, n) => [key, list(30, n + 1)]));
  const sheets = { cold: flights(20_000), ...lists };
  const world = await startWorld({
    sheets,
    viewers: VIEWERS,
    rate: RATE,
    // Fifty rules in one minute are more than an administrator may write.
    env: { RATE_LIMITS: "off" },
  });
  try {
    await world.restartCold();
    yield* coldSheet(world);
    await allowPolls(world, POLLS);
    yield* openPages(world);
  } finally {
    await world.stop();
  }
  yield* greedy();
}

async function* coldSheet(world) {
  const { sandbox, people, url, ids } = world;
  await sandbox.control("DELETE", "/calls");
  const answers = await Promise.all(people.map((person) => ask(url, rowsPath(ids.cold), person)));
  const { reads, versions, refused } = countAdminCalls(await sandbox.calls());
  const served = answers.filter(({ status }) => status === 200);
  const ms = answers.map((answer) => answer.ms);
  const what = `${VIEWERS.toLocaleString("en")} people open one cold sheet`;
  yield { what: `${what}: served`, unit: "", values: [served.length], goal: String(VIEWERS) };
  yield { what: "  full reads with the admin token", unit: "", values: [reads], goal: "1" };
  yield { what: "  version calls with it", unit: "", values: [versions] };
  yield { what: "  429s from Smartsheet", unit: "", values: [refused], goal: "0" };
  yield { what: "  until the first, the middle and the last has it", unit: "s", values: spread(ms) };
}

const spread = (ms) => [Math.min(...ms), percentile(ms, 0.5), Math.max(...ms)].map((one) => one / 1000);

/** Everybody keeps one sheet open; some sheets change while they do. */
async function* openPages({ sandbox, people, url, ids, columns }) {
  const seen = [];
  const closed = [];
  const behind = [];
  const open = async (person, n) => {
    const key = keys[n % SHEETS];
    const { status, body } = await ask(url, rowsPath(ids[key]), person);
    if (status !== 200) throw new Error(`${key}: ${status} ${body}`);
    const { tag } = JSON.parse(body).sheet;
    return openLive(url, ids[key], tag, person, (name, data) => {
      if (name === "closed" || name === "gone") closed.push({ name, data });
      else if (name === "stale") behind.push(key);
      else if (name === "change" || name === "reload") seen.push({ key, at: performance.now() });
    });
  };
  const streams = [];
  for (let n = 0; n < people.length; n += 50)
    streams.push(...(await Promise.all(people.slice(n, n + 50).map((one, at) => open(one, n + at)))));
  await pause(5_000);

  await sandbox.control("DELETE", "/calls");
  const began = performance.now();
  const calls = [];
  const changes = [];
  const seconds = MINUTES * 60;
  for (let second = 0; second < seconds; second += 5) {
    const isTime = changes.length < CHANGED && second >= ((changes.length + 1) * seconds) / (CHANGED + 2);
    if (isTime) changes.push(await change(sandbox, keys[changes.length * 7], { ids, columns }));
    await until(() => performance.now() >= began + (second + 5) * 1000, { forMs: 60_000, what: "time" });
    calls.push(...(await sandbox.calls()));
    await sandbox.control("DELETE", "/calls");
  }
  const { all, reads, versions, refused } = countAdminCalls(calls);
  const stayed = streams.length - closed.length;
  for (const stream of streams) stream.close();
  const what = `${VIEWERS.toLocaleString("en")} people keep ${SHEETS} sheets open, ${MINUTES} min`;
  yield { what: `${what}: stayed`, unit: "", values: [stayed], goal: String(VIEWERS) };
  yield { what: "  version calls a minute", unit: "", values: [versions / MINUTES], goal: "at most 200" };
  yield { what: "  most admin-token calls in any 60 s", unit: "", values: [most(all)], goal: "at most 270" };
  yield {
    what: `  full reads for ${changes.length} changes`,
    unit: "",
    values: [reads],
    goal: String(CHANGED),
  };
  yield { what: "  429s from Smartsheet", unit: "", values: [refused], goal: "0" };
  const toldOf = ({ key, at }) =>
    seen.filter((event) => event.key === key && event.at > at).map((event) => (event.at - at) / 1000);
  const told = changes.flatMap((one) => toldOf(one));
  yield {
    what: `  pages that heard of a change, ${VIEWERS / SHEETS} to each`,
    unit: "",
    values: [told.length],
    goal: String((CHANGED * VIEWERS) / SHEETS),
  };
  const last = changes
    .map((one) => Math.max(...toldOf(one), Number.NEGATIVE_INFINITY))
    .filter(Number.isFinite);
  if (last.length > 0)
    yield { what: "  a change to the last page that heard", unit: "s", values: last, goal: "at most 17" };
  yield { what: "  times a page was told it is behind", unit: "", values: [behind.length], goal: "0" };
}

/** The setting of the connection, as its page would save it. */
async function allowPolls({ folder }, perMinute) {
  const database = new Database(join(folder, "sheetpass.db"));
  database.prepare("update connections set polls_per_minute = ?").run(perMinute);
  database.close();
}

async function change(sandbox, key, { ids, columns }) {
  const body = { rowNumber: 3, column: columns[key].Remark, value: `Seen by ${key}` };
  await sandbox.control("POST", `/sheets/${ids[key]}/cells`, body);
  return { key, at: performance.now() };
}

/** The most calls within any 60 seconds. */
function most(calls) {
  const times = calls.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  return times.reduce((best, from, at) => {
    const within = times.findIndex((time) => time >= from + 60_000);
    return Math.max(best, (within < 0 ? times.length : within) - at);
  }, 0);
}

/** Twenty people at one request a second each, alone and beside one who asks fifty times a second. */
async function* greedy() {
  const world = await startWorld({ sheets: { cold: flights(20_000) }, viewers: 21 });
  try {
    const { people, url, ids } = world;
    const [hungry, ...others] = people;
    const usual = () =>
      steadily(others.length, 15, (n) => ask(url, rowsPath(ids.cold), others[n % others.length]));
    await usual();
    const [base, beside, refused] = [[], [], []];
    for (let round = 0; round < 3; round++) {
      base.push(p95(await usual()));
      const [theirs, answers] = await Promise.all([
        usual(),
        steadily(50, 15, () => ask(url, rowsPath(ids.cold), hungry)),
      ]);
      beside.push(p95(theirs));
      refused.push((answers.filter(({ status }) => status === 429).length / answers.length) * 100);
    }
    yield { what: "20 people, 1 request a second each: p95", unit: "ms", values: base };
    yield { what: "  beside one with 50 requests a second: p95", unit: "ms", values: beside };
    yield { what: "  of that one's requests refused", unit: "%", values: refused };
    const values = beside.map((ms, round) => ms / base[round]);
    yield { what: "  p95 against before", unit: "x", values, goal: "at most 2" };
  } finally {
    await world.stop();
  }
}

function p95(answers) {
  const bad = answers.find(({ status }) => status !== 200);
  if (bad) throw new Error(`One of the others got ${bad.status}: ${bad.body}`);
  return percentile(
    answers.map(({ ms }) => ms),
    0.95,
  );
}
