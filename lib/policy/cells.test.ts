import { describe, expect, it } from "vitest";
import { choicesOf, contactsOf, dayOf, foldText, isBlank, numberOfText, textOf } from "./cells";
import type { ColumnType, ObjectValue, SourceCell } from "./sheet";

const TYPES: ColumnType[] = [
  ...(["TEXT_NUMBER", "DATE", "DATETIME", "ABSTRACT_DATETIME", "CHECKBOX", "PICKLIST"] as const),
  ...(["MULTI_PICKLIST", "CONTACT_LIST", "MULTI_CONTACT_LIST", "DURATION", "PREDECESSOR"] as const),
];
const typed = (objectValue: ObjectValue): SourceCell => ({ objectValue });
/** The column types for which it isn't null. */
const typesWhere = (found: (type: ColumnType) => unknown) => TYPES.filter((type) => found(type) !== null);

describe("text", () => {
  it("is folded whether plain or not", () => {
    expect(foldText("Plan ~ 9")).toBe("plan ~ 9");
    expect(foldText("CAFE\u0301 ΟΔΟΣ\tA")).toBe("café οδοσ\ta");
    expect(foldText("Σ")).not.toBe(foldText(""));
  });

  it("is a number where it is plain decimal of at most 15 digits", () => {
    const numbers = { "0": 0, "007": 7, "+5": 5, "-5.50": -5.5, "123456789012345": 123456789012345 };
    for (const [text, number] of Object.entries(numbers)) expect(numberOfText(text)).toBe(number);
    expect(numberOfText("0.12345678901234")).toBe(0.12345678901234);
    const others = ["", "x", "5.", ".5", "1e3", "0x1F", "1,000", " 5", "5 ", "5x", "x5", "--5", "٣", "5\n"];
    for (const text of [...others, "1234567890123456", "12345678.12345678", "0.123456789012345"])
      expect(numberOfText(text), text).toBeNull();
  });

  it("is what the cell reads as: its text, else what it shows, else its typed form, else its value", () => {
    const predecessors: ObjectValue = { type: "PREDECESSOR_LIST", text: "3FS" };
    expect(textOf({ value: "a", displayValue: "b", objectValue: predecessors })).toBe("a");
    expect(textOf({ value: "", displayValue: "b", objectValue: predecessors })).toBe("b");
    expect(textOf({ value: 5, displayValue: "5 %" })).toBe("5 %");
    expect(textOf({ value: "", displayValue: "", objectValue: predecessors })).toBe("3FS");
    expect(textOf({ value: 5, displayValue: "" })).toBe("5");
    expect(textOf({ value: false, objectValue: { type: "DATE", value: "2026-05-04" } })).toBe("false");
    expect(textOf({})).toBe("");
    expect(textOf({ value: null } as never)).toBe("");
  });
});

describe("content", () => {
  const blanks: (SourceCell | undefined)[] = [
    undefined,
    {},
    { value: "" },
    { value: null } as never,
    { displayValue: "" },
    { format: ",,1", link: "https://example.org" },
    typed({ type: "CONTACT" }),
    typed({ type: "CONTACT", email: "", name: "" }),
    typed({ type: "MULTI_CONTACT", values: [] }),
    typed({ type: "MULTI_PICKLIST", values: [] }),
    typed({ type: "DATE", value: "" }),
    typed({ type: "DATETIME", value: "" }),
    typed({ type: "ABSTRACT_DATETIME", value: "" }),
    typed({ type: "DURATION", text: "" }),
    typed({ type: "PREDECESSOR_LIST", text: "" }),
  ];
  for (const cell of blanks) it(`none: ${JSON.stringify(cell)}`, () => expect(isBlank(cell)).toBe(true));

  const full: SourceCell[] = [
    { value: 0 },
    { value: false },
    { value: " " },
    { displayValue: "x" },
    { value: "", displayValue: "x" },
    { value: "x", objectValue: { type: "MULTI_PICKLIST", values: [] } },
    { displayValue: "x", objectValue: { type: "DATE", value: "" } },
    typed({ type: "CONTACT", email: "a@b" }),
    typed({ type: "CONTACT", name: "A" }),
    typed({ type: "MULTI_CONTACT", values: [{}] }),
    typed({ type: "MULTI_PICKLIST", values: [""] }),
    typed({ type: "DATE", value: "x" }),
    typed({ type: "DATETIME", value: "x" }),
    typed({ type: "ABSTRACT_DATETIME", value: "x" }),
    typed({ type: "DURATION", text: "5d" }),
    typed({ type: "PREDECESSOR_LIST", text: "3FS" }),
  ];
  for (const cell of full) it(`some: ${JSON.stringify(cell)}`, () => expect(isBlank(cell)).toBe(false));
});

