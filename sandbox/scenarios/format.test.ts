import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLORS, CURRENCIES, descriptor, FONTS, SIZES } from "./format";

describe("a format by name", () => {
  it("becomes the 17 positions of the wire", () => {
    expect(descriptor({})).toBe(",,,,,,,,,,,,,,,,");
    expect(descriptor({ bold: true, currency: "EUR" })).toBe(",,1,,,,,,,,,6,,,,,");
    expect(
      descriptor({
        font: "Verdana",
        size: 5,
        italic: true,
        underline: true,
        strike: true,
        align: "right",
        vertical: "middle",
        text: 27,
        background: 0,
        taskbar: 31,
        decimals: 0,
        thousands: true,
        number: "PERCENT",
        wrap: true,
        date: 4,
      }),
    ).toBe("3,5,,1,1,1,3,2,27,0,31,,0,1,3,1,4");
  });

  it("stays as it is when it is a descriptor already", () => {
    expect(descriptor(",,1,,,,,,,,,,,,,,")).toBe(",,1,,,,,,,,,,,,,,");
  });
});

const SERVER_INFO = new URL("../../../shared/smartsheet/serverinfo.json", import.meta.url);

it.skipIf(!existsSync(SERVER_INFO))(
  "the tables are those the service tells in its server information",
  () => {
    const { formats } = JSON.parse(readFileSync(SERVER_INFO, "utf8"));
    const codes = (list: { code: string }[]) => list.map(({ code }) => code);
    expect(codes(formats.currency)).toEqual(CURRENCIES);
    expect(formats.fontFamily.map(({ name }: { name: string }) => name)).toEqual(FONTS);
    expect([formats.fontSize.length, formats.color.length]).toEqual([SIZES, COLORS]);
  },
);
