import { describe, expect, it } from "vitest";
import { knownColumns } from "./known-columns";
import { compileFilter, compileRows, type Reading } from "./match-rows";
import { adminSource, COST, columns, onlyColumns, row, STATUS, sheet, TASK } from "./sample.test-helper";
import type { RowFilter, RowTest } from "./types";

const blank = (over: object): RowTest => ({ columnId: TASK, operator: "IS_BLANK", operands: [], ...over });
const filter = (match: RowFilter["match"], ...conditions: RowFilter["conditions"]): RowFilter => ({
  match,
  conditions,
});
const all = (...conditions: RowFilter["conditions"]) => filter("all", ...conditions);

describe("filters that can't be evaluated", () => {
  it("F10 for a way to match or an operator nobody knows, wherever it stands", () => {
    const odd = filter("some" as "all", blank({}));
    expect(compileFilter(all(blank({})), columns())).not.toBeNull();
    expect(compileFilter(odd, columns())).toBeNull();
    expect(compileFilter(filter("any", blank({}), odd), columns())).toBeNull();
    expect(compileFilter(filter("any", blank({}), blank({ operator: "LIKE" })), columns())).toBeNull();
  });

  it("F10 for a title no column bears, or one that can't be told, or that a column bears that was not read", () => {
    const titled = (title: string) => all(blank({ columnId: undefined, title }));
    const ids = columns().map(({ id }) => id);
    const part = onlyColumns(sheet(), [TASK]);
    const blind = knownColumns(adminSource(part, { allColumnIds: ids }));
    const listed = knownColumns(adminSource(part, { allColumnIds: ids, allColumns: columns() }));
    for (const reading of ["narrow", "wide"] as const) {
      expect(compileRows(titled("gone"), listed, reading)).toBeNull();
      expect(compileRows(titled("task"), blind, reading)).toBeNull();
      expect(compileRows(titled("cost"), listed, reading)).toBeNull();
      expect(compileRows(titled("task"), listed, reading)).not.toBeNull();
    }
    expect(compileRows(all(blank({ columnId: undefined })), listed, "narrow")).toBeNull();
  });
});

describe("a title that two columns bear", () => {
  const twins = [TASK, COST].map((id, index) => ({ id, index, title: "Task", type: "TEXT_NUMBER" as const }));
  const known = knownColumns(adminSource(sheet({ columns: twins })));
  const cells = (...ids: (typeof TASK)[]) => Object.fromEntries(ids.map((id) => [id, { value: "x" }]));
  const rows = [cells(), cells(TASK), cells(TASK, COST), cells(STATUS)].map((one, at) =>
    row(`${at}`, at, null, one),
  );
  const test = blank({ columnId: undefined, title: "task" });
  const ask = (given: RowFilter, reading: Reading) =>
    rows.map((one) => compileRows(given, known, reading)?.(one));

  it("I01 is narrow where both have to hold, wide where either does, and turned round under none", () => {
    const [either, both] = [
      [true, true, false, true],
      [true, false, false, true],
    ];
    const opposite = (holds: boolean[]) => holds.map((one) => !one);
    for (const match of ["all", "any"] as const) {
      expect(ask(filter(match, test), "narrow")).toEqual(both);
      expect(ask(filter(match, test), "wide")).toEqual(either);
    }
    expect(ask(filter("none", test), "narrow")).toEqual(opposite(either));
    expect(ask(filter("none", test), "wide")).toEqual(opposite(both));
    expect(ask(filter("none", filter("none", test)), "narrow")).toEqual(both);
    expect(ask(filter("none", filter("none", test)), "wide")).toEqual(either);
    expect(ask(filter("none", filter("all", test, test)), "narrow")).toEqual(opposite(either));
  });
});
