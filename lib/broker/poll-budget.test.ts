import { expect, it } from "vitest";
import { PollBudget } from "./poll-budget";

function takenAt(budget: PollBudget, perMinute: number, now: number): number {
  let taken = 0;
  while (taken < 1_000 && budget.take(1, perMinute, now) === 0) taken += 1;
  return taken;
}

it("lets the polls of a minute out evenly, and none at a budget of nothing", () => {
  const budget = new PollBudget();
  expect(takenAt(budget, 60, 0)).toBe(6);
  expect(budget.take(1, 60, 0)).toBe(1_000);
  expect(takenAt(budget, 60, 3_000)).toBe(3);
  expect(new PollBudget().take(1, 0, 0)).toBe(Number.POSITIVE_INFINITY);
});

it("begins a small budget with a small burst", () => {
  expect(takenAt(new PollBudget(), 3, 0)).toBe(1);
});

it("a changed setting makes no new burst", () => {
  const budget = new PollBudget();
  takenAt(budget, 120, 0);
  expect(takenAt(budget, 240, 0)).toBe(0);
  expect(takenAt(budget, 120, 0)).toBe(0);
});
