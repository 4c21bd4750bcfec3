import { describe, expect, it } from "vitest";
import { addDays, endPicks } from "./end-days";

describe("end days", () => {
  it("counts over months, years and leap days", () => {
    expect(addDays("2026-12-25", 7)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  });

  it("does not lose a day where clocks change", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  });

  it("offers a week, a month and a quarter", () => {
    expect(endPicks("2026-11-24").map(({ value }) => value)).toEqual([
      "2026-12-01",
      "2026-12-24",
      "2027-02-22",
    ]);
  });
});
