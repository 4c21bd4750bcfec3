import type { DecisionRecord } from "@/lib/decisions/record";
import type { RuleExplanation } from "@/lib/policy/explain";
import type { RuleId } from "@/lib/policy/ids";

export const rule = (id: string) => id as RuleId;

export function considered(id: string, over: Partial<RuleExplanation> = {}): RuleExplanation {
  return { rule: rule(id), effect: "permit", outcome: "matched", because: null, version: 1, ...over };
}

type Told = DecisionRecord["decision"];

export const denied: Told = {
  effect: "deny",
  via: null,
  reason: "no_permit",
  because: [],
  remedy: [],
  grants: [],
  forbids: [],
  expiresAt: null,
};

export function grant(id: string, assume: string): Told["grants"][number] {
  return { rule: rule(id), connectionId: "C-1", assume, actions: ["read"], hasRows: false, masks: 0 };
}

export const delegated: Told = {
  ...denied,
  effect: "allow",
  via: "delegated",
  reason: null,
  because: [rule("R-3")],
  grants: [grant("R-3", "olga@acme.test")],
  expiresAt: "2027-01-01T00:00:00Z",
};

export function record(decision: Told, rules: RuleExplanation[] = []): DecisionRecord {
  return {
    id: "request-1",
    at: "2026-11-24T09:00:00.000Z",
    asked: {
      userId: "1003",
      email: "vik@acme.test",
      sheetId: "5",
      action: "read",
      link: null,
      viewedBy: null,
    },
    facts: {
      own: "no",
      now: "2026-11-24T09:00:00.000Z",
      today: "2026-11-24",
      clock: { weekday: 2, time: "09:00" },
      isEnabled: true,
      groups: [],
      localGroups: [],
      attributes: [],
      within: [],
      delegationPaused: false,
    },
    considered: rules,
    decision,
    projection: null,
    calls: [],
    tookMs: 0,
  };
}
