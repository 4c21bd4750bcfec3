import { coversEveryRow } from "./conditions";
import type { RuleId } from "./ids";
import { carriedActions, effectOf, matchRule } from "./match-rule";
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
  type Rectangle,
} from "./types";

/**
 * Whether this person may do this to this sheet now, by whose right, and to which cells (CONTRACT §4, I01, I02).
 *
 * Pure. The order and the doubles of `rules` never matter; rules for other sheets and people may be among them.
 * Own access counts before permits; `own: "not_asked"` is taken as "no". An `allow` still has to meet the sheet:
 * `project` may find that nothing is left to see. `remedy` names permits for this sheet and person that would
 * have helped: not begun, ended, without the action, or switched off. It is for administrators only.
 *
 * Errors: never throws; whatever goes wrong inside is a deny with reason `error`.
 */
export function decide(request: AccessRequest, rules: readonly AnyRule[], facts: Facts): Decision {
  try {
    return decideOrThrow(request, rules, facts);
  } catch {
    return deny("error", []);
  }
}

function decideOrThrow(request: AccessRequest, rules: readonly AnyRule[], facts: Facts): Decision {
  if (facts.switches.appPaused) return deny("app_paused", []);
  if (!request.person.enabled) return deny("person_disabled", []);
  if (!ACTIONS.includes(request.action)) return deny("error", []);

  const grants: Grant[] = [];
  const minus: Rectangle[] = [];
  const unreadable: RuleId[] = [];
  const remedy: RuleId[] = [];
  const latest = latestVersions(rules);

  for (const rule of rules) {
    const match = matchRule(rule, request, facts);
    if (effectOf(rule) !== "permit") {
      if (match.outcome === "matched") minus.push(match.rectangle);
      else if (match.outcome === "unreadable") unreadable.push(rule.id);
    } else if (!("unreadable" in rule) && rule.effect === "permit" && rule.version === latest.get(rule.id)) {
      if (match.outcome === "matched") {
        const { connectionId, assume } = rule.delegation;
        grants.push({
          ...match.rectangle,
          connectionId,
          assume,
          actions: carriedActions(rule),
          endsAt: rule.endsAt,
        });
      } else if (match.outcome === "missed" && WOULD_HELP.has(match.because)) remedy.push(rule.id);
    }
  }

  const whole = minus.filter((one) => forbidsEveryColumn(one.columns) && coversEveryRow(one.rows));
  if (whole.length > 0) return deny("forbidden", ruleIds(whole));
  if (unreadable.length > 0) return deny("unreadable_forbid", sortedIds(unreadable));

  if (facts.own === "yes") {
    const taken = canonical(minus);
    return { effect: "allow", via: "own", minus: taken, actions: [...ACTIONS], because: ruleIds(taken) };
  }
  if (grants.length > 0) return delegated(canonical(grants), canonical(minus));
  if (facts.own === "unknown") return deny("own_unknown", []);
  return { ...deny("no_permit", []), remedy: sortedIds(remedy) };
}

const WOULD_HELP = new Set(["not_started", "ended", "action_not_carried", "delegation_paused"]);

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

/** Only the newest version of a permit may grant, should several be handed in. Of a forbid every version counts. */
function latestVersions(rules: readonly AnyRule[]): Map<RuleId, number> {
  const latest = new Map<RuleId, number>();
  for (const rule of rules) {
    if ("unreadable" in rule) continue;
    latest.set(rule.id, Math.max(rule.version, latest.get(rule.id) ?? rule.version));
  }
  return latest;
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
