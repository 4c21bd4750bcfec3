import { asciiLower, domainOf } from "./addresses";
import { resolveRows, type UnresolvedRows } from "./conditions";
import { canonicalScope } from "./scopes";
import { parseInstant } from "./times";
import {
  ACTIONS,
  type AccessRequest,
  type Action,
  type AnyRule,
  type Facts,
  type Rectangle,
  type Rule,
  type RulePrincipal,
} from "./types";

/** Why a rule plays no part in this request. */
export type MissReason =
  | "other_sheet"
  | "other_person"
  /** A permit for a group while the person's groups are not known. */
  | "groups_unknown"
  /** A permit for a domain while the person's address is not one plain address. */
  | "address_unclear"
  | "not_started"
  | "ended"
  /** A permit's start or end can't be read, or its end is missing. */
  | "times_unreadable"
  | "action_not_carried"
  /** The permit would match, but delegation is switched off. */
  | "delegation_paused";

/** Why a rule that is about this request can't be evaluated. */
export type UnreadableReason = UnresolvedRows | "stored_rule" | "invalid_columns" | "invalid_principal";

export type RuleMatch =
  | { outcome: "matched"; rectangle: Rectangle }
  | { outcome: "missed"; because: MissReason }
  | { outcome: "unreadable"; because: UnreadableReason };

export type RuleEffect = "permit" | "forbid" | "unknown";

/** A rule read from storage may hold anything; only the two known effects count as known. */
export function effectOf(rule: AnyRule): RuleEffect {
  return rule.effect === "permit" || rule.effect === "forbid" ? rule.effect : "unknown";
}

/**
 * The one place that says whether a rule matches a request; `decide` and `explain` both ask here.
 * In doubt a permit is missed and a forbid holds. What can't be evaluated is `unreadable`, which gives nothing
 * for a permit and denies the sheet for all else. A forbid takes part whatever its actions are: every rule
 * carries `read`, and nothing can be done with cells that may not be read. Throws where `facts` are broken.
 */
export function matchRule(rule: AnyRule, request: AccessRequest, facts: Facts): RuleMatch {
  if ("unreadable" in rule) {
    const isAboutSheet = rule.sheetId === null || rule.sheetId === request.sheetId;
    return isAboutSheet ? unreadable("stored_rule") : missed("other_sheet");
  }
  // A rule read from storage may hold what the types rule out; what we don't know is never skipped over.
  if (rule.resource?.type !== "sheet") return unreadable("stored_rule");
  if (rule.resource.id !== request.sheetId) return missed("other_sheet");
  if (effectOf(rule) === "unknown") return unreadable("stored_rule");

  const principal = matchPrincipal(rule.principal, request.person);
  if (principal === "invalid_principal") return unreadable(principal);
  if (principal === "other_person") return missed(principal);
  if (principal !== "matched" && rule.effect === "permit") return missed(principal);

  const times = matchTimes(rule, facts.now);
  if (times !== "in_force") return missed(times);
  if (rule.effect === "permit" && !carries(rule, request.action)) return missed("action_not_carried");

  const columns = canonicalScope(rule.columns, rule.effect);
  if (columns === null) return unreadable("invalid_columns");
  const rows = resolveRows(rule.rows ?? null, request.person, facts.today);
  if ("unresolved" in rows) return unreadable(rows.unresolved);
  if (rule.effect === "permit" && facts.switches.delegationPaused) return missed("delegation_paused");
  return { outcome: "matched", rectangle: { rule: rule.id, columns, rows: rows.filter } };
}

function missed(because: MissReason): RuleMatch {
  return { outcome: "missed", because };
}

function unreadable(because: UnreadableReason): RuleMatch {
  return { outcome: "unreadable", because };
}

/** A user is told by the Smartsheet user id alone, never by an address (I03). */
function matchPrincipal(
  principal: RulePrincipal,
  person: AccessRequest["person"],
): "matched" | "other_person" | "groups_unknown" | "address_unclear" | "invalid_principal" {
  switch (principal?.type) {
    case "everyone":
      return "matched";
    case "user": {
      const isSame = principal.userId !== null && principal.userId === person.userId;
      return isSame ? "matched" : "other_person";
    }
    case "domain": {
      const domain = domainOf(person.email);
      if (domain === null) return "address_unclear";
      return domain === asciiLower(principal.domain) ? "matched" : "other_person";
    }
    case "group":
      if (person.groups === null) return "groups_unknown";
      return person.groups.includes(principal.id) ? "matched" : "other_person";
    default:
      return "invalid_principal";
  }
}

/** In force while `startsAt <= now < endsAt`. A forbid whose time can't be read counts as in force. */
function matchTimes(rule: Rule, nowText: string): "in_force" | "not_started" | "ended" | "times_unreadable" {
  const now = parseInstant(nowText);
  if (Number.isNaN(now)) throw new Error("The fact `now` is not a time.");
  const startsAt = (rule.startsAt ?? null) === null ? Number.NEGATIVE_INFINITY : parseInstant(rule.startsAt);
  const hasNoEnd = rule.effect === "forbid" && (rule.endsAt ?? null) === null;
  const endsAt = hasNoEnd ? Number.POSITIVE_INFINITY : parseInstant(rule.endsAt);
  // Comparisons with NaN are false, so an unreadable bound of a forbid neither delays nor ends it.
  if (now < startsAt) return "not_started";
  if (now >= endsAt) return "ended";
  const isReadable = !Number.isNaN(startsAt) && !Number.isNaN(endsAt);
  return isReadable || rule.effect === "forbid" ? "in_force" : "times_unreadable";
}

function carries(rule: Rule, action: Action): boolean {
  return action === "read" || rule.actions.includes(action);
}

/** The actions a permit carries, in the order of `ACTIONS`; `read` always. */
export function carriedActions(rule: Rule): Action[] {
  return ACTIONS.filter((action) => carries(rule, action));
}
