import { describe, expect, it } from "vitest";
import { optionsOf, typedTarget } from "./target-options";

const targets = {
  person: [
    { id: "1001", label: "Ada Admin", secondary: "ada@acme.test" },
    { id: "1003", label: "Vik Viewer", secondary: "vik@acme.test" },
  ],
  assumed: [],
  sheet: [{ id: "1003", label: "Payroll 2026" }],
  rule: [],
  link: [],
  connection: [],
};
const known = { targets, paused: [{ kind: "sheet", target: "1003" }] as const, viewerId: "1001" };

describe("what can be paused", () => {
  it("says why somebody cannot be chosen", () => {
    expect(
      optionsOf("person", known).map(({ disabled, secondary }) => [disabled ?? false, secondary]),
    ).toEqual([
      [true, "You cannot pause yourself"],
      // A sheet of the same id is paused, not this person.
      [false, "vik@acme.test"],
    ]);
    expect(optionsOf("sheet", known)).toMatchObject([{ disabled: true, secondary: "Paused already" }]);
  });

  it("takes an address or a sheet id that is whole, in one spelling", () => {
    expect(typedTarget("assumed", "Olga@ACME.test")).toMatchObject({ id: "olga@acme.test" });
    expect(typedTarget("sheet", "3288115553007714")).toMatchObject({ id: "3288115553007714" });
  });

  it.each([
    ["assumed", "olga@acme.test, vik@acme.test"],
    ["assumed", "olga"],
    ["sheet", "Payroll"],
    ["sheet", "0123"],
    ["rule", "R-7"],
    ["person", "1003"],
  ] as const)("offers nothing for %s %j", (kind, text) => {
    expect(typedTarget(kind, text)).toBeNull();
  });
});
