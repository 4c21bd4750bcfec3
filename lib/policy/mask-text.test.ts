import { describe, expect, it } from "vitest";
import { maskCell, maskText, plainFormat } from "./mask-text";
import type { ColumnType, ObjectValue, SourceCell } from "./sheet";
import type { Mask } from "./types";

const text = (value: string): SourceCell => ({ value });
const number = (value: number): SourceCell => ({
  value,
  displayValue: `$${value}`,
  format: ",,,,,,,,,,,13,2,,,,",
});
const typed = (objectValue: ObjectValue, value?: string): SourceCell => ({ value, objectValue });
const contact = (email?: string, name?: string) => typed({ type: "CONTACT", email, name }, email ?? name);
const contacts = (...values: { email?: string; name?: string }[]) => typed({ type: "MULTI_CONTACT", values });
const choices = (...values: string[]) => typed({ type: "MULTI_PICKLIST", values });
const date = (value: string) => typed({ type: "DATE", value }, value);

const TEXT = "TEXT_NUMBER";
const bucket = (size: number): Mask => ({ kind: "bucket", size });
type Line = [Mask["kind"] | Mask, ColumnType, SourceCell, string];
const lines: Line[] = [
  // The last four, and never how long the text is
  ["last4", TEXT, text("4111 1111 1111 1234"), "••••1234"],
  ["last4", TEXT, text("12345"), "••••2345"],
  ["last4", TEXT, text("1234"), "••••"],
  ["last4", TEXT, text("a"), "••••"],
  ["last4", TEXT, text("  1234  "), "••••"],
  ["last4", TEXT, text("12-34"), "••••"],
  ["last4", TEXT, text("-1-2-3-4-"), "••••"],
  ["last4", TEXT, text("1-2-3-4-5"), "••••-4-5"],
  ["last4", TEXT, text("a\u0301b\u0301c\u0301d\u0301"), "••••"],
  ["last4", TEXT, text("a\u0301b\u0301c\u0301d\u0301e\u0301"), "••••b\u0301c\u0301d\u0301e\u0301"],
  ["last4", TEXT, text("abcdé"), "••••bcdé"],
  ["last4", TEXT, text("\u{1F680}\u{1F680}\u{1F680}\u{1F680}\u{1F680}"), "••••"],
  ["last4", TEXT, number(52000), "••••2000"],
  ["last4", TEXT, number(-1234), "••••"],
  ["last4", TEXT, number(1234.5), "••••34.5"],
  ["last4", "CHECKBOX", { value: false }, "••••"],
  ["last4", "CHECKBOX", { value: true }, "••••"],
  ["last4", "MULTI_PICKLIST", choices("Confidential", "Red"), "••••"],
  ["last4", "MULTI_PICKLIST", text("Confidential, Red"), "••••"],
  [
    "last4",
    "MULTI_CONTACT_LIST",
    { ...contacts({ name: "Vera" }, { name: "Sam" }), displayValue: "Vera, Sam" },
    "••••",
  ],
  [
    "last4",
    "DURATION",
    { displayValue: "12345d", objectValue: { type: "DURATION", text: "12345d" } },
    "••••345d",
  ],
  // Initials
  ["initials", "CONTACT_LIST", contact("vera.viewer@acme.com", "Vera Viewer"), "V.V."],
  ["initials", "CONTACT_LIST", contact("vera.viewer@acme.com"), "V.V."],
  ["initials", "CONTACT_LIST", contact("vera.viewer@acme.com", "vera.viewer@acme.com"), "V.V."],
  ["initials", "CONTACT_LIST", contact(undefined, "Émile Żak"), "É.Ż."],
  ["initials", "CONTACT_LIST", contact("x@acme.com"), "•••"],
  ["initials", "CONTACT_LIST", text("vera.viewer@acme.com"), "V.V."],
  [
    "initials",
    "MULTI_CONTACT_LIST",
    contacts({ name: "Vera Viewer" }, { email: "sam@acme.com" }, {}),
    "V.V., S., •••",
  ],
  ["initials", TEXT, text("john ronald reuel tolkien esquire"), "J.R.R.T."],
  ["initials", TEXT, text("John F Kennedy"), "J.K."],
  ["initials", TEXT, text("F"), "•••"],
  ["initials", TEXT, text("A B"), "•••"],
  ["initials", TEXT, text("O'Brien (acting)"), "O.A."],
  ["initials", TEXT, text("12 Elm Street"), "E.S."],
  ["initials", TEXT, text("5d"), "•••"],
  ["initials", TEXT, text("2026-05-04"), "•••"],
  ["initials", "PICKLIST", text("In progress"), "I.P."],
  ["initials", TEXT, number(7), "•••"],
  ["initials", "CHECKBOX", { value: true }, "•••"],
  ["initials", "MULTI_PICKLIST", choices("Red", "Blue"), "•••"],
  ["initials", "MULTI_PICKLIST", text("Red, Blue"), "•••"],
  // The year
  ["year", "DATE", date("2026-05-04"), "2026"],
  ["year", "DATE", text("2026-05-04"), "2026"],
  ["year", "DATETIME", text("1999-12-31T23:00:00Z"), "1999"],
  ["year", TEXT, text("2026-05-04"), "2026"],
  ["year", TEXT, text("2026-05-04T10:00:00Z"), "2026"],
  ["year", TEXT, text("2026"), "•••"],
  ["year", TEXT, text("2026-13-04"), "•••"],
  ["year", TEXT, text("born 2026-05-04"), "•••"],
  ["year", "DATE", text("TBD"), "•••"],
  ["year", TEXT, number(2026), "•••"],
  // The bucket
  [bucket(10000), TEXT, number(12345), "10,000–19,999"],
  [bucket(10000), TEXT, number(10000), "10,000–19,999"],
  [bucket(10000), TEXT, number(19999), "10,000–19,999"],
  [bucket(10000), TEXT, number(19999.99), "10,000–19,999"],
  [bucket(10000), TEXT, number(20000), "20,000–29,999"],
  [bucket(10000), TEXT, number(0), "0–9,999"],
  [bucket(10000), TEXT, number(-1), "-10,000–-1"],
  [bucket(10000), TEXT, number(-10000), "-10,000–-1"],
  [bucket(10000), TEXT, number(-10001), "-20,000–-10,001"],
  [bucket(2), TEXT, number(7), "6–7"],
  [bucket(1_000_000), TEXT, number(123_456_789), "123,000,000–123,999,999"],
  [bucket(10000), TEXT, number(1e15), "•••"],
  [bucket(10000), TEXT, number(Number.POSITIVE_INFINITY), "•••"],
  [bucket(10000), TEXT, text("12345"), "•••"],
  [bucket(10000), "CHECKBOX", { value: true }, "•••"],
  [bucket(10000), "DATE", date("2026-05-04"), "•••"],
  // A text of one's own
  [{ kind: "constant", text: "on request" }, TEXT, number(7), "on request"],
  [{ kind: "constant", text: "on request" }, "CHECKBOX", { value: false }, "on request"],
];

