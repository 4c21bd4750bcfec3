import { decideWith, indexRules, type RuleIndex } from "@/lib/policy/index-rules";
import type { AccessRequest, AnyRule, Facts } from "@/lib/policy/types";

/**
 * Tells of a request whether a change of rules can matter to it, so that among thousands of rules only those that
 * changed are looked at. A yes may still come to nothing; a no is certain: of the rules that differ none is about it,
 * and a decision is made of nothing but the rules that are.
 */
export function touchedBy(
  before: readonly AnyRule[],
  after: readonly AnyRule[],
): (request: AccessRequest, facts: Omit<Facts, "own">) => boolean {
  const [was, will] = [byId(before), byId(after)];
  const isSame = (id: unknown) => textOf(was.get(id)) === textOf(will.get(id));
  const changed = new Set([...was.keys(), ...will.keys()].filter((id) => !isSame(id)));
  // All versions of a changed rule: which of them counts is told by the others.
  const indexes = [before, after].map((rules) => indexRules(rules.filter((rule) => changed.has(rule?.id))));
  return (request, facts) => indexes.some((index) => hasSay(index, request, facts));
}

/** Own access brings out forbids, however narrow, and its absence permits. */
function hasSay(index: RuleIndex, request: AccessRequest, facts: Omit<Facts, "own">): boolean {
  const own = decideWith(index, request, { ...facts, own: "yes" });
  if (own.effect === "deny") return own.reason !== "app_paused" && own.reason !== "person_disabled";
  if (own.because.length > 0) return true;
  const other = decideWith(index, request, { ...facts, own: "no" });
  return other.effect === "allow" || (other.reason !== "no_permit" && other.reason !== "sheet_paused");
}

function byId(rules: readonly AnyRule[]): Map<unknown, AnyRule[]> {
  const found = new Map<unknown, AnyRule[]>();
  for (const rule of rules) {
    const others = found.get(rule?.id);
    if (others === undefined) found.set(rule?.id, [rule]);
    else others.push(rule);
  }
  return found;
}

function textOf(rules: readonly AnyRule[] = []): string {
  return JSON.stringify(rules.map((rule) => JSON.stringify(rule)).sort());
}
