import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { COST, facts, permit, request, TASK } from "./sample.test-helper";
import type { AccessRequest, AnyRule } from "./types";

function decideBothWays(rules: AnyRule[]) {
  const decision = decide(request(), rules, facts);
  expect(decide(request(), [...rules].reverse(), facts)).toEqual(decision);
  if (decision.effect === "deny" || decision.via === "own") throw new Error("Nothing was delegated.");
  return decision;
}

describe("decide, where rules tie", () => {
  it("T03 of two permits under one id and version one counts, the same one in any order", () => {
    const rules = [
      permit("a", { columns: { mode: "only", ids: [TASK] } }),
      permit("a", { columns: { mode: "only", ids: [COST] } }),
      permit("b"),
    ];
    const { grants, because } = decideBothWays(rules);
    expect(grants.map(({ rule, columns }) => [rule, columns])).toEqual([
      ["a", { mode: "only", ids: [TASK] }],
      ["b", { mode: "all" }],
    ]);
    expect(because).toEqual(["a", "b"]);
  });

  it("the sooner end counts as a moment, not as text; of two spellings of one moment the first by text", () => {
    const soon = permit("a", { endsAt: "2026-05-05T00:00:00+02:00" });
    const later = permit("b", { endsAt: "2026-05-04T23:00:00Z" });
    expect(decideBothWays([soon, later]).expiresAt).toBe(soon.endsAt);
    const same = permit("c", { endsAt: "2026-05-04T22:00:00Z" });
    expect(decideBothWays([soon, later, same]).expiresAt).toBe(same.endsAt);
  });
});

describe("decide, where it can't", () => {
  it("an error is a deny that names no rule", () => {
    const error = { effect: "deny", reason: "error", because: [] };
    const ask = (over: object, known = facts) => decide(request(over), [permit("a")], known);
    expect(ask({}, { ...facts, now: "soon" })).toEqual(error);
    expect(ask({ action: "sing" as AccessRequest["action"] })).toEqual(error);
    expect(ask({ asset: "dashboard" as "sheet" })).toEqual(error);
  });
});
