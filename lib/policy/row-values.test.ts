import { describe, expect, it } from "vitest";
import { validateConditions } from "./condition-problems";
import { resolveRows } from "./conditions";
import { all, facts, TASK, vera } from "./sample.test-helper";
import type { Condition, Person } from "./types";

const one = (over: object) => all({ columnId: TASK, operator: "EQUAL", ...over } as unknown as Condition);
const codes = (over: object) => validateConditions(one(over)).map(({ code }) => code);

describe("values that no type allows", () => {
  it("an attribute's name is one text", () => {
    for (const attribute of [["region"], { length: 1 }, null])
      expect(codes({ value: { attribute } }), JSON.stringify(attribute)).toEqual(["bad_operand"]);
  });

  it("days are counted in whole numbers for every comparison that counts them", () => {
    for (const operator of ["LAST_N_DAYS", "NOT_LAST_N_DAYS", "NEXT_N_DAYS", "NOT_NEXT_N_DAYS"])
      for (const value of [0, "1", 1.5]) expect(codes({ operator, value }), operator).toEqual(["bad_days"]);
  });

  it("what is told of a person and is no text tells nothing", () => {
    const odd = { groupNames: [7, null], attributes: { region: [{}, 7] } };
    const person = { ...vera, ...odd } as unknown as Person;
    for (const value of [{ viewer: "group" }, { attribute: "region" }])
      expect(resolveRows(one({ value }), person, facts.today)).toEqual({ unresolved: "viewer_unknown" });
  });

  it("a title of null is none", () => {
    const resolved = resolveRows(one({ title: null, value: 1 }), vera, facts.today);
    const [test] = "filter" in resolved ? (resolved.filter?.conditions ?? []) : [];
    expect(test).toEqual({ columnId: TASK, operator: "EQUAL", operands: [1] });
  });
});
