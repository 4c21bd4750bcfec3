// What the browser does with a full-size sheet once its bytes are there: open, sort, find, sum. 20,000 rows x 25 columns.
// Run with tsx: node --import tsx bench/run.mjs grid
import { createCellText } from "../components/grid/cell-text.ts";
import { rowsOf } from "../components/grid/column-values.ts";
import { findHits } from "../components/grid/find.ts";
import { finish } from "../components/grid/slices.ts";
import { rowCompare } from "../components/grid/sort.ts";
import { summarize } from "../components/grid/summary.ts";
import { buildTree, fullOrder } from "../components/grid/tree.ts";
import { contentOf } from "../lib/columnar/form.ts";
import { readTable } from "../lib/columnar/read-table.ts";
import { ColumnWriter, FormatsWriter, writeTable } from "../lib/columnar/write-table.ts";

const ROWS = 20_000;
const COLUMNS = 25;
const RUNS = 9;
const locale = "en-GB";
const { textOf } = createCellText({ locale, timeZone: "UTC" });
const columns = Array.from({ length: COLUMNS }, (_, at) => ({
  id: String(at + 1),
  index: at,
  title: `Column ${at + 1}`,
  type: ["TEXT_NUMBER", "TEXT_NUMBER", "DATE", "PICKLIST", "CHECKBOX"][at % 5],
}));
const columnIds = columns.map(({ id }) => id);

export default async function* bench() {
  yield* sheet("", bytesOf(mixedCell));
  yield* sheet(", every cell another text", bytesOf(distinctCell));
}

async function* sheet(which, bytes) {
  const open = () => {
    const rows = rowsOf(readTable(bytes), columnIds);
    return { rows, tree: buildTree(rows) };
  };
  yield { what: `open the bytes and their rows${which}`, unit: "ms", values: time(open) };
  const { rows, tree } = open();
  const order = fullOrder(tree);

  for (const [name, at] of [
    ["texts", 0],
    ["numbers", 1],
    ["days", 2],
  ]) {
    // A column that was never looked at, as when a person presses its head for the first time.
    const values = time(
      () => open().rows,
      (fresh) =>
        fullOrder(tree, { compare: rowCompare(fresh, columns[at], "ascending", { textOf, locale }) }),
    );
    yield { what: `sort 20,000 rows by ${name}${which}`, unit: "ms", values, goal: "at most 60" };
  }

  const find = (within, needle) => finish(findHits({ rows: within, order, columns, textOf, needle }));
  const first = time(
    () => open().rows,
    (fresh) => find(fresh, "berlin 77"),
  );
  yield { what: `first search over 500,000 cells${which}`, unit: "ms", values: first, goal: "at most 120" };
  find(rows, "b");
  yield {
    what: `next letter, few hits${which}`,
    unit: "ms",
    values: time(() => find(rows, "berlin 77")),
    goal: "at most 120",
  };
  yield {
    what: `next letter, ${find(rows, "e").length.toLocaleString("en")} hits${which}`,
    unit: "ms",
    values: time(() => find(rows, "e")),
    goal: "at most 120",
  };

  const range = { top: 0, bottom: ROWS - 1, left: 0, right: COLUMNS - 1 };
  yield {
    what: `sum of everything${which}`,
    unit: "ms",
    values: time(() => finish(summarize({ rows, order, columns, range }))),
  };
}

const CITIES = ["Berlin", "Hanover", "Lyon", "Turin", "Gdansk", "Porto", "Bergen"];

/** As sheets are: names and amounts that differ in most rows, days and choices that repeat. */
function mixedCell(row, at) {
  const n = (row * 7_919 + at * 104_729) % 1_000_003;
  if (n % 11 === 0) return undefined;
  switch (at % 5) {
    case 0: {
      const text = at === 0 ? `${CITIES[n % 7]} ${n % 100_000}` : `${CITIES[n % 7]} ${n % 500}`;
      return { value: text, displayValue: text };
    }
    case 1:
      return { value: n / 100, displayValue: `€ ${(n / 100).toFixed(2)}` };
    case 2:
      return { value: new Date(Date.UTC(2024, 0, 1 + (n % 900))).toISOString().slice(0, 10) };
    case 3:
      return { value: ["Low", "Medium", "High"][n % 3], displayValue: ["Low", "Medium", "High"][n % 3] };
    default:
      return { value: n % 2 === 0 };
  }
}

/** The worst there is: nothing repeats. */
function distinctCell(row, at) {
  const text = `${CITIES[(row + at) % 7]} ${(row * 7_919) % 1_000_003} of ${at}`;
  return { value: text, displayValue: text };
}

function bytesOf(cellAt) {
  const writers = columns.map((_, at) => {
    const writer = new ColumnWriter(ROWS);
    const codes = new Map();
    for (let row = 0; row < ROWS; row++) {
      const cell = cellAt(row, at);
      if (cell === undefined) continue;
      const content = JSON.stringify(contentOf(cell));
      const code = codes.get(content) ?? writer.add(content);
      codes.set(content, code);
      writer.codes[row] = code;
    }
    return writer;
  });
  return writeTable({
    meta: null,
    ids: BigUint64Array.from({ length: ROWS }, (_, row) => 4_000_000_000_000_000n + BigInt(row)),
    numbers: Uint32Array.from({ length: ROWS }, (_, row) => row + 1),
    parents: new Uint32Array(ROWS),
    columns: writers,
    formats: new FormatsWriter(),
  });
}

/** Milliseconds of `work`, each time on what `prepare` makes; without `work`, of `prepare` itself. */
function time(prepare, work) {
  const values = [];
  for (let run = 0; run <= RUNS; run++) {
    const given = work ? prepare() : undefined;
    const start = performance.now();
    (work ?? prepare)(given);
    // The first run compiles; a person pays that once as well, but it measures the machine and not the work.
    if (run > 0) values.push(performance.now() - start);
  }
  return values;
}
