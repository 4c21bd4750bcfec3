import { describe, expect, it } from "vitest";
import { addDays, dayOfText, FIRST_DAY, LAST_DAY, parseInstant } from "./times";

describe("parseInstant", () => {
  it("reads ISO 8601 with an offset, with or without seconds", () => {
    const noon = Date.UTC(2026, 4, 4, 12);
    for (const text of [
      "2026-05-04T12:00Z",
      "2026-05-04T12:00:00Z",
      "2026-05-04T12:00:00.0Z",
      "2026-05-04T14:00:00.000000000+02:00",
      "2026-05-04T06:30-05:30",
    ])
      expect(parseInstant(text), text).toBe(noon);
  });

  for (const text of [
    null,
    undefined,
    1777896000000,
    "",
    "2026-05-04",
    "2026-05-04T12:00:00",
    "2026-05-04T12:00:00+0200",
    "2026-05-04 12:00:00Z",
    " 2026-05-04T12:00:00Z",
    "+002026-05-04T12:00:00Z",
    "2026-05-04T12:00:00Z ",
    "2026-05-04T12:00:00Z (noon)",
    "2026-13-04T12:00:00Z",
    "2026-05-04T25:00:00Z",
    ["2026-05-04T12:00:00Z"],
  ])
    it(`can't read ${JSON.stringify(text)}`, () => expect(parseInstant(text)).toBeNaN());
});

describe("days", () => {
  it("a day is what a date or a date-time names in its own text", () => {
    expect(dayOfText("2026-05-04")).toBe("2026-05-04");
    expect(dayOfText("2026-05-04T23:30:00-08:00")).toBe("2026-05-04");
    for (const text of [
      "",
      "2026-5-4",
      "2026-13-04",
      "2026-05-32",
      "2026-05-00",
      "2026-05-041",
      "on 2026-05-04",
    ])
      expect(dayOfText(text), text).toBeNull();
  });

  it("moves by whole days and stops at the first and the last", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(addDays(FIRST_DAY, -1)).toBe(FIRST_DAY);
    expect(addDays(LAST_DAY, 1)).toBe(LAST_DAY);
    expect(addDays("2026-05-04T00:00:00Z", 1)).toBeNull();
    expect(addDays("soon", 1)).toBeNull();
  });
});
