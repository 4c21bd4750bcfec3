import { asciiLower } from "./addresses";
import { domainOfPerson, knownIds } from "./match-principal";
import { knownPath } from "./match-resource";
import type { AccessRequest, AnyRule, RulePrincipal, RuleResource } from "./types";

/**
 * The words rules are looked up by. They mirror `match-resource` and `match-principal`: a rule those would not rule out
 * must stand under a word that a request asks for. What can't be sorted stands under no word and is always looked at.
 */

/** Whom it may be impossible to tell a person from: of these every forbid holds then, and no permit does. */
export type DoubtfulKind = "domain" | "group" | "localGroup";

/** Null where the principal is of no kind we know, or malformed. */
export function principalKey(principal: RulePrincipal): string | null {
  switch (principal?.type) {
    case "everyone":
      return "everyone";
    case "user":
      // Bound to nobody yet: no request asks for this word.
      return principal.userId === null ? "nobody" : keyOf("user", principal.userId);
    case "domain":
      return typeof principal.domain === "string" ? keyOf("domain", asciiLower(principal.domain)) : null;
    case "group":
    case "localGroup":
      return keyOf(principal.type, principal.id);
    case "link":
      return principal.id === null ? "any link" : keyOf("link", principal.id);
    default:
      return null;
  }
}

export function doubtfulKind({ type }: RulePrincipal): DoubtfulKind | null {
  return type === "domain" || type === "group" || type === "localGroup" ? type : null;
}

export interface Asker {
  keys: string[];
  unknown: DoubtfulKind[];
}

/** Every word that means who asks, and the kinds of which it can't be told. */
export function askerOf({ person, link }: Pick<AccessRequest, "person" | "link">): Asker {
  const asker: Asker = { keys: ["everyone", `user:${person.userId}`], unknown: [] };
  const domain = domainOfPerson(person);
  if (domain === null) asker.unknown.push("domain");
  else asker.keys.push(`domain:${domain}`);
  for (const [kind, ids] of [
    ["group", knownIds<string>(person.groups)],
    ["localGroup", knownIds<string>(person.localGroups)],
  ] as const) {
    if (ids === null) asker.unknown.push(kind);
    else for (const id of ids) asker.keys.push(`${kind}:${id}`);
  }
  if (link !== null && link !== undefined) asker.keys.push("any link", `link:${link}`);
  return asker;
}

/** Null where the resource is of no kind we know, or malformed. */
export function resourceKey(resource: RuleResource): string | null {
  switch (resource?.type) {
    case "sheet":
    case "report":
    case "folder":
    case "workspace":
      return keyOf(resource.type, resource.id);
    default:
      return null;
  }
}

/** The words a rule stands under by what it is about; null: it is about everything. */
export function resourceKeys(rule: AnyRule): string[] | null {
  const one = (key: string | null) => (key === null ? null : [key]);
  if (!("unreadable" in rule)) return one(resourceKey(rule.resource));
  if ((rule.sheetId ?? null) === null) return rule.about ? one(resourceKey(rule.about)) : null;
  return [`sheet:${rule.sheetId}`, `report:${rule.sheetId}`];
}

/** Every word that means what is asked for; `isLost`: where it lies is not known. */
export function assetKeys(request: AccessRequest): { keys: string[]; isLost: boolean } {
  const path = knownPath(request);
  const keys = [`${request.asset ?? "sheet"}:${request.sheetId}`];
  for (const { type, id } of path ?? []) keys.push(`${type}:${id}`);
  return { keys, isLost: path === null };
}

function keyOf(kind: string, id: unknown): string | null {
  return typeof id === "string" ? `${kind}:${id}` : null;
}
