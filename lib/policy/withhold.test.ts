import { describe, expect, it } from "vitest";
import type { ColumnId, ConnectionId, RuleId } from "./ids";
import type { Decision, Grant } from "./types";
import { withhold } from "./withhold";

const grant = (rule: string, over: Partial<Grant> = {}): Grant => ({
  rule: rule as RuleId,
  columns: { mode: "only", ids: ["5" as ColumnId] },
  rows: null,
  connectionId: "C-1" as ConnectionId,
  assume: "olga@acme.test",
  actions: ["read"],
  endsAt: "2027-01-01T00:00:00Z",
  ...over,
});
const decision = (...grants: Grant[]): Decision => ({
  effect: "allow",
  via: "delegated",
  grants,
  minus: [{ rule: "R-9" as RuleId, columns: { mode: "all" }, rows: null }],
  actions: ["read", "export"],
  because: ["R-1", "R-2", "R-9"] as RuleId[],
  expiresAt: "2026-12-01T00:00:00Z",
});
const these = (...ids: string[]) => new Set(ids as RuleId[]);

describe("withhold", () => {
  it("takes the grants of a rule, what only they carried, and their end", () => {
    const both = decision(
      grant("R-1", { actions: ["read", "export"], endsAt: "2026-12-01T00:00:00Z" }),
      grant("R-2"),
    );
    expect(withhold(both, these("R-1"))).toMatchObject({
      effect: "allow",
      grants: [{ rule: "R-2" }],
      minus: [{ rule: "R-9" }],
      actions: ["read"],
      because: ["R-2", "R-9"],
      expiresAt: "2027-01-01T00:00:00Z",
    });
  });

  it("keeps the soonest end of those that are left, and what any of them carries", () => {
    const soon = grant("R-2", { endsAt: "2026-12-24T00:00:00+02:00" });
    const late = grant("R-3", { endsAt: "2026-12-23T23:00:00Z", actions: ["read", "print"] });
    for (const left of [
      [soon, late],
      [late, soon],
    ])
      expect(withhold(decision(grant("R-1"), ...left), these("R-1"))).toMatchObject({
        actions: ["read", "print"],
        expiresAt: "2026-12-24T00:00:00+02:00",
      });
  });

  it("I01 denies where nothing is left, and says which rules would have helped", () => {
    expect(withhold(decision(grant("R-1"), grant("R-2")), these("R-2", "R-1"))).toEqual({
      effect: "deny",
      reason: "no_permit",
      because: [],
      remedy: ["R-1", "R-2"],
    });
  });

  it("leaves own access, denials and foreign rules as they are", () => {
    const own: Decision = { effect: "allow", via: "own", minus: [], actions: ["read"], because: [] };
    const denied: Decision = { effect: "deny", reason: "forbidden", because: ["R-1" as RuleId] };
    const other = decision(grant("R-1"));
    for (const one of [own, denied]) expect(withhold(one, these("R-1"))).toBe(one);
    expect(withhold(other, these("R-2"))).toBe(other);
  });
});
