import { describe, expect, it } from "vitest";
import { copyColumn, isListed, visibleCell } from "./copy-visible";
import { TASK } from "./sample.test-helper";
import type { ObjectValue, SourceCell, SourceColumn } from "./sheet";

const contact = { email: "ada@acme.com", name: "Ada" };
const listedTypes: ObjectValue[] = [
  { type: "CONTACT", ...contact },
  { type: "CONTACT", name: "Ada" },
  { type: "MULTI_CONTACT", values: [contact, { email: "b@acme.com" }, {}] },
  { type: "MULTI_PICKLIST", values: ["Red", ""] },
  { type: "DATE", value: "2026-05-04" },
  { type: "DATETIME", value: "2026-05-04T08:00:00Z" },
  { type: "ABSTRACT_DATETIME", value: "2026-05-04T08:00:00" },
  { type: "DURATION", text: "5d" },
  { type: "PREDECESSOR_LIST", text: "3FS" },
];
const cell = { value: "x", displayValue: "X", format: ",,1", link: "https://example.org" };
const secret = { formula: "=SECRET()" };

describe("cells that leave as they stand", () => {
  const listed: SourceCell[] = [
    {},
    { value: 0 },
    { value: false },
    cell,
    ...listedTypes.map((objectValue) => ({ objectValue })),
  ];
  for (const one of listed)
    it(`I12 ${JSON.stringify(one)}`, () => {
      expect(isListed(one)).toBe(true);
      expect(visibleCell(one)).toBe(one);
    });
});

describe("cells that leave as a copy", () => {
  it("I12 whatever else a cell carries stays behind, and the cell is not written to", () => {
    const found = Object.freeze({ ...cell, ...secret, linkInFromCell: { sheetId: 7 } });
    expect(isListed(found)).toBe(false);
    expect(visibleCell(found)).toEqual(cell);
    expect(visibleCell(secret as SourceCell)).toEqual({});
  });

  it("I12 a listed field of another kind than its own stays behind", () => {
    const without = (field: string) =>
      Object.fromEntries(Object.entries(cell).filter(([name]) => name !== field));
    for (const odd of [undefined, secret, [], () => 1])
      for (const field of ["value", "displayValue", "format", "link", "objectValue"])
        expect(visibleCell({ ...cell, [field]: odd } as SourceCell), field).toStrictEqual(without(field));
    for (const field of ["value", "displayValue", "format", "link"])
      expect(visibleCell({ ...cell, [field]: null } as SourceCell), field).toStrictEqual(without(field));
    for (const field of ["displayValue", "format", "link"])
      expect(visibleCell({ [field]: 7 } as SourceCell)).toEqual({});
  });

  for (const objectValue of listedTypes)
    it(`I12 what else a ${objectValue.type} carries stays behind`, () => {
      const found = { objectValue: { ...objectValue, ...secret } as ObjectValue };
      expect(isListed(found)).toBe(false);
      expect(visibleCell(found)).toEqual({ objectValue });
    });

  it("I12 a typed form nobody knows stays behind", () => {
    const found = { value: "x", objectValue: { type: "FORMULA", ...secret } as never };
    expect(isListed(found)).toBe(false);
    expect(visibleCell(found)).toEqual({ value: "x" });
  });

  it("I12 so it is inside lists", () => {
    const people = { type: "MULTI_CONTACT", values: [contact, { ...contact, profile: 7 }] } as ObjectValue;
    expect(visibleCell({ objectValue: people })).toEqual({
      objectValue: { type: "MULTI_CONTACT", values: [contact, contact] },
    });
    const choices = { type: "MULTI_PICKLIST", values: ["Red", secret, 7] } as unknown as ObjectValue;
    expect(visibleCell({ objectValue: choices })).toEqual({
      objectValue: { type: "MULTI_PICKLIST", values: ["Red"] },
    });
  });

  it("what a contact lacks it lacks in the copy", () => {
    for (const one of [{ email: "b@acme.com" }, { name: "B" }, {}]) {
      const objectValue = { type: "CONTACT", ...one, ...secret } as ObjectValue;
      expect(visibleCell({ objectValue })).toStrictEqual({ objectValue: { type: "CONTACT", ...one } });
    }
  });
});

describe("columns", () => {
  const column: SourceColumn = {
    id: TASK,
    index: 7,
    title: "Task",
    type: "PICKLIST",
    primary: true,
    width: 300,
    options: ["Red", "Secret"],
    symbol: "RYG",
    format: ",,1,,,,,,,,,13,,,,,",
    systemColumnType: "AUTO_NUMBER",
    ...secret,
  };
  const plain = { id: TASK, index: 0, title: "Task", type: "PICKLIST", primary: true, width: 300 };

  it("I12 only the listed fields leave, with the options that were chosen", () => {
    const { symbol, format } = column;
    const whole = { ...plain, options: ["Red"], symbol, format };
    expect(copyColumn(column, 0, ["Red"], "none")).toStrictEqual(whole);
    expect(copyColumn(column, 0, ["Red"], "some")).toStrictEqual({ ...whole, masked: true });
  });

  it("T07 where all cells are masked type, symbol and number format don't speak of the values", () => {
    expect(copyColumn(column, 0, undefined, "all")).toStrictEqual({
      ...plain,
      type: "TEXT_NUMBER",
      format: ",,1,,,,,,,,,,,,,,",
      masked: true,
    });
  });

  it("what a column lacks it lacks in the copy", () => {
    const bare: SourceColumn = { id: TASK, index: 7, title: "Task", type: "PICKLIST", primary: false };
    const wanted = { id: TASK, index: 3, title: "Task", type: "PICKLIST" };
    expect(copyColumn(bare, 3, undefined, "none")).toStrictEqual(wanted);
  });
});
