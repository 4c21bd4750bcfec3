import { describe, expect, it } from "vitest";
import type { VisibleCell } from "@/lib/policy/sheet";
import { contactsIn, createCellText, isFormulaError, optionsIn } from "./cell-text";
import { column } from "./sample";

const { textOf } = createCellText({ locale: "en-GB", timeZone: "Europe/Berlin" });
/** Intl writes narrow and non-breaking spaces that differ between versions of its data. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const text = (cell: VisibleCell | undefined, type: Parameters<typeof column>[1], format?: string) =>
  plain(textOf(cell, column(1, type, { format })));

describe("textOf", () => {
  it("is empty for a blank", () => {
    expect(text(undefined, "TEXT_NUMBER")).toBe("");
    expect(text({}, "DATE")).toBe("");
  });

  it("takes Smartsheet's own display value first", () => {
    expect(text({ value: 12000, displayValue: "€ 12,000" }, "TEXT_NUMBER")).toBe("€ 12,000");
  });

  const numbers: [string, number, string | undefined, string][] = [
    ["no format, no separators: a year stays a year", 2026, undefined, "2026"],
    ["fractions as they are", 0.1, undefined, "0.1"],
    ["thousands and two decimals", 1234.5, ",,,,,,,,,,,,2,1,1,,", "1,234.50"],
    ["euros without decimals", 12000, ",,,,,,,,,,,6,0,1,2,,", "€12,000"],
    ["dollars, decimals left open", 3, ",,,,,,,,,,,13,,,2,,", "$3.00"],
    ["percent", 0.256, ",,,,,,,,,,,,1,,3,,", "25.6%"],
  ];
  it.each(numbers)("number: %s", (_, value, format, wanted) => {
    expect(text({ value }, "TEXT_NUMBER", format)).toBe(wanted);
  });

  const dates: [string, string, Parameters<typeof column>[1], string | undefined, string][] = [
    ["a day in the reader's language", "2026-11-03", "DATE", undefined, "3 Nov 2026"],
    ["a day by pattern 4", "2026-11-03", "DATE", ",,,,,,,,,,,,,,,,4", "2026-11-03"],
    ["a day by pattern 6", "2026-11-03", "DATE", ",,,,,,,,,,,,,,,,6", "Tuesday, November 3, 2026"],
    [
      "an instant in the viewer's zone, next day there",
      "2026-11-03T23:30:00Z",
      "DATETIME",
      undefined,
      "4 Nov 2026, 00:30",
    ],
    [
      "a local time stays as written",
      "2026-12-01T08:00:00",
      "ABSTRACT_DATETIME",
      undefined,
      "1 Dec 2026, 08:00",
    ],
    ["free text in a date column", "next week", "DATE", undefined, "next week"],
    ["a day that does not exist", "2026-13-45", "DATE", undefined, "2026-13-45"],
  ];
  it.each(dates)("date: %s", (_, value, type, format, wanted) => {
    expect(text({ value }, type, format)).toBe(wanted);
  });

  it("does not move a day, whatever the zone", () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const words = createCellText({ locale: "en-GB", timeZone });
      expect(words.textOf({ value: "2026-03-01" }, column(1, "DATE"))).toBe("1 Mar 2026");
    }
  });

  it("names people, by address where there is no name", () => {
    expect(
      text({ objectValue: { type: "CONTACT", email: "a@acme.test", name: "Ann" } }, "CONTACT_LIST"),
    ).toBe("Ann");
    const values = [{ email: "a@acme.test", name: "Ann" }, { email: "b@acme.test" }];
    expect(text({ objectValue: { type: "MULTI_CONTACT", values } }, "MULTI_CONTACT_LIST")).toBe(
      "Ann, b@acme.test",
    );
  });

  it("joins several options", () => {
    expect(text({ objectValue: { type: "MULTI_PICKLIST", values: ["A", "B, C"] } }, "MULTI_PICKLIST")).toBe(
      "A, B, C",
    );
  });

  it("says yes and no for boxes", () => {
    expect(text({ value: true }, "CHECKBOX")).toBe("Yes");
    expect(text({ value: false }, "CHECKBOX")).toBe("No");
  });
});

describe("parts of a cell", () => {
  it("keeps an option with a comma whole", () => {
    expect(optionsIn({ objectValue: { type: "MULTI_PICKLIST", values: ["B, C"] } })).toEqual(["B, C"]);
    expect(optionsIn({ value: "Smith, John" })).toEqual(["Smith, John"]);
  });

  it("reads a person from a typed value, an address or free text", () => {
    expect(contactsIn({ value: "a@acme.test", displayValue: "Ann" })).toEqual([
      { name: "Ann", email: "a@acme.test" },
    ]);
    expect(contactsIn({ value: "somebody" })).toEqual([{ name: "somebody", email: undefined }]);
    expect(contactsIn({})).toEqual([]);
  });

  it("knows formula errors from text that starts with a hash", () => {
    expect(isFormulaError("#UNPARSEABLE")).toBe(true);
    expect(isFormulaError("#DIVIDE BY ZERO")).toBe(true);
    expect(isFormulaError("#launch")).toBe(false);
    expect(isFormulaError("#42")).toBe(false);
  });
});
