import type { RuleId } from "./ids";
import { effectOf, type MissReason, matchRule, type RuleEffect, type UnreadableReason } from "./match-rule";
import type { AccessRequest, AnyRule, Facts } from "./types";
import { currentPermits } from "./versions";

export interface RuleExplanation {
  rule: RuleId;
  effect: RuleEffect;
  outcome: "matched" | "missed" | "unreadable";
  /** Null where the rule matched. A stable code; the words for it stand elsewhere. */
  because: MissReason | UnreadableReason | null;
  /** Null where it can't be read. */
  version: number | null;
}

/**
 * What each rule had to say to a request, by rule id, without doubles: for administrators. Uses the matching that
 * `decide` uses, so the two can't disagree: a delegated decision rests on the permits and forbids that matched, one by
 * own access on the forbids alone. Takes every rule there is, not only the candidates of an index: why a rule was never
 * looked at is a question too. Errors: throws where `decide` would answer `error`.
 */
export function explain(request: AccessRequest, rules: readonly AnyRule[], facts: Facts): RuleExplanation[] {
  const isCurrent = currentPermits(rules);
  const byText = new Map<string, RuleExplanation>();
  for (const rule of rules) {
    const match = matchRule(rule, request, facts);
    const isOld = !("unreadable" in rule) && rule.effect === "permit" && !isCurrent(rule);
    const because = match.outcome === "matched" ? null : match.because;
    const line: RuleExplanation = {
      rule: rule.id,
      effect: effectOf(rule),
      ...(isOld ? { outcome: "missed", because: "superseded" } : { outcome: match.outcome, because }),
      version: "unreadable" in rule ? null : rule.version,
    };
    byText.set(JSON.stringify(line), line);
  }
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}
