import { describe, expect, it } from "vitest";
import { momentAt, wallTimeOf } from "./zone-times";

describe("a time on the wall", () => {
  it.each([
    ["2026-12-24T18:00", "Europe/Berlin", "2026-12-24T17:00:00Z"],
    ["2026-07-01T09:30", "America/New_York", "2026-07-01T13:30:00Z"],
    ["2026-11-24T00:00", "Asia/Kolkata", "2026-11-23T18:30:00Z"],
    ["2026-03-29T12:00", "Europe/Berlin", "2026-03-29T10:00:00Z"],
  ])("%s in %s is %s, and back", (wall, zone, moment) => {
    expect(momentAt(wall, zone)).toBe(moment);
    expect(wallTimeOf(moment, zone)).toBe(wall);
  });

  it("is the first of two where the clock goes back", () => {
    expect(momentAt("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00Z");
  });

  it("is a moment also where the clock jumps over it", () => {
    expect(momentAt("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00Z");
  });

  it("is none where nothing was typed", () => {
    expect(momentAt("", "UTC")).toBeNull();
  });
});
