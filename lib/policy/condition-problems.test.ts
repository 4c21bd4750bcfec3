import { describe, expect, it } from "vitest";
import { MAX_CONDITIONS, MAX_DEPTH, MAX_TEXT, validateConditions } from "./condition-problems";
import { resolveRows } from "./conditions";
import { all, facts, TASK, vera } from "./sample.test-helper";
import { type Condition, type ConditionGroup, OPERATORS, type Operand, type Operator } from "./types";

const one = (over: object): ConditionGroup =>
  all({ columnId: TASK, operator: "EQUAL", ...over } as unknown as Condition);
const found = (group: ConditionGroup) =>
  validateConditions(group).map(({ code, message }) => [code, message]);
const codes = (group: ConditionGroup) => validateConditions(group).map(({ code }) => code);

const SETS: Operator[] = ["IS_ONE_OF", "IS_NOT_ONE_OF", "HAS_ANY_OF", "HAS_ALL_OF", "HAS_NONE_OF"];
const SEVERAL = new Set<Operator>([...SETS, "NOT_ALL_OF", "MULTI_IS_EQUAL", "MULTI_IS_NOT_EQUAL"]);
const TWO = new Set<Operator>(["BETWEEN", "NOT_BETWEEN"]);
const ONE = new Set<Operator>([
  ...(["EQUAL", "NOT_EQUAL", "CONTAINS", "DOES_NOT_CONTAIN"] as const),
  ...(["GREATER_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN", "LESS_THAN_OR_EQUAL"] as const),
  ...(["LAST_N_DAYS", "NOT_LAST_N_DAYS", "NEXT_N_DAYS", "NOT_NEXT_N_DAYS"] as const),
]);

function countsOf(operator: Operator): [least: number, most: number] {
  if (SEVERAL.has(operator)) return [1, 500];
  if (TWO.has(operator)) return [2, 2];
  return ONE.has(operator) ? [1, 1] : [0, 0];
}

describe("how many values", () => {
  for (const operator of OPERATORS)
    it(`${operator} takes ${countsOf(operator).join(" to ")}, and not one fewer or more`, () => {
      const [least, most] = countsOf(operator);
      const ask = (count: number) => codes(one({ operator, values: Array.from({ length: count }, () => 1) }));
      expect(ask(most + 1)).toEqual(["wrong_count"]);
      if (least > 0) expect(ask(least - 1)).toEqual(["wrong_count"]);
      for (const count of [least, most]) expect(ask(count)).toEqual([]);
    });

  it("is said in words, as is what else is wrong", () => {
    const lines: [ConditionGroup, string, string][] = [
      [one({ operator: "IS_BLANK", value: 1 }), "wrong_count", "This comparison takes no value."],
      [one({}), "wrong_count", "Enter one value."],
      [one({ operator: "BETWEEN" }), "wrong_count", "Enter 2 values."],
      [one({ operator: "IS_ONE_OF" }), "wrong_count", "Enter between 1 and 500 values."],
      [one({ columnId: "x", value: 1 }), "bad_column", "Choose a column."],
      [one({ operator: "IS", value: 1 }), "unknown_operator", "Choose one of the listed comparisons."],
      [one({ value: "" }), "bad_operand", "Enter a value to compare with."],
      [
        one({ operator: "CONTAINS", value: { viewer: "group" } }),
        "bad_operand",
        "This comparison takes no groups and no attributes.",
      ],
      [one({ operator: "LESS_THAN", value: "x" }), "not_comparable", "Enter a number or a date."],
      [one({ operator: "BETWEEN", values: [2, 1] }), "wrong_order", "Enter the smaller value first."],
      [
        one({ operator: "LAST_N_DAYS", value: 0 }),
        "bad_days",
        "Enter a whole number of days from 1 to 10000.",
      ],
      [{ match: "some" as "all", conditions: [] }, "unknown_match", "Choose all, any or none."],
    ];
    for (const [group, code, message] of lines) expect(found(group)).toEqual([[code, message]]);
  });

  it("values that are no list are no values", () => {
    for (const values of ["ab", 7, {}, { length: 1, 0: "a" }])
      expect(codes(one({ values }))).toEqual(["wrong_count"]);
    for (const conditions of [null, undefined, "x", {}])
      expect(codes({ match: "all", conditions: conditions as never })).toEqual(["unknown_match"]);
  });
});

