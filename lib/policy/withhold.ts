import type { RuleId } from "./ids";
import { ACTIONS, type Decision } from "./types";

/**
 * A delegated decision without the grants of these rules, as though the rules were not there; what they alone allowed
 * is denied as `no_permit`. For what turns up only when the sheet is looked at: a rule over a folder that the sheet has
 * left, for instance. Never widens. Pure.
 */
export function withhold(decision: Decision, rules: ReadonlySet<RuleId>): Decision {
  if (decision.effect === "deny" || decision.via === "own") return decision;
  const grants = decision.grants.filter(({ rule }) => !rules.has(rule));
  if (grants.length === decision.grants.length) return decision;
  const [first, ...others] = grants;
  if (first === undefined)
    return { effect: "deny", reason: "no_permit", because: [], remedy: [...rules].sort() };
  const soonest = others.reduce((a, b) => (Date.parse(b.endsAt) < Date.parse(a.endsAt) ? b : a), first);
  return {
    ...decision,
    grants,
    actions: ACTIONS.filter((action) => grants.some((grant) => grant.actions.includes(action))),
    because: decision.because.filter((rule) => !rules.has(rule)),
    expiresAt: soonest.endsAt,
  };
}
