import { expect, it } from "vitest";
import { PromisedTurns } from "./promised-turns";

it("gives each person turned away a moment of their own", () => {
  const promised = new PromisedTurns();
  const told = Array.from({ length: 5 }, (_, n) => promised.tell(`p${n}`, 10_000, 250, 0));
  expect(told).toEqual([10_000, 10_250, 10_500, 10_750, 11_000]);
});

it("T19 tells who asks again the same moment, and moves nobody else's", () => {
  const promised = new PromisedTurns();
  for (let call = 0; call < 50; call++) expect(promised.tell("greedy", 10_000, 250, call)).toBe(10_000);
  expect(promised.tell("other", 10_000, 250, 60)).toBe(10_250);
  expect(promised.tell("greedy", 30_000, 250, 20_000)).toBe(30_000);
});

it("promises nothing later than in two minutes", () => {
  const promised = new PromisedTurns();
  const told = Array.from({ length: 1_000 }, (_, n) => promised.tell(`p${n}`, 10_000, 250, 0));
  expect(Math.max(...told)).toBe(120_000);
});
