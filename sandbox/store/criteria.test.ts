import { describe, expect, it } from "vitest";
import { acme } from "../scenarios/acme";
import type { ColumnType } from "../scenarios/types";
import { matches, OPERATOR_NAMES, type RowFacts } from "./criteria";
import { Store } from "./store";
import type { Cell } from "./types";

const vik = new Store(acme).mustFind("vik@acme.test");
/** A Tuesday, late in the day in UTC. */
const now = Date.parse("2026-11-24T21:00:00Z");

function meets(
  cell: Cell | undefined,
  operator: string,
  values: unknown[] = [],
  type: ColumnType = "TEXT_NUMBER",
  row?: RowFacts,
) {
  return matches(cell, { id: 1, title: "Column", type }, { operator, values }, now, vik, row);
}

describe("criteria", () => {
  it("know 28 operators, and meet nothing by another word", () => {
    expect(OPERATOR_NAMES).toHaveLength(28);
    expect(meets({ value: "a" }, "toString")).toBe(false);
    expect(meets({ value: "a" }, "LIKE", ["a"])).toBe(false);
  });

  it("compare texts without regard to case", () => {
    expect(meets({ value: "Open" }, "EQUAL", ["open"])).toBe(true);
    expect(meets({ value: "Open" }, "NOT_EQUAL", ["open"])).toBe(false);
    expect(meets({ value: "Opened" }, "EQUAL", ["open"])).toBe(false);
    expect(meets({ value: "Reopened" }, "CONTAINS", ["OPEN"])).toBe(true);
    expect(meets({ value: "Closed" }, "CONTAINS", ["OPEN"])).toBe(false);
    expect(meets({ value: "Closed" }, "IS_ONE_OF", ["Open", "Closed"])).toBe(true);
    expect(meets({ value: "Closed" }, "IS_ONE_OF", ["Open", "Clos"])).toBe(false);
  });

  it("take numbers written as text for numbers", () => {
    expect(meets({ value: 9 }, "EQUAL", ["9.0"])).toBe(true);
    expect(meets({ value: 9 }, "LESS_THAN", ["10"])).toBe(true);
    expect(meets({ value: 9 }, "GREATER_THAN", [10])).toBe(false);
    expect(meets({ value: 10 }, "BETWEEN", ["10", "12"])).toBe(true);
    expect(meets({ value: 12.5 }, "BETWEEN", ["10", "12"])).toBe(false);
  });

  it("give words no order, and blank cells none either", () => {
    expect(meets({ value: "abc" }, "GREATER_THAN", ["1"])).toBe(false);
    expect(meets({ value: "abc" }, "LESS_THAN", ["1"])).toBe(false);
    expect(meets(undefined, "LESS_THAN", ["1"])).toBe(false);
    expect(meets({ value: 5 }, "BETWEEN", ["1"])).toBe(false);
  });

  it("compare dates and durations by their length of time", () => {
    expect(meets({ value: "2026-11-02" }, "LESS_THAN", ["2026-11-10"], "DATE")).toBe(true);
    expect(
      meets({ value: "2026-11-10T08:00:00Z" }, "BETWEEN", ["2026-11-01", "2026-11-10"], "DATETIME"),
    ).toBe(true);
    expect(meets({ value: "2026-11-10" }, "EQUAL", ["2026-11-10"], "DATE")).toBe(true);
    const date = { objectType: "DATE", value: "2026-11-10" };
    expect(meets({ value: "2026-11-10" }, "EQUAL", [date], "DATE")).toBe(true);
    expect(meets({ value: "2026-11-11" }, "GREATER_THAN", [date], "DATE")).toBe(true);
    expect(meets({ value: "2d" }, "GREATER_THAN", ["12h"], "DURATION")).toBe(true);
    expect(meets({ value: "2d" }, "GREATER_THAN", ["1w"], "DURATION")).toBe(false);
  });

  it("find one option among several, but hold only the whole for equal", () => {
    const cell = { value: "Red, Blue", picks: ["Red", "Blue"] };
    expect(meets(cell, "IS_ONE_OF", ["blue"], "MULTI_PICKLIST")).toBe(true);
    expect(meets(cell, "EQUAL", ["blue"], "MULTI_PICKLIST")).toBe(false);
    expect(meets(cell, "EQUAL", ["red, blue"], "MULTI_PICKLIST")).toBe(true);
  });

  it("know a contact by address, by name and as the current user", () => {
    const cell = { value: vik.email, contacts: [{ email: vik.email, name: vik.name }] };
    expect(meets(cell, "EQUAL", [vik.email], "CONTACT_LIST")).toBe(true);
    expect(meets(cell, "EQUAL", ["vik viewer"], "CONTACT_LIST")).toBe(true);
    expect(meets(cell, "EQUAL", ["Current User"], "CONTACT_LIST")).toBe(true);
    expect(meets(cell, "EQUAL", [{ objectType: "CURRENT_USER" }], "CONTACT_LIST")).toBe(true);
    expect(meets({ value: "Current User" }, "EQUAL", [vik.email])).toBe(false);
  });

  it.each([
    ["IS_BLANK", "IS_NOT_BLANK", undefined, { value: 0 }],
    ["IS_NUMBER", "IS_NOT_NUMBER", { value: 3 }, { value: "3" }],
    ["IS_DATE", "IS_NOT_DATE", { value: "2026-01-31" }, { value: "31 January" }],
    ["IS_CHECKED", "IS_NOT_CHECKED", { value: true }, undefined],
  ])("%s and %s part the cells between them", (operator, opposite, fits, other) => {
    expect([meets(fits, operator), meets(fits, opposite)]).toEqual([true, false]);
    expect([meets(other, operator), meets(other, opposite)]).toEqual([false, true]);
  });

  it("count days from today", () => {
    const days = (operator: string, values: unknown[] = []) =>
      [
        "2026-11-16",
        "2026-11-17",
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
        "2026-12-01",
        "2026-12-02",
      ].filter((value) => meets({ value }, operator, values, "DATE"));
    expect(days("TODAY")).toEqual(["2026-11-24"]);
    expect(days("PAST")).toEqual(["2026-11-16", "2026-11-17", "2026-11-23"]);
    expect(days("FUTURE")).toEqual(["2026-11-25", "2026-12-01", "2026-12-02"]);
    expect(days("LAST_N_DAYS", [7])).toEqual(["2026-11-17", "2026-11-23", "2026-11-24"]);
    expect(days("NEXT_N_DAYS", ["7"])).toEqual(["2026-11-24", "2026-11-25", "2026-12-01"]);
    expect(days("NEXT_N_DAYS", ["soon"])).toEqual(["2026-11-24"]);
  });

  it.each([
    ["HAS_ATTACHMENTS", "NO_ATTACHMENTS", "attachments"],
    ["HAS_COMMENTS", "NO_COMMENTS", "comments"],
    ["IS_LOCKED", "NOT_LOCKED", "locked"],
    ["ON_CRITICAL_PATH", "NOT_ON_CRITICAL_PATH", "critical"],
  ])("%s and %s look at the row", (operator, opposite, fact) => {
    const bare = { attachments: false, comments: false, locked: false, critical: false };
    const row = { ...bare, [fact]: true };
    expect([
      meets({}, operator, [], "TEXT_NUMBER", row),
      meets({}, opposite, [], "TEXT_NUMBER", row),
    ]).toEqual([true, false]);
    expect([meets({}, operator, [], "TEXT_NUMBER", bare), meets({}, opposite)]).toEqual([false, true]);
  });
});
