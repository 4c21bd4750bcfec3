import { describe, expect, it } from "vitest";
import { toSourceCell } from "./cells";

function cell(fields: object) {
  return toSourceCell({ columnId: 1, ...fields });
}

describe("a cell", () => {
  it("is blank without a value, whatever its format", () => {
    for (const fields of [
      {},
      { format: ",,1" },
      { value: "" },
      { value: null },
      { hyperlink: { url: "https://a.test" } },
    ]) {
      expect(cell(fields)).toBeNull();
    }
    expect(cell({ value: 0 })).toEqual({ value: 0 });
    expect(cell({ value: false })).toEqual({ value: false });
  });

  it("F07 shows the raw text of a value of an unknown kind", () => {
    expect(cell({ value: { a: [1] } })).toEqual({ value: '{"a":[1]}' });
    expect(cell({ value: [1, 2], displayValue: 12 })).toEqual({ value: "[1,2]", displayValue: "12" });
    expect(cell({ value: Number.POSITIVE_INFINITY })).toEqual({ value: "Infinity" });
  });

  it("I12 keeps no formula, cell link, image or writer", () => {
    const fields = {
      value: 1,
      formula: "=A1",
      linkInFromCell: { sheetId: 9 },
      linksOutToCells: [{ sheetId: 9 }],
      image: { id: "x" },
      modifiedBy: { email: "a@b.test" },
    };
    expect(cell(fields)).toEqual({ value: 1 });
  });

  it("T12 keeps links a browser may follow and drops the rest", () => {
    const link = (hyperlink: unknown) => cell({ value: "x", hyperlink })?.link;
    expect(link({ url: "https://a.test/?q=1" })).toBe("https://a.test/?q=1");
    expect(link({ url: "http://a.test" })).toBe("http://a.test/");
    expect(link({ url: "mailto:a@b.test" })).toBe("mailto:a@b.test");
    for (const url of [
      "javascript:alert(1)",
      " JaVaScript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc",
      "//a.test",
      "/a",
      "",
      7,
    ]) {
      expect(link({ url }), String(url)).toBeUndefined();
    }
    expect(link({ url: "https://app.smartsheet.com/sheets/x", sheetId: 5 })).toBeUndefined();
    expect(link(null)).toBeUndefined();
  });

  it("keeps the cell's own format apart from what the sheet's conditions lay over it", () => {
    const formats = (fields: object) => {
      const { format, laidFormat } = cell({ value: 1, ...fields }) ?? {};
      return { format, laidFormat };
    };
    expect(formats({ format: ",,1,,,,,,2,", conditionalFormat: ",,,1,,,,,5,7" })).toEqual({
      format: ",,1,,,,,,2,",
      laidFormat: ",,1,1,,,,,5,7",
    });
    expect(formats({ conditionalFormat: ",,1" })).toEqual({ laidFormat: ",,1" });
    expect(formats({ format: ",,1" })).toEqual({ format: ",,1" });
    expect(formats({ format: "<b>", conditionalFormat: "<i>" })).toEqual({});
  });

  it("puts typed values in our words", () => {
    const typed = (objectValue: unknown, value: unknown = "text") =>
      cell({ value, objectValue })?.objectValue;
    const ada = { objectType: "CONTACT", email: "ada@acme.test", name: "Ada", imageId: "i" };
    expect(typed(ada)).toEqual({ type: "CONTACT", email: "ada@acme.test", name: "Ada" });
    expect(typed({ objectType: "MULTI_CONTACT", values: [ada, { name: "Bo" }, null] })).toEqual({
      type: "MULTI_CONTACT",
      values: [{ email: "ada@acme.test", name: "Ada" }, { name: "Bo" }],
    });
    expect(typed({ objectType: "MULTI_PICKLIST", values: ["a", "b"] })).toEqual({
      type: "MULTI_PICKLIST",
      values: ["a", "b"],
    });
    expect(typed({ objectType: "DATE", value: "2026-11-24" })).toEqual({ type: "DATE", value: "2026-11-24" });
    expect(typed({ objectType: "DURATION", days: 4 }, "4d")).toEqual({ type: "DURATION", text: "4d" });
    expect(typed({ objectType: "PREDECESSOR_LIST", predecessors: [{ rowId: 5 }] }, "2FS")).toEqual({
      type: "PREDECESSOR_LIST",
      text: "2FS",
    });
    expect(typed({ objectType: "HOLOGRAM", value: 1 })).toBeUndefined();
    expect(typed("text")).toBeUndefined();
    expect(cell({ objectValue: { objectType: "CHECKBOX", value: true } })).toEqual({ value: true });
    expect(cell({ objectValue: 12 })).toEqual({ value: 12 });
  });
});
