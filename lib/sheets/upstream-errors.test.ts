import { expect, it } from "vitest";
import { fromUpstream } from "./upstream-errors";

it("F01 tells a full line of ours from Smartsheet's own limit", () => {
  expect(fromUpstream({ code: "rate_limited", retryAfterSeconds: 8, isQueued: true })).toEqual({
    code: "upstream_busy",
    message: "Many people are reading right now. Your turn is in about 8 seconds.",
    retryAfterSeconds: 8,
  });
  expect(fromUpstream({ code: "rate_limited", retryAfterSeconds: 1, isQueued: true }).message).toMatch(
    /1 second\.$/,
  );
  expect(fromUpstream({ code: "rate_limited" })).toMatchObject({
    code: "upstream_busy",
    message: expect.stringContaining("Smartsheet asks us to slow down"),
    retryAfterSeconds: 60,
  });
});
