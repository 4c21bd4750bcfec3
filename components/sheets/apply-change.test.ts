import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCellText } from "@/components/grid/cell-text";
import { columnValues, rowsOf } from "@/components/grid/column-values";
import { findHits } from "@/components/grid/find";
import { column, row, rowId } from "@/components/grid/sample";
import { finish } from "@/components/grid/slices";
import { tableOfRows } from "@/components/grid/table.test-helper";
import type { LiveChange } from "@/lib/live/events";
import type { VisibleRow } from "@/lib/policy/sheet";
import { applyChange } from "./apply-change";
import type { SheetLike } from "./sheet-like";

const columns = [column(1, "TEXT_NUMBER", { primary: true }), column(2, "TEXT_NUMBER")];
const { textOf } = createCellText({ locale: "en", timeZone: "UTC" });
const sheet = {
  id: "1",
  name: "Flights",
  version: 1,
  tag: "a",
  fetchedAt: "2026-11-24T08:00:00Z",
  totalRowCount: 0,
};
const access = { via: "own" as const, assumedUsers: [], rules: [], expiresAt: null, actions: [] };

function held(rows: VisibleRow[]): SheetLike {
  return { sheet: { ...sheet, totalRowCount: rows.length }, access, columns, rows };
}

function change(more: Partial<LiveChange>): LiveChange {
  return { from: "a", tag: "b", sheet: { ...sheet, version: 2 }, access, removed: [], rows: [], ...more };
}

const words = (rows: readonly VisibleRow[]) =>
  rows.map(({ id, rowNumber, parentId, cells }) => [
    id,
    rowNumber,
    parentId,
    ...columns.map((each) => cells[each.id]?.value),
  ]);

/** Rows by id and text, numbered by place: all that a state is, for the naive model. */
type Model = [id: number, text: string][];

const rowsFrom = (model: Model) =>
  model.map(([id, text], at) => ({ ...row(id, null, { "1": { value: text } }), rowNumber: at + 1 }));

const models = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }),
    fc.array(fc.constantFrom("x", "y"), { minLength: 24, maxLength: 24 }),
  )
  .map(([before, after, texts]): [Model, Model] => [
    before.map((id) => [id, texts[id] ?? ""]),
    after.map((id) => [id, texts[12 + (id % 12)] ?? ""]),
  ]);

/** What a server would tell: only what differs, and the order where it does not follow. */
function told(before: Model, after: Model): LiveChange {
  const texts = new Map(before);
  const rows = rowsFrom(after).filter((each) => texts.get(Number(each.id)) !== each.cells["1"]?.value);
  const ids = new Set(after.map(([id]) => id));
  const removed = before.flatMap(([id]) => (ids.has(id) ? [] : [String(id)]));
  const plainly = [
    ...before.filter(([id]) => ids.has(id)).map(([id]) => id),
    ...after.filter(([id]) => !texts.has(id)).map(([id]) => id),
  ];
  const order = after.map(([id]) => String(id));
  return change({ removed, rows, ...(plainly.join() === order.join() ? {} : { order }) });
}

describe("applyChange", () => {
  it("gives what a naive model gives, on plain rows and on rows of a table, change after change", () => {
    const steps = fc.array(models, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(steps, ([first, ...more]) => {
        const states: Model[] = [...(first ?? []), ...more.map(([, after]) => after)];
        const start = rowsFrom(states[0] ?? []);
        const fromTable = rowsOf(tableOfRows(start, columns), ["1", "2"]);
        for (const rows of [start, fromTable]) {
          let now = held(rows);
          for (const [at, after] of states.slice(1).entries()) {
            const applied = applyChange(now, told(states[at] ?? [], after));
            if (!applied) throw new Error("The change did not fit.");
            now = applied.answer;
            expect(words(now.rows)).toEqual(words(rowsFrom(after)));
          }
          // What is found by column is what the rows say.
          const find = { order: now.rows.map((_, at) => at), columns, textOf, needle: "x" };
          const plain = rowsFrom(states.at(-1) ?? []);
          expect(finish(findHits({ ...find, rows: now.rows }))).toEqual(
            finish(findHits({ ...find, rows: plain })),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("stays readable by column over a table", () => {
    const rows = rowsOf(tableOfRows([row(1, null), row(2, null)], columns), ["1", "2"]);
    const applied = applyChange(held(rows), change({ rows: [row(2, null, { "1": { value: "new" } })] }));
    const [primary] = columns;
    expect(applied && primary && columnValues(applied.answer.rows, primary)).not.toBeNull();
  });

  it("points at the cells that differ, and at rows that are new", () => {
    const before = held([row(1, null, { "1": { value: "a" }, "2": { value: 2 } }), row(2, null)]);
    const applied = applyChange(
      before,
      change({
        rows: [row(1, null, { "1": { value: "a" }, "2": { value: 3 } }), row(3, null)],
        removed: ["2"],
        order: ["1", "3"],
      }),
    );
    expect([...(applied?.cells ?? [])]).toEqual(["1:2", "3"]);
    expect(applied).toMatchObject({ changed: 1, added: 1, removed: 1 });
  });

  it("leaves rows that did not change the same objects", () => {
    const before = held([row(1, null), row(2, null)]);
    const applied = applyChange(before, change({ rows: [row(2, null, { "1": { value: "b" } })] }));
    expect(applied?.answer.rows[0]).toBe(before.rows[0]);
    expect(before.rows[1]?.cells).toEqual({});
  });

  it("numbers rows by place only where they were", () => {
    const second = { ...row(2, null), rowNumber: 7 };
    const applied = applyChange(held([row(1, null), second]), change({ removed: ["1"] }));
    expect(applied?.answer.rows).toEqual([second]);
  });

  it("takes new columns, rights and the age of the sheet", () => {
    const applied = applyChange(held([row(1, null)]), change({ columns: columns.slice(0, 1) }));
    expect(applied?.answer.columns).toHaveLength(1);
    expect(applied?.answer.sheet.version).toBe(2);
  });

  it("F08 refuses an order with a row that nobody knows", () => {
    expect(applyChange(held([row(1, null)]), change({ order: [rowId(1), rowId(9)] }))).toBeNull();
  });
});
