import { describe, expect, it } from "vitest";
import { dayOf, endOfDay as endByTemporal } from "@/lib/days";
import { addMonths, endOfDay, lastDayBefore, quickEnds } from "./zone-days";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Apia",
  "America/Sao_Paulo",
];
// Changes of the clock in Berlin, New York and São Paulo (there over midnight), and plain days.
const days = [
  "2026-03-28",
  "2026-03-29",
  "2026-10-24",
  "2026-10-25",
  "2026-11-01",
  "2018-11-03",
  "2026-12-31",
];

describe("days in a zone", () => {
  it("ends a day exactly where Temporal does, also on days of 23 and 25 hours", () => {
    let compared = 0;
    for (const zone of zones)
      for (const day of days) {
        expect(endOfDay(day, zone), `${day} ${zone}`).toBe(endByTemporal(day, zone));
        expect(lastDayBefore(endOfDay(day, zone), zone)).toBe(dayOf(endByTemporal(day, zone), zone, true));
        compared++;
      }
    expect(compared).toBe(zones.length * days.length);
  });

  it("keeps a month's end inside the month", () => {
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", 1)).toBe("2026-02-15");
  });

  it("offers the next year's end when this year is nearly over", () => {
    expect(quickEnds("2026-11-24").at(-1)?.value).toBe("2026-12-31");
    expect(quickEnds("2026-12-30").at(-1)?.value).toBe("2027-12-31");
  });
});
