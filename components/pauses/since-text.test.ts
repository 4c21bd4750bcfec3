import { describe, expect, it } from "vitest";
import { sinceText } from "./since-text";

describe("since when something is paused", () => {
  const at = new Date("2026-11-24T22:30:00Z");

  it("is the hour on the same day of the zone, not of UTC", () => {
    expect(sinceText(at, new Date("2026-11-24T23:10:00Z"), "Etc/UTC")).toBe("22:30");
    expect(sinceText(at, new Date("2026-11-24T23:10:00Z"), "Europe/Berlin")).toBe("24 Nov, 23:30");
    expect(sinceText(at, new Date("2026-11-25T01:00:00Z"), "America/New_York")).toBe("17:30");
  });

  it("names the day while nobody knows today's", () => {
    expect(sinceText(at, null, "Etc/UTC")).toBe("24 Nov, 22:30");
  });
});
