import fc from "fast-check";
import { expect, it } from "vitest";
import { TokenBucket } from "./token-bucket";
import { mostInAMinute } from "./virtual-time.test-helper";

it("gives a burst at once and then what comes back", () => {
  const bucket = new TokenBucket({ burst: 30, perMinute: 240, at: 0 });
  for (let call = 0; call < 30; call++) expect(bucket.take(1, 0)).toBe(true);
  expect(bucket.take(1, 0)).toBe(false);
  expect(bucket.msUntil(1, 0)).toBe(250);
  expect(bucket.take(1, 249)).toBe(false);
  expect(bucket.take(1, 250)).toBe(true);
  expect(bucket.left(100_000)).toBe(30);
});

it("keeps a share behind for those who may have it", () => {
  const bucket = new TokenBucket({ burst: 30, perMinute: 240, left: 4, at: 0 });
  expect(bucket.take(1, 0, 3)).toBe(true);
  expect(bucket.take(1, 0, 3)).toBe(false);
  expect(bucket.take(3, 0)).toBe(true);
});

it("counts from the end of a pause, and not at all at a rate of nothing", () => {
  const bucket = new TokenBucket({ burst: 30, perMinute: 60, at: 0 });
  bucket.drain(0, 10_000);
  expect(bucket.left(5_000)).toBe(0);
  expect(bucket.msUntil(2, 5_000)).toBe(7_000);
  expect(bucket.left(12_000)).toBe(2);
  bucket.setPerMinute(0, 12_000);
  expect(bucket.msUntil(3, 12_000)).toBe(Number.POSITIVE_INFINITY);
});

it("F01 gives at most 270 in any 60 s, whatever comes when and weighs what", () => {
  const arrival = fc.record({
    gap: fc.oneof(fc.constant(0), fc.nat(400), fc.nat(20_000)),
    weight: fc.constantFrom(1, 1, 1, 10),
  });
  fc.assert(
    fc.property(fc.array(arrival, { minLength: 200, maxLength: 1_500 }), (arrivals) => {
      const bucket = new TokenBucket({ burst: 30, perMinute: 240, at: 0 });
      const taken: { at: number; weight: number }[] = [];
      let now = 0;
      for (const { gap, weight } of arrivals) {
        now += gap;
        if (bucket.take(weight, now)) taken.push({ at: now, weight });
      }
      expect(mostInAMinute(taken)).toBeLessThanOrEqual(270);
    }),
    { numRuns: 60 },
  );
});
