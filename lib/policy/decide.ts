import { coversEveryRow } from "./conditions";
import type { RuleId } from "./ids";
import { carriedActions, effectOf, type Matched, matchRule } from "./match-rule";
import { closingOf } from "./match-times";
import { isPausedSheet } from "./pauses";
import { forbidsEveryColumn } from "./scopes";
import { parseInstant } from "./times";
import {
  ACTIONS,
  type AccessRequest,
  type AnyRule,
  type Decision,
  type DenyReason,
  type Facts,
  type Grant,
  type PermitRule,
  type Rectangle,
} from "./types";
import { currentPermits, type IsCurrent } from "./versions";

/**
 * Whether this person may do this to this sheet or report now, by whose right, and to which cells (CONTRACT §4, I01, I02).
 *
 * Pure. The order and the doubles of `rules` never matter; rules for other sheets and people may be among them.
 * Own access counts before permits; `own: "not_asked"` is taken as "no". An `allow` still has to meet the sheet:
 * `project` may find that nothing is left to see. `remedy` names permits for this sheet and person that would
 * have helped: not begun, ended, out of hours, without the action, or switched off. It is for administrators only.
 * A paused sheet stays open to those whose own token opens it, unless the request came by a link.
 *
 * Errors: never throws; whatever goes wrong inside is a deny with reason `error`.
 */
export function decide(request: AccessRequest, rules: readonly AnyRule[], facts: Facts): Decision {
  return decideFrom(request, () => ({ rules, isCurrent: currentPermits(rules) }), facts);
}

/** The rules to look at, and which of their permits count. */
export interface Candidates {
  rules: readonly AnyRule[];
  isCurrent: IsCurrent;
}

/** `decide` with rules looked up only once they are needed; `find` may throw. */
export function decideFrom(request: AccessRequest, find: () => Candidates, facts: Facts): Decision {
  try {
    return decideOrThrow(request, find, facts);
  } catch {
    return deny("error", []);
  }
}

function decideOrThrow(request: AccessRequest, find: () => Candidates, facts: Facts): Decision {
  if (facts.switches.appPaused) return deny("app_paused", []);
  if (!request.person.enabled) return deny("person_disabled", []);
  if (!ACTIONS.includes(request.action) || !isAsset(request.asset)) return deny("error", []);

  const found = weigh(request, find(), facts);
  const { grants, minus, unreadable, remedy } = found;
  const whole = minus.filter((one) => forbidsEveryColumn(one.columns) && coversEveryRow(one.rows));
  if (whole.length > 0) return deny("forbidden", ruleIds(whole));
  if (unreadable.length > 0) return deny("unreadable_forbid", sortedIds(unreadable));

  const isPaused = isPausedSheet(request, facts);
  const isByLink = (request.link ?? null) !== null;
  if (isPaused && isByLink) return deny("sheet_paused", []);
  if (facts.own === "yes") {
    const taken = canonical(minus);
    return { effect: "allow", via: "own", minus: taken, actions: [...ACTIONS], because: ruleIds(taken) };
  }
  if (grants.length > 0 && !isPaused) return delegated(canonical(grants), canonical(minus));
  if (facts.own === "unknown") return deny("own_unknown", []);
  if (isPaused) return deny("sheet_paused", []);
  return { ...deny("no_permit", []), remedy: sortedIds(remedy) };
}

function isAsset(asset: AccessRequest["asset"]): boolean {
  return asset === undefined || asset === "sheet" || asset === "report";
}

interface Weighed {
  grants: Grant[];
  minus: Rectangle[];
  unreadable: RuleId[];
  remedy: RuleId[];
}

function weigh(request: AccessRequest, { rules, isCurrent }: Candidates, facts: Facts): Weighed {
  const weighed: Weighed = { grants: [], minus: [], unreadable: [], remedy: [] };
  for (const rule of rules) {
    if (effectOf(rule) !== "permit") {
      const match = matchRule(rule, request, facts);
      if (match.outcome === "matched") weighed.minus.push(match.rectangle);
      else if (match.outcome === "unreadable") weighed.unreadable.push(rule.id);
    } else if (!("unreadable" in rule) && rule.effect === "permit" && isCurrent(rule)) {
      const match = matchRule(rule, request, facts);
      if (match.outcome === "matched") weighed.grants.push(grantOf(rule, match.rectangle, facts));
      else if (match.outcome === "missed" && WOULD_HELP.has(match.because)) weighed.remedy.push(rule.id);
    }
  }
  return weighed;
}

function grantOf(rule: PermitRule, rectangle: Matched, facts: Facts): Grant {
  const { connectionId, assume } = rule.delegation;
  const actions = carriedActions(rule);
  return { ...rectangle, connectionId, assume, actions, endsAt: closingOf(rule, facts) };
}

const WOULD_HELP = new Set([
  "not_started",
  "ended",
  "outside_hours",
  "action_not_carried",
  "delegation_paused",
  "paused",
]);

function delegated(all: Grant[], minus: Rectangle[]): Decision {
  const grants = all.filter((grant, place) => grant.rule !== all[place - 1]?.rule);
  const ends = grants
    .map((grant) => grant.endsAt)
    .sort((a, b) => parseInstant(a) - parseInstant(b) || order(a, b));
  const [expiresAt] = ends;
  if (expiresAt === undefined) throw new Error("A delegated decision needs a grant.");
  return {
    effect: "allow",
    via: "delegated",
    grants,
    minus,
    actions: ACTIONS.filter((action) => grants.some((grant) => grant.actions.includes(action))),
    because: ruleIds([...grants, ...minus]),
    expiresAt,
  };
}

function deny(reason: DenyReason, because: RuleId[]): Extract<Decision, { effect: "deny" }> {
  return { effect: "deny", reason, because };
}

/** Sorted by rule and content, doubles removed, so that equal facts give equal decisions down to the byte. */
function canonical<R extends Rectangle>(rectangles: R[]): R[] {
  const byText = new Map<string, R>();
  for (const rectangle of rectangles) byText.set(JSON.stringify([rectangle.rule, rectangle]), rectangle);
  return [...byText].sort(([a], [b]) => order(a, b)).map(([, rectangle]) => rectangle);
}

function ruleIds(rectangles: Rectangle[]): RuleId[] {
  return sortedIds(rectangles.map((rectangle) => rectangle.rule));
}

function sortedIds(ids: RuleId[]): RuleId[] {
  return [...new Set(ids)].sort(order);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
