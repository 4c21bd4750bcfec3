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
  /** Works under Assume-User only; such tokens come from the control address. */
  assumeOnly: boolean;
  /** What the caller got away with, and might not with Smartsheet; for the call log. */
  warning?: string;
}

export const tokenExpired = () => new ApiError(401, 1003, "Your Access Token has expired.");

/** Checks the bearer token. Errors: 401 with 1001, 1002, 1003. */
export function authenticate(sandbox: Sandbox, request: IncomingMessage): Caller {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
  if (!bearer) throw new ApiError(401, 1001, "An Access Token is required.");
  const invalid = new ApiError(401, 1002, "Your Access Token is invalid.");
  const owner = sandbox.store.people.find((person) => person.rawToken === bearer);
  if (owner) {
    if (sandbox.grants.revokedRaw.has(bearer) || !owner.active) throw invalid;
    return {
      token: bearer,
      kind: "raw",
      scopes: ALL_SCOPES,
      person: owner,
      assumed: null,
      assumeOnly: false,
    };
  }
  const grant = sandbox.grants.byAccess.get(bearer);
  const person = grant ? sandbox.store.person(grant.email) : undefined;
  if (!grant || grant.revoked || !person?.active) throw invalid;
  if (grant.expiresAt <= sandbox.clock()) throw tokenExpired();
  const { scopes, assumeOnly } = grant;
  return { token: bearer, kind: "oauth", scopes, person, assumed: null, assumeOnly };
}
