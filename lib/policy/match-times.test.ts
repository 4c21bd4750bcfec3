import { describe, expect, it } from "vitest";
import { closingOf, matchHours, matchTimes } from "./match-times";
import { facts, forbid, permit } from "./sample.test-helper";
import type { Clock, WeeklyHours } from "./types";

const monday = (time: string): Clock => ({ weekday: 1, time });
const hours = (from: string, to: string, days: number[] = [1]) => ({ days, from, to }) as WeeklyHours;

describe("matchTimes", () => {
  it("I04 of a bound that is missing or can't be read a forbid makes nothing and a permit its end", () => {
    for (const bad of ["soon", "2026-05-04T11:00:00", undefined as never]) {
      expect(matchTimes(forbid("z", { startsAt: bad, endsAt: bad }), facts.now)).toBe("in_force");
      expect(matchTimes(permit("a", { endsAt: bad }), facts.now)).toBe("times_unreadable");
    }
    expect(matchTimes(forbid("z", { endsAt: null }), facts.now)).toBe("in_force");
    expect(matchTimes(permit("a", { endsAt: null as never }), facts.now)).toBe("times_unreadable");
    expect(matchTimes(permit("a", { startsAt: "soon" }), facts.now)).toBe("times_unreadable");
  });

  it("throws where now is no time", () => {
    expect(() => matchTimes(permit("a"), "soon")).toThrow("`now` is not a time");
  });
});

describe("matchHours", () => {
  it("a rule without hours is in force at any, known or not", () => {
    expect(matchHours(undefined, undefined)).toBe("inside");
    expect(matchHours(null, null)).toBe("inside");
  });

  it("holds the first minute and not the last, on its days", () => {
    const office = hours("08:00", "18:00", [1, 5]);
    expect(matchHours(office, monday("07:59"))).toBe("outside_hours");
    expect(matchHours(office, monday("08:00"))).toBe("inside");
    expect(matchHours(office, monday("17:59"))).toBe("inside");
    expect(matchHours(office, monday("18:00"))).toBe("outside_hours");
    expect(matchHours(office, { weekday: 5, time: "12:00" })).toBe("inside");
    expect(matchHours(office, { weekday: 2, time: "12:00" })).toBe("outside_hours");
    expect(matchHours(hours("00:00", "24:00"), monday("23:59"))).toBe("inside");
    expect(matchHours(hours("00:00", "24:00"), monday("00:00"))).toBe("inside");
  });

  for (const bad of [
    hours("18:00", "08:00"),
    hours("08:00", "08:00"),
    hours("8:00", "18:00"),
    hours("0 08:00", "18:00"),
    hours("08:00:30", "18:00"),
    hours("08:00", "25:00"),
    hours("24:00", "24:00"),
    hours("08:60", "18:00"),
    hours("08:00", "18:00", []),
    hours("08:00", "18:00", [0]),
    hours("08:00", "18:00", [8]),
    hours("08:00", "18:00", [1, 8]),
    hours("08:00", "18:00", [1.5]),
    { days: "1", from: "08:00", to: "18:00" } as never,
    {} as never,
    "08:00-18:00" as never,
  ])
    it(`can't read ${JSON.stringify(bad)}`, () => {
      expect(matchHours(bad, monday("12:00"))).toBe("invalid_hours");
      expect(matchHours(bad, null)).toBe("invalid_hours");
    });

  for (const clock of [
    null,
    undefined,
    { weekday: 0, time: "12:00" },
    { weekday: 8, time: "12:00" },
    { weekday: 1, time: "24:00" },
    { weekday: 1, time: "noon" },
    {},
  ])
    it(`doesn't know the clock ${JSON.stringify(clock)}`, () => {
      expect(matchHours(hours("00:00", "24:00"), clock as Clock)).toBe("clock_unknown");
    });
});

describe("closingOf", () => {
  const closing = (to: string, endsAt: string, over = {}) =>
    closingOf(permit("a", { hours: hours("08:00", to), endsAt }), {
      ...facts,
      clock: monday("14:00"),
      ...over,
    });

  it("is the end of today's hours, in the zone the clock is of", () => {
    expect(closing("18:00", "2026-12-31T00:00:00Z")).toBe("2026-05-04T16:00:00.000Z");
    expect(closing("24:00", "2026-12-31T00:00:00Z")).toBe("2026-05-04T22:00:00.000Z");
    expect(closing("14:01", "2026-12-31T00:00:00Z")).toBe("2026-05-04T12:01:00.000Z");
  });

  it("is the rule's end where that is sooner or the same, as written", () => {
    expect(closing("18:00", "2026-05-04T17:59:59+02:00")).toBe("2026-05-04T17:59:59+02:00");
    expect(closing("18:00", "2026-05-04T18:00:00+02:00")).toBe("2026-05-04T18:00:00+02:00");
    expect(closingOf(permit("a"), facts)).toBe(permit("a").endsAt);
    const timed = permit("a", { hours: hours("08:00", "18:00") });
    expect(closingOf(timed, { ...facts, clock: null })).toBe(timed.endsAt);
  });

  it("I04 stays the same from second to second, so that a decision made again is the same decision", () => {
    const ends = "2026-12-31T00:00:00Z";
    const wanted = closing("18:00", ends);
    expect(closing("18:00", ends, { now: "2026-05-04T12:00:59.999Z" })).toBe(wanted);
    expect(closing("18:00", ends, { now: "2026-05-04T12:01:30Z", clock: monday("14:01") })).toBe(wanted);
  });
});
