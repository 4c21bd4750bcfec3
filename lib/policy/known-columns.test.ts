import { describe, expect, it } from "vitest";
import { byTitle, knownColumns, wholeColumns } from "./known-columns";
import { adminSource, COST, columns, DUE, LOST, OWNER, onlyColumns, sheet, TASK } from "./sample.test-helper";

const ids = columns().map(({ id }) => id);
const part = onlyColumns(sheet(), [TASK]);

describe("the columns an answer knows", () => {
  it("are all there are where no list says more", () => {
    const known = knownColumns(adminSource());
    expect(ids.map((id) => known.has(id))).toEqual(ids.map(() => true));
    expect(known.has(LOST)).toBe(false);
    expect(known.types.get(DUE)).toBe("DATE");
    expect(known.titled("cost")).toEqual([COST]);
    expect(known.titled("gone")).toEqual([]);
  });

  it("F10 that were not read are not lost, but without their titles none can be told by title", () => {
    const known = knownColumns(adminSource(part, { allColumnIds: ids }));
    expect([known.has(TASK), known.has(COST), known.has(LOST)]).toEqual([true, true, false]);
    expect([known.types.has(TASK), known.types.has(COST)]).toEqual([true, false]);
    expect(known.titled("task")).toBeNull();
  });

  it("F10 with a list of titles are told by title, read or not", () => {
    const allColumns = [...columns(), { id: LOST, title: " TASK" }];
    const lists = { allColumnIds: [...ids, LOST], allColumns };
    const known = knownColumns(adminSource(part, lists));
    expect(known.titled("task")).toEqual([TASK, LOST]);
    expect(known.titled("owner")).toEqual([OWNER]);
    expect(known.has(LOST)).toBe(true);
    const withoutIds = knownColumns(adminSource(part, { allColumns }));
    expect([withoutIds.has(COST), withoutIds.titled("cost")]).toEqual([true, [COST]]);
    const shorter = knownColumns(adminSource(part, { ...lists, allColumns: columns() }));
    expect(shorter.titled("task")).toBeNull();
  });

  it("of a whole sheet are its columns", () => {
    const known = wholeColumns(columns());
    expect([known.has(COST), known.has(LOST)]).toEqual([true, false]);
    expect(known.titled("due")).toEqual([DUE]);
  });

  it("by title are those that bear it once folded, in their order", () => {
    const titled = byTitle([
      { id: COST, title: "Straße" },
      { id: TASK, title: "Task" },
      { id: DUE, title: " STRASSE " },
    ]);
    expect(titled("strasse")).toEqual([COST, DUE]);
    expect(titled("task")).toEqual([TASK]);
    expect(titled("Task")).toEqual([]);
  });
});
