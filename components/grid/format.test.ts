import { describe, expect, it } from "vitest";
import { cellColours, contrast, darkFill, readableOn } from "./colours";
import { formatOf, parseFormat, styleOf } from "./format";

describe("parseFormat", () => {
  it("reads all positions it uses", () => {
    expect(parseFormat("0,2,1,1,1,1,2,,27,5,,6,2,1,2,1,4")).toEqual({
      isBold: true,
      isItalic: true,
      isUnderlined: true,
      isStruck: true,
      align: "center",
      textColour: "#ff0000",
      background: "#fff4e6",
      currency: "EUR",
      decimals: 2,
      hasThousands: true,
      numberStyle: "currency",
      isWrapped: true,
      datePattern: "YYYY-MM-DD",
    });
  });

  it("reads the older 16 positions and short or empty descriptors", () => {
    expect(parseFormat("0,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0")).toMatchObject({ isBold: false, decimals: 0 });
    expect(parseFormat(",,1")).toMatchObject({ isBold: true });
    expect(parseFormat("")).toMatchObject({ isBold: false });
  });

  it("lays the cell's positions over the column's", () => {
    const format = parseFormat(",,1,,,,,,,,,,,,,,", ",,,1,,,,,,,,13,2,1,2,,");
    expect(format).toMatchObject({ isBold: true, isItalic: true, currency: "USD", decimals: 2 });
  });

  it("takes an index no table knows, and what is no index, as unset", () => {
    const format = parseFormat(",,7,x,,,9,,99,999,,77,8,,6,,42");
    expect(format).toMatchObject({ isBold: false, isItalic: false, hasThousands: false });
    for (const key of [
      "align",
      "textColour",
      "background",
      "currency",
      "decimals",
      "numberStyle",
      "datePattern",
    ]) {
      expect(format).toHaveProperty(key, undefined);
    }
  });

  it("knows the last colour and currency of the tables, and that transparent is none", () => {
    expect(parseFormat(",,,,,,,,41,3,,23,,,,,")).toMatchObject({ textColour: "#5a2d01", currency: "SGD" });
    expect(parseFormat(",,,,,,,,41,3,,23,,,,,").background).toBeUndefined();
  });

  it("gives the same objects for the same descriptors, so memoised cells hold", () => {
    expect(formatOf(",,1", undefined)).toBe(formatOf(",,1", undefined));
    expect(styleOf(formatOf(",,1", undefined))).toBe(styleOf(formatOf(",,1", undefined)));
    expect(styleOf(formatOf(undefined, undefined))).toBeNull();
  });
});

describe("colours", () => {
  const every = Array.from({ length: 41 }, (_, at) => at + 1).flatMap(
    (at) => parseFormat(`,,,,,,,,${at}`).textColour ?? [],
  );

  it("makes every colour of the table readable as text on every one of its fills, in both themes", () => {
    expect(every).toHaveLength(40);
    for (const fill of every) {
      for (const ground of [fill, darkFill(fill)]) {
        for (const colour of every) {
          expect(
            contrast(readableOn(colour, ground), ground),
            `${colour} on ${ground}`,
          ).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  it("leaves a readable colour alone", () => {
    expect(readableOn("#165def", "#ffffff")).toBe("#165def");
  });

  it("turns a light fill dark for the dark theme", () => {
    for (const fill of ["#feeef0", "#ffffff", "#e6f5fe", "#ffff00"]) {
      expect(contrast(darkFill(fill), "#ffffff")).toBeGreaterThan(4.5);
    }
  });

  it("speaks for both themes in one value", () => {
    expect(cellColours("#ff0000", undefined).color).toMatch(/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/);
    expect(cellColours(undefined, undefined)).toEqual({});
  });
});
