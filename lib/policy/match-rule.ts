import { resolveRows, type UnresolvedRows } from "./conditions";
import { canonicalMasks } from "./masks";
import { matchPrincipal, type PrincipalMatch } from "./match-principal";
import { matchResource, type ResourceMatch } from "./match-resource";
import { type HoursMatch, matchHours, matchTimes, type TimesMatch } from "./match-times";
import { isPausedPermit } from "./pauses";
import { canonicalScope } from "./scopes";
import {
  ACTIONS,
  type AccessRequest,
  type Action,
  type AnyRule,
  type Facts,
  type Grant,
  type PermitRule,
  type Rectangle,
  type Rule,
  type UnreadableRule,
} from "./types";

/** Why a rule plays no part in this request. Stable codes; the words for them stand elsewhere. */
export type MissReason =
  /** A newer version of this permit is among the rules. */
  | "superseded"
  /** It is about another sheet… */
  | "other_sheet"
  /** …report, folder or workspace. */
  | "other_resource"
  /** A permit over a folder or workspace while it isn't known where the sheet lies. */
  | "tree_unknown"
  | "other_person"
  /** It is about a share link, and the request didn't come by it. */
  | "other_link"
  /** A permit for a group while the person's groups are not known. */
  | "groups_unknown"
  /** A permit for a domain while the person's address is not one plain address. */
  | "address_unclear"
  | "not_started"
  | "ended"
  /** A permit's start or end can't be read, or its end is missing. */
  | "times_unreadable"
  | "outside_hours"
  /** A permit with weekly hours while the clock is not known. */
  | "clock_unknown"
  | "action_not_carried"
  /** The permit would match, but delegation is switched off… */
  | "delegation_paused"
  /** …or this rule is, or its connection, or its assumed user. */
  | "paused";

/** Why a rule that is about this request can't be evaluated. */
export type UnreadableReason =
  | UnresolvedRows
  | "stored_rule"
  | "invalid_columns"
  | "invalid_principal"
  | "invalid_hours"
  /** A mask we don't know, of a column outside the rule, or on a forbid. */
  | "invalid_masks"
  /** Parents are for permits: a forbid over them would hide rows nobody named. */
  | "invalid_parents";

/** Of a permit also which of its cells are masked, and whether the rows above its rows are its own. */
export type Matched = Rectangle & Pick<Grant, "masks" | "parents">;

export type RuleMatch =
  | { outcome: "matched"; rectangle: Matched }
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
 *
 * What and who come first: `indexRules` sorts rules by these two, so whatever they rule out must end there.
 */
export function matchRule(rule: AnyRule, request: AccessRequest, facts: Facts): RuleMatch {
  if ("unreadable" in rule) return matchUnreadable(rule, request);
  const resource = matchResource(rule.resource, request);
  if (resource === "stored_rule") return unreadable(resource);
  if (isMissed(resource, rule)) return missed(resource);
  if (effectOf(rule) === "unknown") return unreadable("stored_rule");

  const principal = matchPrincipal(rule.principal, request, rule.effect);
  if (principal === "invalid_principal") return unreadable(principal);
  if (isMissed(principal, rule)) return missed(principal);

  const times = matchTimes(rule, facts.now);
  if (isMissed(times, rule)) return missed(times);
  const hours = matchHours(rule.hours, facts.clock);
  if (hours === "invalid_hours") return unreadable(hours);
  if (isMissed(hours, rule)) return missed(hours);
  if (rule.effect === "permit" && !carries(rule, request.action)) return missed("action_not_carried");

  const rectangle = rectangleOf(rule, request, facts);
  if (typeof rectangle === "string") return unreadable(rectangle);
  if (rule.effect === "permit") {
    if (facts.switches.delegationPaused) return missed("delegation_paused");
    if (isPausedPermit(rule, facts)) return missed("paused");
  }
  return { outcome: "matched", rectangle };
}

type Answer = Exclude<
  ResourceMatch | PrincipalMatch | TimesMatch | HoursMatch,
  "stored_rule" | "invalid_principal" | "invalid_hours"
>;
type Yes = "matched" | "in_force" | "inside";

/** Where it can't be told, not knowing lapses a permit and lets a forbid hold. */
const DOUBTS: ReadonlySet<Answer> = new Set([
  "tree_unknown",
  "groups_unknown",
  "address_unclear",
  "clock_unknown",
]);
const YES: ReadonlySet<Answer> = new Set(["matched", "in_force", "inside"]);

function isMissed<A extends Answer>(answer: A, rule: Rule): answer is Exclude<A, Yes> {
  if (YES.has(answer)) return false;
  return rule.effect === "permit" || !DOUBTS.has(answer);
}

/** Of a rule that can't be read, what it is about may still be known. In doubt it is about everything. */
function matchUnreadable(rule: UnreadableRule, request: AccessRequest): RuleMatch {
  if ((rule.sheetId ?? null) !== null) {
    return rule.sheetId === request.sheetId ? unreadable("stored_rule") : missed("other_sheet");
  }
  const about = rule.about ? matchResource(rule.about, request) : "stored_rule";
  return about === "other_resource" || about === "other_sheet" ? missed(about) : unreadable("stored_rule");
}

function missed(because: MissReason): RuleMatch {
  return { outcome: "missed", because };
}

function unreadable(because: UnreadableReason): RuleMatch {
  return { outcome: "unreadable", because };
}

/** A forbid has neither masks nor parents; one that was stored with either can't be what anybody meant. */
function rectangleOf(rule: Rule, request: AccessRequest, facts: Facts): Matched | UnreadableReason {
  const columns = canonicalScope(rule.columns, rule.effect);
  if (columns === null) return "invalid_columns";
  const { masks: given, parents } = rule as Partial<Pick<PermitRule, "masks" | "parents">>;
  const masks = canonicalMasks(columns, given);
  if (masks === null || (rule.effect === "forbid" && masks.length > 0)) return "invalid_masks";
  const hasParents = (parents ?? false) !== false;
  if (hasParents && (rule.effect === "forbid" || parents !== true)) return "invalid_parents";

  const rows = resolveRows(rule.rows ?? null, request.person, facts.today);
  if ("unresolved" in rows) return rows.unresolved;
  return {
    rule: rule.id,
    columns,
    rows: rows.filter,
    ...(masks.length === 0 ? {} : { masks }),
    ...(hasParents && rows.filter !== null ? { parents: true as const } : {}),
  };
}

function carries(rule: Rule, action: Action): boolean {
  return action === "read" || rule.actions.includes(action);
}

/** The actions a permit carries, in the order of `ACTIONS`; `read` always. */
export function carriedActions(rule: Rule): Action[] {
  return ACTIONS.filter((action) => carries(rule, action));
}
