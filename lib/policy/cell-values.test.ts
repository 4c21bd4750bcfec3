import { describe, expect, it } from "vitest";
import { cellTest } from "./cell-tests";
import { equalsAny, prepare, wantedOf } from "./cell-values";
import type { ColumnType, ObjectValue, SourceCell } from "./sheet";

type Raw = string | number | boolean;
const TEXT = "TEXT_NUMBER";
const typed = (objectValue: ObjectValue): SourceCell => ({ objectValue });
const choices = (...values: string[]) => typed({ type: "MULTI_PICKLIST", values });
const person = (email?: string, name?: string) => typed({ type: "MULTI_CONTACT", values: [{ email, name }] });

const lines: [ColumnType, SourceCell, Raw[], boolean][] = [
  // A box is no word, and a word no box; an option is what it reads as.
  [TEXT, { value: "true" }, [true], false],
  ["CHECKBOX", { value: true }, ["true"], false],
  ["CHECKBOX", { value: true }, [1, true], true],
  ["MULTI_PICKLIST", choices("true", "7"), [true], true],
  ["MULTI_PICKLIST", choices("true", "7"), [7], true],
  ["MULTI_PICKLIST", choices("7.0"), [7], false],
  // A number equals what is a number by type or reads as one; a text what is a number by type.
  [TEXT, { value: 7 }, ["x", "7.0"], true],
  [TEXT, { value: 7 }, ["7x"], false],
  [TEXT, { value: "7.0" }, [7], true],
  [TEXT, { value: "7.0" }, ["7"], false],
  [TEXT, { value: "7.0" }, ["7", true], false],
  [TEXT, { value: "7.0" }, ["7", 8], false],
  [TEXT, { value: "seven" }, [7], false],
  [TEXT, { value: 1, displayValue: "one" }, ["one"], false],
  [TEXT, { displayValue: "One" }, ["ONE"], true],
  // A day equals a day, and neither the text beside it nor another.
  ["DATE", { value: "2026-05-04" }, ["2026-05-04T09:00:00Z"], true],
  ["DATE", { value: "2026-05-04", displayValue: "May 4" }, ["May 4"], false],
  [TEXT, { value: "2026-05-04" }, ["2026-05-04T09:00:00Z"], false],
  // A person is told by the address alone.
  ["CONTACT_LIST", person("Kim@acme.com", "Kim"), ["x", "kim@ACME.com"], true],
  ["CONTACT_LIST", person("kim", "Kim"), ["kim"], false],
  ["CONTACT_LIST", person(undefined, "kim@acme.com"), ["kim@acme.com"], false],
  ["CONTACT_LIST", person(undefined, "Kim"), ["undefined"], false],
];

describe("a cell equals one of several values", () => {
  for (const [type, cell, operands, wanted] of lines)
    it(`${type} ${JSON.stringify(cell)} of ${JSON.stringify(operands)}: ${wanted}`, () => {
      expect(equalsAny(cell, type, wantedOf(operands.map(prepare)))).toBe(wanted);
    });

  it("a value is made ready in every form it may be compared in", () => {
    expect(prepare("ΟΔΟΣ")).toEqual({ raw: "ΟΔΟΣ", text: "οδοσ", number: null, day: null, email: null });
    expect(prepare("7.50")).toMatchObject({ text: "7.50", number: 7.5 });
    expect(prepare(7.5)).toMatchObject({ text: "7.5", number: 7.5, day: null, email: null });
    expect(prepare(true)).toMatchObject({ text: "true", number: null, day: null, email: null });
    expect(prepare("2026-05-04T09:00Z")).toMatchObject({ number: null, day: "2026-05-04" });
    expect(prepare("Kim@Acme.com")).toMatchObject({ email: "kim@acme.com", day: null });
    expect(wantedOf(["7", "a@b", "2026-05-04"].map(prepare))).toEqual({
      raw: new Set(["7", "a@b", "2026-05-04"]),
      options: new Set(["7", "a@b", "2026-05-04"]),
      texts: new Set(["7", "a@b", "2026-05-04"]),
      numbers: new Set([7]),
      days: new Set(["2026-05-04"]),
      emails: new Set(["a@b"]),
      hasNumbers: false,
    });
  });
});

describe("cellTest", () => {
  const ask = (operator: string, operands: Raw[], cell: SourceCell, type: ColumnType = TEXT) =>
    cellTest({ operator: operator as "EQUAL", operands })?.(cell, type);

  it("knows no operator but its own", () => {
    for (const operator of ["LIKE", "", "toString"])
      expect(cellTest({ operator: operator as "EQUAL", operands: [] })).toBeNull();
  });

  it("a part of the text is a part of an address or a name, and the whole of an option", () => {
    const several = typed({
      type: "MULTI_CONTACT",
      values: [{ email: "kim@acme.com" }, { name: "Bo Lund" }],
    });
    for (const part of ["kim", "ACME", "lund"]) expect(ask("CONTAINS", [part], several)).toBe(true);
    for (const part of ["undefined", "stryker", "com bo"])
      expect(ask("CONTAINS", [part], several)).toBe(false);
    expect(ask("CONTAINS", ["RED"], choices("Red", "Blue"))).toBe(true);
    expect(ask("CONTAINS", ["re"], choices("Red", "Blue"))).toBe(false);
  });

  it("bounds of another kind, or that can't be put in order, hold nothing", () => {
    for (const bounds of [["x"], [true], ["2026-05-04"]])
      expect(ask("LESS_THAN", bounds, { value: 1 })).toBe(false);
    expect(ask("BETWEEN", [1, "x"], { value: 2 })).toBe(false);
    expect(ask("BETWEEN", ["x", 3], { value: 2 })).toBe(false);
    expect(ask("BETWEEN", [1], { value: 2 })).toBe(false);
    expect(ask("BETWEEN", [1, "3"], { value: 2 })).toBe(true);
    for (const operator of ["GREATER_THAN", "GREATER_THAN_OR_EQUAL", "LESS_THAN", "LESS_THAN_OR_EQUAL"])
      expect(ask(operator, [], { value: 2 })).toBe(false);
    expect(ask("LESS_THAN", ["2026-05-05"], { value: "2026-05-04" }, "DATE")).toBe(true);
  });

  it("just these values: each member is one of them and each of them is a member", () => {
    const both = person("a@b");
    expect(ask("MULTI_IS_EQUAL", ["A@b", "a@B"], both)).toBe(true);
    expect(ask("MULTI_IS_EQUAL", ["a@b", "c@d"], both)).toBe(false);
    expect(ask("MULTI_IS_EQUAL", ["Red", "Blue"], choices("Red", "Blue", "Red"))).toBe(true);
    expect(ask("MULTI_IS_EQUAL", ["Red, Blue"], choices("Red, Blue"))).toBe(true);
    expect(ask("MULTI_IS_EQUAL", ["Red", "Blue"], choices("Red, Blue"))).toBe(false);
    expect(ask("MULTI_IS_EQUAL", ["a", "b"], { value: "a,b" })).toBe(false);
    expect(ask("MULTI_IS_EQUAL", ["A,B"], { value: "a,b" })).toBe(true);
  });
});
