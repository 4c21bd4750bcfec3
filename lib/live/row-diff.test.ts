import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowId } from "@/lib/policy/ids";
import type { VisibleRow } from "@/lib/policy/sheet";
import { applyChange } from "./apply-change.test-helper";
import { diffRows, MOST_ROWS, type RowDiff, type RowList } from "./row-diff";

const COLUMNS = ["11", "12", "13"];

function listOf(rows: readonly VisibleRow[], looked: string[] = []): RowList {
  const at = (row: number) => {
    const found = rows[row];
    if (!found) throw new RangeError("There is no such row.");
    return found;
  };
  return {
    count: rows.length,
    idAt: (row) => at(row).id,
    placeAt: at,
    rowAt: at,
    cellAt(row, columnId) {
      looked.push(at(row).id);
      return at(row).cells[columnId];
    },
  };
}

const cell = fc.oneof(
  fc.record({ value: fc.constantFrom("a", "b", 1, true) }, { requiredKeys: [] }),
  fc.record({ value: fc.constant("a"), displayValue: fc.constantFrom("a", "A") }),
  fc.record({ value: fc.constant("a"), format: fc.constantFrom(",,1", ",,2") }),
  fc.record({ link: fc.constantFrom("https://one.test/", "https://two.test/") }),
  fc.record({
    objectValue: fc.record({
      type: fc.constant("MULTI_PICKLIST" as const),
      values: fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
    }),
  }),
);
const cells = fc.dictionary(fc.constantFrom(...COLUMNS), cell, { maxKeys: 3 });
const rows = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      parent: fc.option(fc.integer({ min: 1, max: 3 })),
      cells,
    }),
    {
      selector: ({ id }) => id,
      maxLength: 12,
    },
  )
  .map((list) =>
    list.map(
      ({ id, parent, cells }, place): VisibleRow => ({
        id: String(id) as RowId,
        rowNumber: place + 1,
        parentId: parent === null ? null : (String(parent) as RowId),
        cells,
      }),
    ),
  );

const diff = (before: VisibleRow[], after: VisibleRow[]) =>
  diffRows(listOf(before), listOf(after), { columnIds: COLUMNS });

function told(before: VisibleRow[], after: VisibleRow[]): RowDiff {
  const found = diff(before, after);
  if (found === "reload") throw new Error("A change was expected.");
  return found;
}

const row = (id: number, rowNumber: number, text = "", parent: number | null = null): VisibleRow => ({
  id: String(id) as RowId,
  rowNumber,
  parentId: parent === null ? null : (String(parent) as RowId),
  cells: text === "" ? {} : { "11": { value: text } },
});
const column = (count: number) => Array.from({ length: count }, (_, n) => row(n + 1, n + 1, `text ${n}`));

describe("the difference of two states", () => {
  it("applied to the one state gives exactly the other", () => {
    let moved = 0;
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const found = told(before, after);
        if (found.order) moved += 1;
        expect(applyChange(before, found)).toEqual(after);
      }),
      { numRuns: 2_000 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  it("tells only rows that show something else, and the order only where it must", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const found = told(before, after);
        const old = new Map(before.map((one) => [one.id, one]));
        for (const one of found.rows) {
          const was = old.get(one.id);
          if (was) expect({ ...was, rowNumber: 0 }).not.toEqual({ ...one, rowNumber: 0 });
        }
        const without = applyChange(before, { removed: found.removed, rows: found.rows }).map(({ id }) => id);
        const isInPlace = JSON.stringify(without) === JSON.stringify(after.map(({ id }) => id));
        expect(found.order === undefined).toBe(isInPlace);
      }),
    );
  });

  it("is empty for equal content in other objects", () => {
    fc.assert(
      fc.property(rows, (before) => {
        expect(told(before, structuredClone(before))).toEqual({ removed: [], rows: [] });
      }),
    );
  });

  it("sees each part of a cell, and the parent", () => {
    const cells = { value: "a", displayValue: "A", format: ",,1", link: "https://one.test/" };
    const contact = { type: "CONTACT", email: "vik@acme.test" } as const;
    const whole = { ...row(1, 1), cells: { "11": { ...cells, objectValue: contact } } };
    const others: VisibleRow[] = [
      { ...whole, parentId: "9" as RowId },
      { ...whole, cells: {} },
      { ...whole, cells: { "11": { ...cells, objectValue: { ...contact, name: "Vik Viewer" } } } },
      ...Object.keys(cells).map((field) => ({
        ...whole,
        cells: { "11": { ...cells, objectValue: contact, [field]: "other" } },
      })),
    ];
    for (const other of others) expect(told([whole], [other]).rows).toEqual([other]);
    expect(others).toHaveLength(7);
  });

  it("takes another's word for columns it is not to compare", () => {
    const before = column(2_500);
    const after = before.map((one) => (one.id === "7" ? row(7, 7, "new") : one));
    const looked: string[] = [];
    const options = { columnIds: [], hasChanged: (was: number, place: number) => was === 6 && place === 6 };
    const found = diffRows(listOf(before, looked), listOf(after, looked), options);
    expect(found).toEqual({ removed: [], rows: [row(7, 7, "new")] });
    expect(looked).toEqual([]);
  });

  it("gives way to a reload past 2,000 rows, removed ones counted", () => {
    const before = column(MOST_ROWS + 1);
    const change = (count: number) => before.map((one, n) => (n < count ? row(n + 1, n + 1, "new") : one));
    expect(told(before, change(MOST_ROWS)).rows).toHaveLength(MOST_ROWS);
    expect(diff(before, change(MOST_ROWS + 1))).toBe("reload");
    expect(diff(before, [])).toBe("reload");
    expect(diff(before, change(MOST_ROWS).slice(0, -1))).toBe("reload");
  });

  it("gives way to a reload when the sequence moves and numbers do not follow from places", () => {
    const gaps = [row(1, 1), row(2, 5), row(3, 9)];
    expect(diff(gaps, [row(1, 1), row(3, 9)])).toBe("reload");
    expect(diff([row(1, 1), row(2, 2)], [row(2, 2), row(1, 4)])).toBe("reload");
    const renumbered = [row(1, 1), row(2, 6), row(3, 9)];
    expect(told(gaps, renumbered)).toEqual({ removed: [], rows: [row(2, 6)] });
  });
});
