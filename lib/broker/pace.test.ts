import { expect, it } from "vitest";
import { Pace } from "./pace";

const fresh = () => new Pace({ perMinute: 240, blockedUntil: 0, now: 0 });

it.each([
  [7, 7_000],
  [0, 1_000],
  [3_600, 120_000],
  [undefined, 60_000],
])(
  "F01 a 429 with Retry-After %s pauses the token for so long, and with jitter a little longer",
  (sent, ms) => {
    for (const random of [0, 0.5, 1]) {
      const pace = fresh();
      pace.slowDown(0, 0, sent, random);
      expect(pace.blockedUntil).toBeGreaterThanOrEqual(ms);
      expect(pace.blockedUntil).toBeCloseTo(ms * (1 + 0.1 * random));
      expect(pace.isBlocked(ms - 1)).toBe(true);
      expect(pace.isBlocked(pace.blockedUntil)).toBe(false);
    }
  },
);

it("F01 halves the rate with each 429, down to 30, and gives it back by quiet minutes", () => {
  const pace = fresh();
  const rates: number[] = [];
  for (let turn = 1; turn <= 5; turn++) {
    pace.slowDown(turn, turn, 1, 0);
    rates.push(pace.perMinute(turn));
  }
  expect(rates).toEqual([120, 60, 30, 30, 30]);
  const end = pace.blockedUntil;
  expect(pace.perMinute(end + 59_999)).toBe(30);
  expect(pace.perMinute(end + 60_000)).toBe(60);
  expect(pace.perMinute(end + 6 * 60_000)).toBe(210);
  expect(pace.perMinute(end + 60 * 60_000)).toBe(240);
});

it("F01 counts calls that were under way together as one, and obeys the longest pause among them", () => {
  const pace = fresh();
  pace.slowDown(500, 100, 5, 0);
  pace.slowDown(510, 120, 9, 0);
  pace.slowDown(520, 130, 2, 0);
  expect(pace.perMinute(520)).toBe(120);
  expect(pace.blockedUntil).toBe(9_510);
});
