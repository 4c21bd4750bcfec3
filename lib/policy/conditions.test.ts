import { describe, expect, it } from "vitest";
import { coversEveryRow, MAX_CONDITIONS, resolveRows, validateConditions } from "./conditions";
import { all, columnId, DUE, facts, TASK, vera } from "./sample.test-helper";
import { type Condition, type ConditionGroup, OPERATORS, type Operand, type RowFilter } from "./types";

const one = (over: Partial<Condition>): ConditionGroup => all({ columnId: TASK, operator: "EQUAL", ...over });
const codes = (group: ConditionGroup) => validateConditions(group).map(({ code }) => code);
const nested = (depth: number): ConditionGroup => (depth === 1 ? all() : all(nested(depth - 1)));

describe("validateConditions", () => {
  const bad: [string, ConditionGroup, string][] = [
    ["no value", one({}), "wrong_count"],
    ["value and values", one({ value: "a", values: ["b"] }), "wrong_count"],
    ["two values for one", one({ values: ["a", "b"] }), "wrong_count"],
    ["BETWEEN with one", one({ operator: "BETWEEN", value: 1 }), "wrong_count"],
    ["BETWEEN with three", one({ operator: "BETWEEN", values: [1, 2, 3] }), "wrong_count"],
    ["BETWEEN the wrong way round", one({ operator: "BETWEEN", values: [2, 1] }), "wrong_order"],
    ["BETWEEN a number and a day", one({ operator: "BETWEEN", values: [2, "2026-01-01"] }), "not_comparable"],
    ["GREATER_THAN a text", one({ operator: "GREATER_THAN", value: "lots" }), "not_comparable"],
    [
      "GREATER_THAN the viewer",
      one({ operator: "GREATER_THAN", value: { viewer: "name" } }),
      "not_comparable",
    ],
    ["IS_ONE_OF nothing", one({ operator: "IS_ONE_OF", values: [] }), "wrong_count"],
    ["IS_BLANK with a value", one({ operator: "IS_BLANK", value: "x" }), "wrong_count"],
    ["an empty text, which everything contains", one({ operator: "CONTAINS", value: "" }), "bad_operand"],
    ["NaN", one({ value: Number.NaN }), "bad_operand"],
    ["null", one({ value: null as unknown as Operand }), "bad_operand"],
    ["a fact we don't have", one({ value: { viewer: "userId" } as unknown as Operand }), "bad_operand"],
    ["4,001 letters", one({ value: "x".repeat(4001) }), "bad_operand"],
    ...[0, -1, 1.5, 10_001, "7" as const, true].map((value): [string, ConditionGroup, string] => [
      `${JSON.stringify(value)} days`,
      one({ operator: "LAST_N_DAYS", value }),
      "bad_days",
    ]),
    [
      "the groups where one value is wanted",
      one({ operator: "CONTAINS", value: { viewer: "group" } }),
      "bad_operand",
    ],
    [
      "an attribute in a set that must be the same",
      one({ operator: "MULTI_IS_EQUAL", values: ["x", { attribute: "region" }] }),
      "bad_operand",
    ],
    [
      "an attribute in not all of",
      one({ operator: "NOT_ALL_OF", values: [{ attribute: "a" }] }),
      "bad_operand",
    ],
    ["a nameless attribute", one({ value: { attribute: "" } }), "bad_operand"],
    [
      "an attribute and a fact in one",
      one({ value: { attribute: "a", viewer: "name" } as never }),
      "bad_operand",
    ],
    ["an attribute that is no text", one({ value: { attribute: 7 as never } }), "bad_operand"],
    ["NOT_BETWEEN the wrong way round", one({ operator: "NOT_BETWEEN", values: [2, 1] }), "wrong_order"],
    ["at least a text", one({ operator: "GREATER_THAN_OR_EQUAL", value: "lots" }), "not_comparable"],
    [
      "at most the viewer",
      one({ operator: "LESS_THAN_OR_EQUAL", value: { viewer: "name" } }),
      "not_comparable",
    ],
    ["half a day", one({ operator: "NOT_NEXT_N_DAYS", value: 0.5 }), "bad_days"],
    ["no day", one({ operator: "NOT_LAST_N_DAYS", value: 0 }), "bad_days"],
    ["a column id and a title", one({ title: "Task", value: "x" }), "bad_column"],
    ["neither", one({ columnId: undefined, value: "x" }), "bad_column"],
    ["a blank title", one({ columnId: undefined, title: "  ", value: "x" }), "bad_column"],
    ["a title that is no text", one({ columnId: undefined, title: 7 as never, value: "x" }), "bad_column"],
    ["attachments", one({ operator: "HAS_ATTACHMENTS" as "EQUAL" }), "unknown_operator"],
    ["an inherited name", one({ operator: "toString" as "EQUAL" }), "unknown_operator"],
    ["a column id of 40 digits", one({ columnId: columnId("1".repeat(40)), value: "x" }), "bad_column"],
    ["full-width digits", one({ columnId: columnId("\uff11\uff12"), value: "x" }), "bad_column"],
    ["an unknown match", { match: "some" as "all", conditions: [] }, "unknown_match"],
    ["nine groups deep", nested(9), "too_deep"],
    [
      "201 conditions",
      all(...Array.from({ length: MAX_CONDITIONS + 1 }, () => one({ value: 1 }))),
      "too_many",
    ],
  ];
  for (const [name, group, code] of bad) it(`refuses ${name}`, () => expect(codes(group)).toEqual([code]));

  it("accepts every operator with what it needs, 8 groups deep and 200 conditions", () => {
    const operands: Partial<Record<string, Operand[]>> = {
      BETWEEN: [1, 2],
      NOT_BETWEEN: ["2026-05-04", "2026-05-05"],
      LAST_N_DAYS: [1],
      NOT_LAST_N_DAYS: [2],
      NEXT_N_DAYS: [10_000],
      NOT_NEXT_N_DAYS: [1],
      GREATER_THAN: [1],
      GREATER_THAN_OR_EQUAL: [1],
      LESS_THAN: ["2026-05-04"],
      LESS_THAN_OR_EQUAL: ["2"],
      EQUAL: ["x"],
      NOT_EQUAL: [false],
      CONTAINS: [{ viewer: "name" }],
      DOES_NOT_CONTAIN: ["x"],
      IS_ONE_OF: ["a", 1],
      IS_NOT_ONE_OF: ["a", { attribute: "region" }],
      HAS_ANY_OF: [{ viewer: "group" }],
      HAS_ALL_OF: ["a", "b"],
      HAS_NONE_OF: [{ attribute: "region" }, { viewer: "email" }],
      NOT_ALL_OF: ["a"],
      MULTI_IS_EQUAL: ["a", "b"],
      MULTI_IS_NOT_EQUAL: ["a"],
    };
    const found = OPERATORS.map((operator) => codes(one({ operator, values: operands[operator] })));
    expect(found).toEqual(OPERATORS.map(() => []));
    expect(codes(nested(8))).toEqual([]);
    expect(codes(all(...Array.from({ length: MAX_CONDITIONS }, () => one({ value: 1 }))))).toEqual([]);
    expect(validateConditions(null)).toEqual([]);
  });

  it("says where the problem is", () => {
    expect(validateConditions(all(one({ value: 1 }), all(one({ value: 1 }), one({}))))).toMatchObject([
      { path: "conditions.1.conditions.1.conditions.0", code: "wrong_count", message: "Enter one value." },
    ]);
  });
});

