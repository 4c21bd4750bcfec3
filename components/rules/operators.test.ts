import { describe, expect, it } from "vitest";
import { OPERAND_COUNT } from "@/lib/policy/operands";
import { OPERATORS } from "@/lib/policy/types";
import { choiceFor, operatorsFor, viewerFactsFor } from "./operators";

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
    expect(viewerFactsFor("CONTACT_LIST", "EQUAL")).toEqual(["email"]);
    expect(viewerFactsFor("DATE", "EQUAL")).toEqual([]);
    expect(viewerFactsFor("TEXT_NUMBER", "GREATER_THAN")).toEqual([]);
  });
});
