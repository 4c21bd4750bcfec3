// The server's memory: alone, with ten full-size sheets and many open pages, while another is read, and a minute later.
import { ask, openLive } from "./lib/load.mjs";
import { pause } from "./lib/numbers.mjs";
import { residentMb } from "./lib/processes.mjs";
import { flights, list } from "./lib/scenario.mjs";
import { startWorld } from "./lib/world.mjs";

const HOT = 10;
const VIEWERS = 200;
const tablePath = (id) => `/api/v1/sheets/${id}/table`;

export default async function* bench() {
  const hot = Array.from({ length: HOT }, (_, n) => `hot-${n + 1}`);
  const full = Object.fromEntries([...hot, "cold"].map((key) => [key, flights(20_000)]));
  const env = { RATE_LIMITS: "off" };
  const world = await startWorld({ sheets: { ...full, list: list(30) }, viewers: VIEWERS, env });
  try {
    await world.restartCold();
    const { pid, people, url, ids } = world;
    const read = async (path, person) => {
      const answer = await ask(url, path, person);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
      return answer;
    };
    for (let n = 0; n < 50; n++) await read(`/sheets/${ids.list}`, people[n % VIEWERS]);
    await pause(5_000);
    const base = residentMb(pid);
    yield { what: "resident after a few pages", unit: "MB", values: [base] };

    const opening = watch(pid);
    for (const key of hot) await read(tablePath(ids[key]), people[0]);
    yield { what: `peak while ${HOT} x 500,000 cells open`, unit: "MB", values: [opening.stop()] };
    const streams = [];
    for (const [n, person] of people.entries()) {
      const id = ids[hot[n % HOT]];
      const { sheet } = JSON.parse((await read(`/api/v1/sheets/${id}?page=1&pageSize=100`, person)).body);
      streams.push(await openLive(url, id, sheet.tag, person, () => {}));
    }
    const steady = [];
    for (let second = 0; second < 30; second++) {
      await pause(1_000);
      steady.push(residentMb(pid));
    }
    const what = `${HOT} such sheets hot, ${VIEWERS} pages open`;
    yield { what, unit: "MB", values: steady, goal: "at most 600" };

    const reading = watch(pid);
    await read(tablePath(ids.cold), people[0]);
    yield { what: "  peak of one more cold read", unit: "MB", values: [reading.stop()], goal: "at most 850" };
    for (const stream of streams) stream.close();
    await pause(60_000);
    const after = residentMb(pid);
    yield { what: "60 s after, pages closed", unit: "MB", values: [after] };
    yield { what: "  against the base", unit: "x", values: [after / base], goal: "at most 1.25" };
  } finally {
    await world.stop();
  }
}

/** The most the process holds until `stop`. */
function watch(pid) {
  let most = residentMb(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, 20);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
