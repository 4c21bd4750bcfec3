import { expect, it } from "vitest";
import { CircuitBreaker } from "./circuit-breaker";

function opened(): CircuitBreaker {
  const breaker = new CircuitBreaker();
  for (let failure = 0; failure < 5; failure++) breaker.fail(breaker.let(), 0);
  return breaker;
}

it("F03 opens after five failures in a row, not after five in all", () => {
  const breaker = new CircuitBreaker();
  for (let turn = 0; turn < 4; turn++) {
    for (let failure = 0; failure < 4; failure++) breaker.fail(breaker.let(), 0);
    breaker.succeed(breaker.let());
  }
  expect(breaker.state(0)).toBe("closed");
  expect(opened().state(0)).toBe("open");
  expect(opened().allows(19_999)).toBe(false);
});

it("F03 lets one probe through and closes when it succeeds", () => {
  const breaker = opened();
  expect(breaker.state(20_000)).toBe("half_open");
  expect(breaker.allows(20_000)).toBe(true);
  const probe = breaker.let();
  expect(breaker.allows(20_000)).toBe(false);
  breaker.succeed("usual");
  expect(breaker.state(20_000)).toBe("half_open");
  breaker.succeed(probe);
  expect(breaker.state(20_000)).toBe("closed");
  expect(breaker.allows(20_000)).toBe(true);
});

it("F03 waits twice as long after each probe that fails, two minutes at most", () => {
  const breaker = opened();
  const waits: number[] = [];
  for (let turn = 0, now = 0; turn < 4; turn++) {
    now += breaker.msUntilProbe(now);
    breaker.fail(breaker.let(), now);
    waits.push(breaker.msUntilProbe(now));
  }
  expect(waits).toEqual([40_000, 80_000, 120_000, 120_000]);
});

it("F03 a probe whose caller gave up leaves room for another", () => {
  const breaker = opened();
  breaker.release(breaker.let());
  expect(breaker.allows(20_000)).toBe(true);
  expect(breaker.state(20_000)).toBe("half_open");
});