describe("resolveRows", () => {
  const daysOf = (condition: Partial<Condition>, today = facts.today) => {
    const resolved = resolveRows(one({ columnId: DUE, ...condition }), vera, today);
    if ("unresolved" in resolved) throw new Error(resolved.unresolved);
    const [test] = resolved.filter?.conditions ?? [];
    return test !== undefined && "operands" in test ? test.operands : null;
  };

  it("fills in the day, over the ends of months and years", () => {
    expect(daysOf({ operator: "TODAY" })).toEqual(["2026-05-04", "2026-05-04"]);
    expect(daysOf({ operator: "PAST" }, "2026-01-01")).toEqual(["0000-01-01", "2025-12-31"]);
    expect(daysOf({ operator: "FUTURE" }, "2028-02-28")).toEqual(["2028-02-29", "9999-12-31"]);
    expect(daysOf({ operator: "LAST_N_DAYS", value: 7 })).toEqual(["2026-04-27", "2026-05-03"]);
    expect(daysOf({ operator: "NEXT_N_DAYS", value: 30 })).toEqual(["2026-05-05", "2026-06-03"]);
    expect(daysOf({ operator: "NEXT_N_DAYS", value: 10_000 }, "9999-12-30")).toEqual([
      "9999-12-31",
      "9999-12-31",
    ]);
  });

  it("fills in the viewer, and refuses where the fact is missing", () => {
    expect(
      daysOf({
        operator: "IS_ONE_OF",
        values: [{ viewer: "email" }, { viewer: "domain" }, { viewer: "name" }],
      }),
    ).toEqual(["vera.viewer@acme.com", "acme.com", "Vera Viewer"]);
    for (const viewer of ["email", "domain", "name"] as const) {
      const nobody = { ...vera, email: "", name: "" };
      expect(resolveRows(one({ value: { viewer } }), nobody, facts.today)).toEqual({
        unresolved: "viewer_unknown",
      });
    }
  });

  it("fills in all groups and all values of an attribute, and refuses where nothing is told", () => {
    const told = { ...vera, groupNames: ["Sales", "", "Ops"], attributes: { region: ["North", " "] } };
    const fill = (value: Operand, person: typeof vera) => {
      const resolved = resolveRows(one({ operator: "IS_ONE_OF", values: ["x", value] }), person, facts.today);
      if ("unresolved" in resolved) return resolved.unresolved;
      const [test] = resolved.filter?.conditions ?? [];
      return test !== undefined && "operands" in test ? test.operands : null;
    };
    expect(fill({ viewer: "group" }, told)).toEqual(["x", "Sales", "Ops"]);
    expect(fill({ attribute: "region" }, told)).toEqual(["x", "North"]);
    for (const person of [
      vera,
      { ...told, groupNames: null, attributes: null },
      { ...told, groupNames: [], attributes: {} },
      { ...told, groupNames: [" "], attributes: { region: [] } },
      { ...told, groupNames: "Sales" as never, attributes: { region: "North" as never } },
    ]) {
      expect(fill({ viewer: "group" }, person)).toBe("viewer_unknown");
      expect(fill({ attribute: "region" }, person)).toBe("viewer_unknown");
    }
    for (const inherited of ["constructor", "__proto__", "toString", "Region"])
      expect(fill({ attribute: inherited }, told)).toBe("viewer_unknown");
  });

  it("keeps a title folded", () => {
    const resolved = resolveRows(all({ title: " TASK", operator: "IS_BLANK" }), vera, facts.today);
    expect(resolved).toEqual({ filter: all({ title: "task", operator: "IS_BLANK", operands: [] } as never) });
  });

  it("fills in the day for the opposites too", () => {
    expect(daysOf({ operator: "NOT_TODAY" })).toEqual(["2026-05-04", "2026-05-04"]);
    expect(daysOf({ operator: "NOT_PAST" })).toEqual(["0000-01-01", "2026-05-03"]);
    expect(daysOf({ operator: "NOT_FUTURE" })).toEqual(["2026-05-05", "9999-12-31"]);
    expect(daysOf({ operator: "NOT_LAST_N_DAYS", value: 2 })).toEqual(["2026-05-02", "2026-05-03"]);
    expect(daysOf({ operator: "NOT_NEXT_N_DAYS", value: 2 })).toEqual(["2026-05-05", "2026-05-06"]);
  });

  it("knows the filters that let every row through by their form", () => {
    const empty = (match: RowFilter["match"]): RowFilter => ({ match, conditions: [] });
    expect(coversEveryRow(null)).toBe(true);
    expect(coversEveryRow(empty("all"))).toBe(true);
    expect(coversEveryRow(empty("none"))).toBe(true);
    expect(coversEveryRow(empty("any"))).toBe(false);
    expect(coversEveryRow({ match: "any", conditions: [empty("any"), empty("all")] })).toBe(true);
    expect(coversEveryRow({ match: "all", conditions: [empty("any"), empty("all")] })).toBe(false);
    expect(coversEveryRow({ match: "none", conditions: [empty("all")] })).toBe(false);
  });
});