describe("maskText", () => {
  for (const [given, type, cell, wanted] of lines) {
    const mask = typeof given === "string" ? ({ kind: given } as Mask) : given;
    const shown = JSON.stringify(cell.objectValue ?? cell.value);
    it(`${JSON.stringify(mask)} of ${type} ${shown}: ${wanted}`, () => {
      expect(maskText(mask, cell, type)).toBe(wanted);
    });
  }
});

describe("maskCell", () => {
  const full: SourceCell = {
    value: 52000,
    displayValue: "$52,000",
    format: ",,1,,,,,,3,,,13,2,1,2,,4",
    link: "https://example.com/52000",
    objectValue: { type: "DURATION", text: "52000" },
  };

  it("I11 leaves text alone: no typed form, no link, and of the format what says nothing of the value", () => {
    expect(maskCell(full, TEXT, [{ kind: "last4" }])).toEqual({
      value: "••••2000",
      displayValue: "••••2000",
      format: ",,1,,,,,,3,,,,,,,,",
    });
    expect(maskCell(number(7), TEXT, [{ kind: "year" }])).toEqual({ value: "•••", displayValue: "•••" });
    expect(JSON.stringify(maskCell(full, TEXT, [{ kind: "constant", text: "x" }]))).not.toContain("52");
  });

  it("I21 lays a second mask on what the first left, not on the value", () => {
    const both: Mask[] = [{ kind: "constant", text: "hidden away" }, { kind: "last4" }];
    expect(maskCell(full, TEXT, both)).toMatchObject({ value: "••••away" });
    expect(maskCell(number(12345), TEXT, [{ kind: "last4" }, bucket(10)])).toMatchObject({ value: "•••" });
    expect(
      maskCell(date("2026-05-04"), "DATE", [{ kind: "constant", text: "x" }, { kind: "year" }]),
    ).toMatchObject({
      value: "•••",
    });
  });

  it("reads the value as its column does, and what a mask left as text", () => {
    expect(maskCell(text("vera.viewer@acme.com"), "CONTACT_LIST", [{ kind: "initials" }]).value).toBe("V.V.");
    expect(maskCell(text("Confidential, Red"), "MULTI_PICKLIST", [{ kind: "last4" }]).value).toBe("••••");
    const twice: Mask[] = [{ kind: "constant", text: "hidden away" }, { kind: "last4" }];
    expect(maskCell(text("Confidential, Red"), "MULTI_PICKLIST", twice).value).toBe("••••away");
  });

  it("drops a format that has nothing left to say", () => {
    expect(plainFormat(undefined)).toBeUndefined();
    expect(plainFormat(",,,,,,,,,,,13,,,,,")).toBeUndefined();
    expect(plainFormat("1,2")).toBe("1,2");
  });
});
