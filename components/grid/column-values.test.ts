import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import { createCellText } from "./cell-text";
import { columnValues, keepOrigin, rowsOf } from "./column-values";
import { passesOf } from "./filter";
import { findHits } from "./find";
import { column, row, rowId } from "./sample";
import { finish } from "./slices";
import { rowCompare } from "./sort";
import { summarize } from "./summary";
import { tableOfRows } from "./table.test-helper";
import { fullOrder, treeOf } from "./tree";

const locale = "en-GB";
const { textOf } = createCellText({ locale, timeZone: "UTC" });
const columns: VisibleColumn[] = [
  column(1, "TEXT_NUMBER", { primary: true }),
  column(2, "DATE"),
  column(3, "PICKLIST", { options: ["Low", "Medium", "High"] }),
  column(4, "CHECKBOX"),
  column(5, "DURATION"),
];

const words = fc.constantFrom(
  "Alpha",
  "alpha",
  "ÄPFEL",
  "10",
  "9",
  "",
  'quote "q" \\ back',
  "löwe\n2",
  "🦊 fox",
);
// JSON has no minus nought.
const number = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const euros = ",,,,,,,,,,,6,0,1,2,,";
const format = fc.constantFrom(undefined, undefined, euros, ",,1,,,,,,,,,,,,,,", ",,,,,,,,,,,,,,,,4");
const contents: fc.Arbitrary<VisibleCell>[] = [
  fc.oneof(
    words.map((value) => ({ value, displayValue: value })),
    words.map((value) => ({ value })),
    number.map((value) => ({ value })),
    number.map((value) => ({ value, displayValue: `€ ${value}` })),
    fc.constant({ value: "here", displayValue: "here", link: "https://acme.test/" }),
  ),
  fc.constantFrom({ value: "2026-11-03" }, { value: "2025-01-31" }, { value: "next week" }, { value: 45000 }),
  fc.constantFrom("Low", "High", "Medium", "Other").map((value) => ({ value, displayValue: value })),
  fc.oneof(
    fc.boolean().map((value) => ({ value })),
    fc.constant({ value: "maybe" }),
  ),
  fc.constantFrom("2d", "1w 1d", "3h", "soon").map((text) => ({
    value: text,
    objectValue: { type: "DURATION" as const, text },
  })),
];
const cellsArbitrary = fc.tuple(
  ...contents.map((content) => fc.option(fc.tuple(content, format), { freq: 4, nil: undefined })),
);
const rowArbitrary = fc.tuple(cellsArbitrary, fc.nat(3), fc.boolean());

function made(
  given: readonly (typeof rowArbitrary extends fc.Arbitrary<infer T> ? T : never)[],
): VisibleRow[] {
  return given.map(([cells, up], at) => {
    const filled: Record<string, VisibleCell> = {};
    cells.forEach((each, index) => {
      if (!each) return;
      const [content, own] = each;
      filled[String(index + 1)] = own ? { ...content, format: own } : content;
    });
    return row(at + 1, up > 0 && at >= up ? at + 1 - up : null, filled);
  });
}

/** The same rows three times: plain, from a table, and from a table with some of them changed since. */
const worlds = fc.array(rowArbitrary, { minLength: 1, maxLength: 30 }).chain((given) => {
  const after = made(given);
  const ids = columns.map(({ id }) => id);
  const whole: readonly VisibleRow[] = rowsOf(tableOfRows(after, columns), ids);
  // What was there before the change: other cells where the row changed, and one row that went since.
  const before = [
    row(900, null, { "1": { value: "gone" } }),
    ...after.map((each, at) =>
      given[at]?.[2] ? { ...each, cells: { "1": { value: "before", displayValue: "before" } } } : each,
    ),
  ];
  const fromTable = rowsOf(tableOfRows(before, columns), ids);
  const overlaid = after.map((each, at) => (given[at]?.[2] ? each : (fromTable[at + 1] ?? each)));
  keepOrigin(
    overlaid,
    fromTable,
    Int32Array.from(after, (_, at) => (given[at]?.[2] ? -1 : at + 1)),
  );
  return fc.constant({ plain: after, fast: [whole, overlaid] });
});

