import type { IncomingMessage } from "node:http";
import { ApiError } from "../http/errors";
import { ALL_SCOPES, type Scope } from "../oauth/scopes";
import type { Sandbox } from "../sandbox";
import type { Person } from "../store/types";

/** Who calls, with which token, and whose rights the call runs with. */
export interface Caller {
  token: string;
  kind: "oauth" | "raw";
  scopes: Scope[];
  /** The token's own person. */
  person: Person;
  /** Set under Assume-User. */
  assumed: Person | null;
}

/** Checks the bearer token. Errors: 401 with 1001, 1002, 1003. */
export function authenticate(sandbox: Sandbox, request: IncomingMessage): Caller {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
  if (!bearer) throw new ApiError(401, 1001, "An Access Token is required.");
  const invalid = new ApiError(401, 1002, "Your Access Token is invalid.");
  const owner = sandbox.store.people.find((person) => person.rawToken === bearer);
  if (owner) {
    if (sandbox.grants.revokedRaw.has(bearer) || !owner.active) throw invalid;
    return { token: bearer, kind: "raw", scopes: ALL_SCOPES, person: owner, assumed: null };
  }
  const grant = sandbox.grants.byAccess.get(bearer);
  const person = grant ? sandbox.store.person(grant.email) : undefined;
  if (!grant || grant.revoked || !person?.active) throw invalid;
  if (grant.expiresAt <= sandbox.clock()) throw new ApiError(401, 1003, "Your Access Token has expired.");
  return { token: bearer, kind: "oauth", scopes: grant.scopes, person, assumed: null };
}

/**
 * `Assume-User`: only with a System Admin's hand-made token, only for an active member of the same plan who is no System
 * Admin. The header is decoded once. Errors: 401/1030, for a deactivated target 403/1188.
 */
export function assume(sandbox: Sandbox, caller: Caller, header: string | string[] | undefined): Caller {
  if (header === undefined) return caller;
  const target = sandbox.store.person(decodeOnce(String(header)));
  const refused = new ApiError(401, 1030, "You are unable to assume the user specified.");
  if (caller.kind !== "raw" || !caller.person.admin) throw refused;
  if (!target || target.planKey !== caller.person.planKey) throw refused;
  if (!target.active)
    throw new ApiError(403, 1188, "The account status of the user specified is not active.");
  if (target.admin) throw refused;
  return { ...caller, assumed: target };
}

function decodeOnce(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return "";
  }
}
