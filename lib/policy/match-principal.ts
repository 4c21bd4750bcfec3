import { asciiLower, domainOf } from "./addresses";
import type { AccessRequest, Person, RulePrincipal } from "./types";

export type PrincipalMatch =
  | "matched"
  | "other_person"
  | "other_link"
  | "groups_unknown"
  | "address_unclear"
  | "invalid_principal";

/**
 * Whether the rule is about who asks. A user is told by the Smartsheet user id alone, never by an address (I03).
 * `groups_unknown` and `address_unclear`: it can't be told; a permit lapses then and a forbid holds.
 * `invalid_principal`: the rule can't be read. A link is nobody a permit could be for: who opens one is not known.
 */
export function matchPrincipal(
  principal: RulePrincipal,
  request: AccessRequest,
  effect: "permit" | "forbid",
): PrincipalMatch {
  switch (principal?.type) {
    case "everyone":
      return "matched";
    case "user":
      if (principal.userId === null) return "other_person";
      return named(principal.userId, request.person.userId);
    case "domain": {
      if (typeof principal.domain !== "string") return "invalid_principal";
      const domain = domainOfPerson(request.person);
      if (domain === null) return "address_unclear";
      return named(asciiLower(principal.domain), domain);
    }
    case "group":
      return among(principal.id, knownIds(request.person.groups));
    case "localGroup":
      return among(principal.id, knownIds(request.person.localGroups));
    case "link":
      if (effect === "permit") return "invalid_principal";
      return matchLink(principal.id, request.link ?? null);
    default:
      return "invalid_principal";
  }
}

/** The ids, or null where they aren't known. */
export function knownIds<Id>(ids: readonly Id[] | null | undefined): readonly Id[] | null {
  return Array.isArray(ids) ? ids : null;
}

export function domainOfPerson({ email }: Person): string | null {
  return typeof email === "string" ? domainOf(email) : null;
}

function named(wanted: string, found: string): PrincipalMatch {
  if (typeof wanted !== "string") return "invalid_principal";
  return wanted === found ? "matched" : "other_person";
}

function among<Id extends string>(id: Id, ids: readonly Id[] | null): PrincipalMatch {
  if (typeof id !== "string") return "invalid_principal";
  if (ids === null) return "groups_unknown";
  return ids.includes(id) ? "matched" : "other_person";
}

function matchLink(id: string | null, link: string | null): PrincipalMatch {
  if (id !== null && typeof id !== "string") return "invalid_principal";
  return link !== null && (id === null || id === link) ? "matched" : "other_link";
}
