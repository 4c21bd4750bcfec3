import { describe, expect, it } from "vitest";
import type { HoursInput } from "@/lib/rules/schema";
import { endInField, endOfField, hoursWords, officeHours, withDay } from "./hours-words";

const on = (days: HoursInput["days"]) => hoursWords({ days, from: "09:00", to: "17:00" });

describe("weekly hours", () => {
  it("are said in short", () => {
    expect(hoursWords(officeHours)).toBe("Mon–Fri 9:00–17:00");
    expect(on([3, 1])).toBe("Mon, Wed 9:00–17:00");
    expect(on([7, 6])).toBe("Sat, Sun 9:00–17:00");
    expect(on([1, 2, 3, 6])).toBe("Mon–Wed, Sat 9:00–17:00");
    expect(on([1, 2, 3, 4, 5, 6, 7])).toBe("every day 9:00–17:00");
    expect(on([])).toBe("no day 9:00–17:00");
    expect(hoursWords({ days: [1], from: "00:30", to: "24:00" })).toBe("Mon 0:30–24:00");
    expect(hoursWords({ days: [1], from: "", to: "10:05" })).toBe("Mon …–10:05");
  });

  it("take a day on and off, in the week's order", () => {
    expect(withDay({ ...officeHours, days: [5, 1] }, 3, true).days).toEqual([1, 3, 5]);
    expect(withDay(officeHours, 1, false).days).toEqual([2, 3, 4, 5]);
  });

  it("show midnight at the end of the day in a field that knows none", () => {
    for (const to of ["24:00", "17:30", "00:01"]) expect(endOfField(endInField(to))).toBe(to);
  });
});
