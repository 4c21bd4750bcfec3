import { describe, expect, it } from "vitest";
import { OPERAND_COUNT, standsForSeveral, TAKES_SEVERAL } from "@/lib/policy/operands";
import { OPERATORS } from "@/lib/policy/types";
import { ANY_TYPE, choiceFor, operatorsFor, viewerOperandsFor } from "./operators";

const types = [
  "TEXT_NUMBER",
  "DATE",
  "DATETIME",
  "ABSTRACT_DATETIME",
  "CHECKBOX",
  "PICKLIST",
  "MULTI_PICKLIST",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
  "DURATION",
  "PREDECESSOR",
  ANY_TYPE,
];

describe("operators", () => {
  it("asks for as many values as the engine takes, for every operator of every type", () => {
    let asked = 0;
    for (const type of types)
      for (const { operator, takes } of operatorsFor(type)) {
        const [least, most] = OPERAND_COUNT[operator];
        const wanted = { none: [0, 0], one: [1, 1], two: [2, 2], list: [1, 500] }[takes];
        expect([least, most], `${type} ${operator}`).toEqual(wanted);
        asked++;
      }
    expect(asked).toBeGreaterThan(60);
  });

  it("offers every operator somewhere", () => {
    const offered = new Set(types.flatMap((type) => operatorsFor(type).map(({ operator }) => operator)));
    expect([...offered].sort()).toEqual([...OPERATORS].sort());
  });

  it("says the same operator as the type means it", () => {
    expect(choiceFor("GREATER_THAN", "DATE").words).toBe("is after");
    expect(choiceFor("EQUAL", "MULTI_PICKLIST").words).toBe("includes");
    expect(choiceFor("TODAY", "TEXT_NUMBER").words).toBe("is today");
  });

  it("offers the viewer only where a cell can hold them", () => {
    expect(viewerOperandsFor("CONTACT_LIST", "EQUAL")).toEqual([{ viewer: "email" }]);
    expect(viewerOperandsFor("DATE", "EQUAL", ["start"])).toEqual([]);
    expect(viewerOperandsFor("TEXT_NUMBER", "GREATER_THAN", ["limit"])).toEqual([]);
  });

  it("offers groups and attributes only where several values have a meaning", () => {
    expect(viewerOperandsFor("MULTI_PICKLIST", "HAS_ALL_OF", ["region"])).toEqual([
      { viewer: "group" },
      { attribute: "region" },
    ]);
    let offered = 0;
    for (const type of types)
      for (const { operator } of operatorsFor(type)) {
        const several = viewerOperandsFor(type, operator, ["region"]).filter(standsForSeveral);
        expect(several.length > 0 && !TAKES_SEVERAL.has(operator), `${type} ${operator}`).toBe(false);
        offered += several.length;
      }
    expect(offered).toBeGreaterThan(20);
  });

  it("offers every comparison once where only a title is known, in words for any cell", () => {
    const choices = operatorsFor(ANY_TYPE).map(({ operator }) => operator);
    expect([...choices].sort()).toEqual([...OPERATORS].sort());
    expect(choiceFor("GREATER_THAN", ANY_TYPE)).toMatchObject({ words: "is greater than", value: "text" });
  });

  it("has words for a comparison the type does not offer", () => {
    expect(choiceFor("HAS_ANY_OF", "TEXT_NUMBER")).toMatchObject({ words: "has any of", takes: "list" });
  });
});
