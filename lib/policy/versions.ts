import type { RuleId } from "./ids";
import type { AnyRule, PermitRule } from "./types";

export type IsCurrent = (rule: PermitRule) => boolean;

/** Only the newest version of a permit may grant, should several be handed in. Of a forbid every version counts. */
export function currentPermits(rules: readonly AnyRule[]): IsCurrent {
  const latest = new Map<RuleId, number>();
  for (const rule of rules) {
    // What is no rule at all is found out when it is matched.
    if (typeof rule !== "object" || rule === null || "unreadable" in rule) continue;
    latest.set(rule.id, Math.max(rule.version, latest.get(rule.id) ?? rule.version));
  }
  return (rule) => rule.version === latest.get(rule.id);
}
