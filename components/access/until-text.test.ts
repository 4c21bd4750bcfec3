import { describe, expect, it } from "vitest";
import { untilDay, untilText } from "./until-text";

const now = new Date("2026-11-24T10:00:00Z");
const until = (endsAt: string, zone = "UTC") => untilText(endsAt, now, zone);

describe("until", () => {
  it("names the last day, not the midnight after it", () => {
    expect(until("2027-01-01T00:00:00Z")).toEqual({ text: "31 Dec", isNear: false });
    expect(untilDay("2027-01-01T00:00:00Z", "UTC")).toBe("31 Dec 2026");
  });

  it("counts the last day in the zone the end was meant in", () => {
    expect(until("2026-12-31T23:00:00Z", "Europe/Berlin").text).toBe("31 Dec");
  });

  it("turns near under seven days", () => {
    expect(until("2026-12-02T00:00:00Z")).toEqual({ text: "1 Dec", isNear: false });
    expect(until("2026-12-01T00:00:00Z")).toEqual({ text: "in 6 days", isNear: true });
    expect(until("2026-11-26T00:00:00Z").text).toBe("tomorrow");
  });

  it("says today for the end of the day and the hours for an end within it", () => {
    expect(until("2026-11-25T00:00:00Z").text).toBe("today");
    expect(until("2026-11-24T13:30:00Z").text).toBe("in 3 h");
  });

  it("says what has ended, from the very moment", () => {
    expect(until("2026-11-24T10:00:00Z")).toEqual({ text: "ended 24 Nov", isNear: true });
    expect(until("2025-11-04T00:00:00Z").text).toBe("ended 3 Nov 2025");
  });
});