const orderOf = (rows: readonly VisibleRow[], sort?: { column: VisibleColumn; isDown: boolean }) =>
  fullOrder(treeOf(rows), {
    compare: sort
      ? rowCompare(rows, sort.column, sort.isDown ? "descending" : "ascending", { textOf, locale })
      : undefined,
  });
const settings = { numRuns: 300 };

describe("rows of a table", () => {
  it("I13 find the same words in the same order as plain rows", () => {
    const needle = fc.constantFrom(
      "a",
      "al",
      "1",
      "€",
      "nov",
      "yes",
      "2d",
      "ä",
      "quote",
      "before",
      "gone",
      "z",
    );
    fc.assert(
      fc.property(worlds, needle, ({ plain, fast }, words) => {
        const found = (rows: readonly VisibleRow[]) =>
          finish(findHits({ rows, order: orderOf(rows).reverse(), columns, textOf, needle: words }));
        for (const rows of fast) {
          expect(columnValues(rows, column(1, "TEXT_NUMBER"))).not.toBeNull();
          expect(found(rows)).toEqual(found(plain));
        }
      }),
      settings,
    );
  });

  it("stand in the same order as plain rows, by each column and in both directions", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...columns), fc.boolean(), ({ plain, fast }, by, isDown) => {
        const wanted = orderOf(plain, { column: by, isDown });
        for (const rows of fast) expect(orderOf(rows, { column: by, isDown })).toEqual(wanted);
      }),
      settings,
    );
  });

  it("stand in the same order when they are many and no text is like another", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.stringMatching(/^[a-c .-]{0,3}\d{1,4}[a-c ]?$/),
    );
    const plain = fc
      .sample(fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: number }), 2_000)
      .map((value, at) => row(at + 1, null, { "1": { value } }));
    const rows = rowsOf(
      tableOfRows(plain, columns),
      columns.map(({ id }) => id),
    );
    for (const isDown of [false, true]) {
      const by = { column: column(1, "TEXT_NUMBER"), isDown };
      expect(orderOf(rows, by)).toEqual(orderOf(plain, by));
    }
  });

  it("have the same sums as plain rows", () => {
    fc.assert(
      fc.property(worlds, ({ plain, fast }) => {
        const sums = (rows: readonly VisibleRow[]) => {
          // Often enough over itself that a whole column is read.
          const order = Array.from({ length: 150 }, (_, at) => at % rows.length);
          const range = { top: 0, bottom: order.length - 1, left: 0, right: columns.length - 1 };
          return finish(summarize({ rows, order, columns, range }));
        };
        for (const rows of fast) expect(sums(rows)).toEqual(sums(plain));
      }),
      settings,
    );
  });

  it("pass the same filter as plain rows", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...columns), words, ({ plain, fast }, by, value) => {
        const filter = { columnId: by.id, test: (cell?: VisibleCell) => cell?.value === value || !cell };
        const passed = (rows: readonly VisibleRow[]) =>
          rows.map((_, place) => passesOf(rows, columns, filter)(place));
        for (const rows of fast) expect(passed(rows)).toEqual(passed(plain));
      }),
      { numRuns: 100 },
    );
  });

  it("keep their numbers, parents and ids", () => {
    const plain = [row(1, null), row(2, 1), row(3, 2)];
    const rows = rowsOf(tableOfRows(plain, columns), []);
    expect(rows.map(({ id, rowNumber, parentId }) => [id, rowNumber, parentId])).toEqual(
      plain.map(({ id, rowNumber, parentId }) => [id, rowNumber, parentId]),
    );
  });
});

describe("a filter", () => {
  it("I13 on a column that is not there lets nothing through", () => {
    const rows = [row(1, null, { "9": { value: "hidden" } })];
    const filter = { columnId: column(9, "TEXT_NUMBER").id, test: () => true };
    expect(passesOf(rows, columns, filter)(0)).toBe(false);
  });

  it("asks the row itself where it is a function", () => {
    const rows = [row(1, null), row(2, null)];
    const passes = passesOf(rows, columns, ({ id }) => id === rowId(2));
    expect([passes(0), passes(1), passes(2)]).toEqual([false, true, false]);
  });
});
