import { expect, it } from "vitest";
import type { TokenState } from "@/lib/broker/schema";
import { quotaWords } from "./quota-words";

const calm: TokenState = {
  left: 30,
  burst: 30,
  perMinute: 240,
  fullPerMinute: 240,
  usedLastMinute: 112,
  waiting: 0,
  blockedForSeconds: 0,
  breaker: "closed",
  nextProbeInSeconds: 0,
};

it("says how much was used, and nothing more while all is well", () => {
  expect(quotaWords(calm)).toEqual({
    used: "112 of 240 calls in the last minute",
    notes: [],
    isHeld: false,
  });
});

it.each<[Partial<TokenState>, string, boolean]>([
  [{ waiting: 3 }, "3 waiting", true],
  [{ perMinute: 120 }, "slowed down to 120 a minute", false],
  [{ blockedForSeconds: 42 }, "paused for 42 s, as Smartsheet asked", true],
  [{ breaker: "open", nextProbeInSeconds: 20 }, "Smartsheet does not answer; next try in 20 s", true],
  [{ breaker: "half_open" }, "Smartsheet did not answer; the next call tries again", true],
])("F01 F03 says what holds calls back: %o", (change, note, isHeld) => {
  expect(quotaWords({ ...calm, ...change })).toMatchObject({ notes: [note], isHeld });
});
