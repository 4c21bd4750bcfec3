import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { errorFromAnswer, retryAfterSeconds } from "./errors";
import type { Authority } from "./port";

const token = new Secret("t");
const own: Authority = { lane: "own", token };
const admin: Authority = { lane: "admin", token, assume: null };
const assumed: Authority = { lane: "admin", token, assume: "olga@acme.test" };

const CASES: [status: number, errorCode: number | undefined, authority: Authority, code: string][] = [
  [401, 1001, own, "token_invalid"],
  [401, 1002, own, "token_invalid"],
  [401, 1003, own, "token_expired"],
  [401, 1005, own, "token_invalid"],
  [400, 1132, own, "token_invalid"],
  [401, undefined, own, "token_invalid"],
  [401, 1030, assumed, "cannot_assume"],
  [403, 1188, assumed, "cannot_assume"],
  [401, 1030, admin, "token_invalid"],
  [401, 1002, assumed, "token_invalid"],
  [404, 1006, own, "not_found"],
  [403, 1004, own, "not_found"],
  [403, 1361, own, "not_found"],
  [403, 1363, assumed, "not_found"],
  [403, undefined, own, "not_found"],
  [404, undefined, own, "not_found"],
  [429, 4003, own, "rate_limited"],
  [429, undefined, own, "rate_limited"],
  [500, 4000, own, "unavailable"],
  [503, 4001, own, "unavailable"],
  [500, 4002, own, "unavailable"],
  [500, 4004, own, "unavailable"],
  [410, 4005, own, "unavailable"],
  [503, undefined, own, "unavailable"],
  [400, 1036, own, "bad_answer"],
  [418, undefined, own, "bad_answer"],
];

describe("errors of an answer", () => {
  it.each(CASES)("F11 F12 F13 F16 %i / %s", (status, errorCode, authority, code) => {
    const error = errorFromAnswer({ status, body: { errorCode }, retryAfter: undefined }, authority, 0);
    expect(error.code).toBe(code);
    expect(error.status).toBe(status);
    expect(error.errorCode).toBe(errorCode);
  });

  it("I06 says the same of what is absent and of what is not shared", () => {
    const absent = errorFromAnswer({ status: 404, body: { errorCode: 1006 }, retryAfter: undefined }, own, 0);
    const closed = errorFromAnswer({ status: 403, body: { errorCode: 1004 }, retryAfter: undefined }, own, 0);
    expect([closed.code, closed.message]).toEqual([absent.code, absent.message]);
  });

  it("survives any body", () => {
    for (const body of [undefined, null, "text", [], 7, { errorCode: "1003", refId: { a: 1 } }]) {
      const error = errorFromAnswer({ status: 401, body, retryAfter: undefined }, own, 0);
      expect(error).toEqual({ code: "token_invalid", message: expect.any(String), status: 401 });
    }
  });

  it("F01 reads Retry-After as a date too", () => {
    const now = Date.parse("2026-11-24T08:00:00Z");
    expect(retryAfterSeconds("Tue, 24 Nov 2026 08:00:30 GMT", now)).toBe(30);
    expect(retryAfterSeconds("Tue, 24 Nov 2026 07:00:00 GMT", now)).toBe(1);
  });
});
