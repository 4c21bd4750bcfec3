import type { RuleId } from "./ids";
import { effectOf, type MissReason, matchRule, type RuleEffect, type UnreadableReason } from "./match-rule";
import type { AccessRequest, AnyRule, Facts } from "./types";

export interface RuleExplanation {
  rule: RuleId;
  effect: RuleEffect;
  outcome: "matched" | "missed" | "unreadable";
  /** Null where the rule matched. */
  because: MissReason | UnreadableReason | null;
}

/**
 * What each rule had to say to a request, by rule id, without doubles: for administrators. Uses the matching that
 * `decide` uses, so the two can't disagree. Errors: throws where `decide` would answer `error`.
 */
export function explain(request: AccessRequest, rules: readonly AnyRule[], facts: Facts): RuleExplanation[] {
  const byText = new Map<string, RuleExplanation>();
  for (const rule of rules) {
    const match = matchRule(rule, request, facts);
    const because = match.outcome === "matched" ? null : match.because;
    const line = { rule: rule.id, effect: effectOf(rule), outcome: match.outcome, because };
    byText.set(JSON.stringify(line), line);
  }
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => line);
}