describe("which values", () => {
  const ask = (value: unknown, operator: Operator = "EQUAL") => codes(one({ operator, value }));

  it("texts as long as a cell, numbers, boxes, facts and attributes", () => {
    const fine: Operand[] = ["x".repeat(MAX_TEXT), " ", -1.5, true, { viewer: "domain" }, { attribute: "a" }];
    for (const value of fine) expect(ask(value)).toEqual([]);
    const bad = [Number.POSITIVE_INFINITY, Number.NaN, {}, [], { viewer: "constructor" }, null, () => "x"];
    for (const value of bad) expect(ask(value)).toEqual(["bad_operand"]);
    expect(codes(one({ operator: "IS_ONE_OF", values: ["x", undefined] }))).toEqual(["bad_operand"]);
    expect(ask({ attribute: "x".repeat(MAX_TEXT + 1) })).toEqual(["bad_operand"]);
  });

  it("of an order numbers or days, both of one kind, the same twice if need be", () => {
    const between = (...values: Operand[]) => codes(one({ operator: "BETWEEN", values }));
    expect(between(1, 1)).toEqual([]);
    expect(between(9, "10")).toEqual([]);
    expect(between("2026-05-04", "2026-05-04T12:00:00Z")).toEqual([]);
    for (const [a, b] of [
      ["x", 1],
      [1, "x"],
      [true, 1],
      ["2026-05-04", 1],
    ] as const)
      expect(between(a, b)).toEqual(["not_comparable"]);
  });

  it("groups and attributes where one of them is enough, or each is asked for", () => {
    const takes = ["EQUAL", "NOT_EQUAL", ...SETS] as const;
    for (const operator of takes) expect(ask({ attribute: "a" }, operator)).toEqual([]);
    const others = [...ONE, ...SEVERAL].filter(
      (operator) => !(takes as readonly Operator[]).includes(operator),
    );
    for (const operator of others) {
      expect(ask({ attribute: "a" }, operator)).toEqual(["bad_operand"]);
      expect(ask({ viewer: "group" }, operator)).toEqual(["bad_operand"]);
    }
    expect(codes(one({ operator: "IS_ONE_OF", values: [{ attribute: "a" }, "x"] }))).toEqual([]);
    expect(codes(one({ operator: "NOT_ALL_OF", values: [{ attribute: "a" }, "x"] }))).toEqual([
      "bad_operand",
    ]);
  });
});

describe("which column", () => {
  const ask = (columnId: unknown, title?: unknown) => codes(one({ columnId, title, value: 1 }));

  it("one by id or one by title; null is as good as absent", () => {
    for (const [id, title] of [
      [TASK, undefined],
      [TASK, null],
      [undefined, "Task"],
      [null, " Task "],
    ] as const)
      expect(ask(id, title)).toEqual([]);
    for (const [id, title] of [
      [null, null],
      [TASK, "Task"],
      [null, ""],
      [null, 7],
      [null, ["Task"]],
    ] as const)
      expect(ask(id, title)).toEqual(["bad_column"]);
    expect(ask(null, ` ${"x".repeat(MAX_TEXT)} `)).toEqual([]);
    expect(ask(null, "x".repeat(MAX_TEXT + 1))).toEqual(["bad_column"]);
  });
});

describe("how much", () => {
  it("too deep and too many are said once, where they are", () => {
    const nested = (depth: number): ConditionGroup => (depth === 1 ? all() : all(nested(depth - 1)));
    expect(validateConditions(nested(MAX_DEPTH + 2))).toEqual([
      {
        path: Array.from({ length: MAX_DEPTH }, () => "conditions.0").join("."),
        code: "too_deep",
        message: "Nest groups at most 8 deep.",
      },
    ]);
    const many = Array.from({ length: MAX_CONDITIONS / 2 + 1 }, () => one({ value: 1 }).conditions).flat();
    expect(validateConditions(all(...many, all(...many)))).toEqual([
      { path: "", code: "too_many", message: "Use at most 200 conditions." },
    ]);
  });
});

it("rows can't be told without the day", () => {
  expect(() => resolveRows(one({ operator: "TODAY" }), vera, "today")).toThrow("`today` is not a day");
  expect(resolveRows(one({ value: 1 }), vera, facts.today)).toHaveProperty("filter");
});
