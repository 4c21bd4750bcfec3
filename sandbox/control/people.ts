import { ApiError, badValue } from "../http/errors";
import { ALL_SCOPES, parseScopes } from "../oauth/scopes";
import type { Sandbox } from "../sandbox";
import type { Person } from "../store/types";

export function mustFindPerson(sandbox: Sandbox, email: unknown): Person {
  const person = typeof email === "string" ? sandbox.store.person(email) : undefined;
  if (!person) throw new ApiError(404, 1020, "User not found.");
  return person;
}

/** Promotes, demotes, deactivates, renames. A deactivated person's tokens stop working at once. */
export function changePerson(
  sandbox: Sandbox,
  address: string | undefined,
  body: Record<string, unknown>,
): unknown {
  const person = mustFindPerson(sandbox, address);
  if (typeof body.admin === "boolean") person.admin = body.admin;
  if (typeof body.active === "boolean") person.active = body.active;
  if (typeof body.title === "string") person.title = body.title;
  if (typeof body.name === "string" && body.name.trim() !== "") rename(person, body.name.trim());
  const { email, admin, active, name, title } = person;
  return { email, admin, active, name, title };
}

/** The first word is the first name, as nearly everywhere. */
function rename(person: Person, name: string): void {
  const [firstName = "", ...rest] = name.split(/\s+/);
  Object.assign(person, { firstName, lastName: rest.join(" "), name });
}

export function revokeTokens(sandbox: Sandbox, body: Record<string, unknown>): unknown {
  const person = mustFindPerson(sandbox, body.email);
  const kind = body.kind ?? "oauth";
  if (kind === "raw") {
    sandbox.grants.revokedRaw.add(person.rawToken);
    return { revoked: 1 };
  }
  const tokens = sandbox.grants.of(person.email);
  for (const token of tokens) token.revoked = true;
  return { revoked: tokens.length };
}

/** Access tokens only: the refresh tokens stay good, so the app can get new ones. */
export function expireTokens(sandbox: Sandbox, body: Record<string, unknown>): unknown {
  const tokens = sandbox.grants.of(mustFindPerson(sandbox, body.email).email);
  for (const token of tokens) token.expiresAt = sandbox.clock();
  return { expired: tokens.length };
}

/**
 * Signs a person in without a browser: a token pair as the OAuth flow would give. `assumeOnly` makes one that works under
 * Assume-User only (400/1044 without it), whatever the switch `assumeWithOAuth` says.
 */
export function issueTokens(sandbox: Sandbox, body: Record<string, unknown>): unknown {
  const person = mustFindPerson(sandbox, body.email);
  const scopes = body.scopes === undefined ? ALL_SCOPES : parseScopes(String(body.scopes));
  if (!scopes) throw badValue(String(body.scopes), "scopes");
  const { accessToken, refreshToken } = sandbox.grants.issueToken(
    person.email,
    scopes,
    body.assumeOnly === true,
  );
  return { accessToken, refreshToken };
}