describe("days, people and choices", () => {
  it("a day is of the typed form in any column, of text in columns of dates alone", () => {
    const date = typed({ type: "DATE", value: "2026-05-04" });
    expect(typesWhere((type) => dayOf(date, type))).toEqual(TYPES);
    const text = { value: "2026-05-04T08:00:00" };
    expect(typesWhere((type) => dayOf(text, type))).toEqual(["DATE", "DATETIME", "ABSTRACT_DATETIME"]);
    expect(dayOf(text, "DATE")).toBe("2026-05-04");
    expect(dayOf({ value: 20260504 }, "DATE")).toBeNull();
    expect(dayOf(typed({ type: "DURATION", text: "2026-05-04" }), "DATE")).toBeNull();
    expect(dayOf({ ...typed({ type: "DATE", value: "soon" }), value: "2026-05-04" }, "DATE")).toBeNull();
  });

  it("people are of the typed form in any column, of text in columns of people alone", () => {
    const ada = { type: "CONTACT", email: "ada@acme.com", name: "Ada" } as const;
    for (const type of TYPES) {
      expect(contactsOf(typed(ada), type)).toEqual([ada]);
      expect(contactsOf(typed({ type: "MULTI_CONTACT", values: [{ name: "B" }] }), type)).toEqual([
        { name: "B" },
      ]);
      expect(contactsOf({ value: "x@y", ...typed({ type: "CONTACT", name: "Ada" }) }, type)).toEqual([
        { email: "x@y", name: "Ada" },
      ]);
    }
    const text = { value: "ada@acme.com", displayValue: "Ada" };
    expect(typesWhere((type) => contactsOf(text, type))).toEqual(["CONTACT_LIST", "MULTI_CONTACT_LIST"]);
    const read = (cell: SourceCell) => contactsOf(cell, "CONTACT_LIST");
    expect(read(text)).toEqual([{ email: "ada@acme.com", name: "Ada" }]);
    expect(read({ value: "Ada" })).toEqual([{ email: undefined, name: "Ada" }]);
    expect(read({ value: 7, displayValue: "Seven" })).toEqual([{ email: undefined, name: "Seven" }]);
    expect(read({ value: 7 })).toEqual([{ email: undefined, name: undefined }]);
    expect(read(typed({ type: "CONTACT" }))).toEqual([{ email: undefined, name: undefined }]);
  });

  it("choices are of the typed form in any column, of text in columns of several choices alone", () => {
    const several = typed({ type: "MULTI_PICKLIST", values: ["Red", "Dark, Blue"] });
    for (const type of TYPES) expect(choicesOf(several, type)).toEqual(["Red", "Dark, Blue"]);
    expect(typesWhere((type) => choicesOf({ value: "Red,Blue" }, type))).toEqual(["MULTI_PICKLIST"]);
    expect(choicesOf({ value: "Red , Blue" }, "MULTI_PICKLIST")).toEqual(["Red , Blue", "Red", "Blue"]);
    expect(choicesOf({ value: 7 }, "MULTI_PICKLIST")).toBeNull();
  });
});
