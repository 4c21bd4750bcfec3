import { expect, it } from "vitest";
import { Ids } from "./ids";
import { growPerson } from "./people";
import { matchesInReport, REPORT_OPERATOR_NAMES } from "./report-criteria";
import type { Cell } from "./types";

const person = growPerson(
  { email: "vik@acme.test", firstName: "Vik", lastName: "Viewer", plan: "acme", title: "", department: "" },
  new Ids(),
);
const now = Date.parse("2026-11-24T09:00:00Z");
const meets = (cell: Cell | undefined, operator: string, ...values: unknown[]) =>
  matchesInReport(cell, { id: 1, title: "A", type: "TEXT_NUMBER" }, { operator, values }, now, person);
const both = { value: "Red, Blue", picks: ["Red", "Blue"] };

it.each([
  ["IS_UNCHECKED", undefined, [], { value: true }],
  ["IS_NOT_ONE_OF", { value: "Green" }, ["Red", "Blue"], { value: "Red" }],
  ["LESS_THAN_OR_EQUAL", { value: 5 }, [5], { value: 6 }],
  ["GREATER_THAN_OR_EQUAL", { value: 5 }, ["5"], { value: 4 }],
  ["DOES_NOT_CONTAIN", { value: "Green" }, ["ed"], { value: "Red" }],
  ["NOT_BETWEEN", { value: 9 }, [1, 5], { value: 3 }],
  ["NOT_TODAY", { value: "2026-11-25" }, [], { value: "2026-11-24" }],
  ["NOT_PAST", { value: "2026-11-24" }, [], { value: "2026-11-23" }],
  ["NOT_FUTURE", { value: "2026-11-24" }, [], { value: "2026-11-25" }],
  ["NOT_LAST_N_DAYS", { value: "2026-11-01" }, [7], { value: "2026-11-20" }],
  ["NOT_NEXT_N_DAYS", { value: "2026-12-24" }, [7], { value: "2026-11-26" }],
  ["HAS_ANY_OF", both, ["Blue", "Green"], { value: "Red", picks: ["Red"] }],
  ["HAS_NONE_OF", both, ["Green"], { value: "Green", picks: ["Green"] }],
  ["HAS_ALL_OF", both, ["Blue", "Red"], { value: "Red", picks: ["Red"] }],
  ["NOT_ALL_OF", { value: "Red", picks: ["Red"] }, ["Blue", "Red"], both],
  ["MULTI_IS_EQUAL", both, ["Blue", "Red"], { value: "Red, Blue, Tan", picks: ["Red", "Blue", "Tan"] }],
  ["MULTI_IS_NOT_EQUAL", both, ["Red"], { value: "Red", picks: ["Red"] }],
  ["EQUAL", { value: "Red" }, ["red"], { value: "Blue" }],
])("%s meets some cells and not others", (operator, fits, values, other) => {
  expect(meets(fits, operator, ...values)).toBe(true);
  expect(meets(other, operator, ...values)).toBe(false);
});

it("knows 17 operators more than filters do, and no others", () => {
  expect(REPORT_OPERATOR_NAMES).toHaveLength(17);
  expect(meets({ value: "a" }, "toString", "a")).toBe(false);
});
