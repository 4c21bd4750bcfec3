// A sheet in a real browser: how soon it shows, answers and is whole, and how it moves under the hand.
import { metrics, openSheet, startBrowser } from "./lib/browser.mjs";
import { act, scroll } from "./lib/in-page.mjs";
import { median, percentile } from "./lib/numbers.mjs";
import { flights, survey } from "./lib/scenario.mjs";
import { startWorld } from "./lib/world.mjs";

const RUNS = 5;
/** Of the grid's own (components/grid/grid-types). */
const LAYOUT = { rowHeight: 30, headHeight: 32 };
const SIZES = {
  "rows-1k": { rows: 1_000, what: "1,000 x 25" },
  "rows-5k": { rows: 5_000, what: "5,000 x 25" },
  "rows-20k": { rows: 20_000, what: "20,000 x 25" },
  wide: { rows: 1_250, what: "1,250 x 400" },
};
const ACTS = [
  { what: "jump", name: "jump to the last row", goal: "at most 40" },
  { what: "sort Delay (min)", name: "sort 20,000 rows by numbers", goal: "at most 60" },
  { what: "sort Flight", name: "sort 20,000 rows by texts", goal: "at most 60" },
  { what: "find Houston", hasHits: true, name: "find in 500,000 cells", goal: "at most 120" },
  { what: "find Houstoz", hasHits: false, name: "the next letter, no hit", goal: "at most 120" },
];

export default async function* bench() {
  const sheets = {
    "rows-1k": flights(1_000),
    "rows-5k": flights(5_000),
    "rows-20k": flights(20_000),
    wide: survey(),
  };
  const world = await startWorld({ sheets, env: { RATE_LIMITS: "off" } });
  const browser = await startBrowser();
  try {
    const open = (key) =>
      openSheet(browser, {
        url: world.url,
        person: world.people[0],
        sheetId: world.ids[key],
        rowCount: SIZES[key].rows,
      });
    yield* opening(open);
    yield* moving(open);
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** All sizes by turns; the first of each, with a cold server, does not count. */
async function* opening(open) {
  const found = Object.fromEntries(Object.keys(SIZES).map((key) => [key, []]));
  for (let run = -1; run < RUNS; run++)
    for (const key of Object.keys(SIZES)) {
      const { context, marks, bytes } = await open(key);
      await context.close();
      if (run >= 0) found[key].push({ ...marks, ...bytes });
    }
  const of = (key, name, by = 1) => found[key].map((one) => one[name] / by);
  const full = "rows-20k";
  yield {
    what: "first row on screen, empty cache",
    unit: "ms",
    values: of(full, "firstRow"),
    goal: "at most 250",
  };
  yield { what: "  the grid answers a key", unit: "ms", values: of(full, "key"), goal: "at most 600" };
  yield { what: "  all 500,000 cells there", unit: "ms", values: of(full, "all"), goal: "at most 1,200" };
  const scripts = of(full, "scripts", 1000);
  yield { what: "scripts before the grid answers", unit: "kB", values: scripts, goal: "at most 210" };
  yield {
    what: "the page, first rows in it",
    unit: "kB",
    values: of(full, "document", 1000),
    goal: "at most 15",
  };
  const least = median(of("rows-1k", "firstRow"));
  for (const [key, { what }] of Object.entries(SIZES)) {
    yield { what: `first row of ${what}`, unit: "ms", values: of(key, "firstRow") };
    const values = [median(of(key, "firstRow")) / least];
    if (key !== "rows-1k") yield { what: "  against 1,000 rows", unit: "x", values, goal: "at most 1.3" };
    yield { what: "  all of it", unit: "ms", values: of(key, "all") };
  }
}

async function* moving(open) {
  const scrolls = [];
  const acts = Object.fromEntries(ACTS.map(({ what }) => [what, []]));
  const heaps = [];
  for (let run = 0; run < 3; run++) {
    const { context, page, client } = await open("rows-20k");
    await page.waitForTimeout(1_000);
    const before = await metrics(client);
    const { frames, ...rest } = await page.evaluate(scroll, { seconds: 5, ...LAYOUT });
    const after = await metrics(client);
    const busy = (after.busySeconds - before.busySeconds) / (after.at - before.at);
    scrolls.push({ frames, busy, ...rest });
    await page.evaluate(act, { what: "back", rowCount: 20_000 });
    for (const { what, hasHits } of ACTS)
      acts[what].push(await page.evaluate(act, { what, hasHits, rowCount: 20_000 }));
    await client.send("HeapProfiler.collectGarbage");
    heaps.push((await metrics(client)).heap / 1e6);
    await context.close();
  }
  const all = (read) => scrolls.map(read);
  const late = all(({ frames }) => frames.filter((ms) => ms > 50).length);
  yield {
    what: "scrolling 5 s: frames, p99",
    unit: "ms",
    values: all(({ frames }) => percentile(frames, 0.99)),
    goal: "at most 17",
  };
  yield { what: "  frames over 50 ms", unit: "", values: late, goal: "0" };
  yield {
    what: "  rows missing in what is shown",
    unit: "%",
    values: all(({ blank }) => blank * 100),
    goal: "under 1",
  };
  yield { what: "  frames with a row missing", unit: "%", values: all((one) => one.framesWithBlank * 100) };
  yield { what: "  main thread busy", unit: "%", values: all(({ busy }) => busy * 100), goal: "at most 30" };
  for (const { what, name, goal } of ACTS) yield { what: name, unit: "ms", values: acts[what], goal };
  yield { what: "heap of the page with all rows", unit: "MB", values: heaps };
}
