import { createHash } from "node:crypto";
import { refId } from "../http/errors";
import { json, type Reply } from "../http/reply";
import type { Sandbox } from "../sandbox";
import { type OAuthToken, REFRESH_GRACE_MS, REFRESH_LIFETIME_MS, TOKEN_LIFETIME_S } from "./grants";
import { fitsChallenge } from "./pkce";

class TokenError extends Error {
  constructor(
    readonly errorCode: number,
    readonly error: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

const missing = (name: string) =>
  new TokenError(1070, "invalid_request", `Invalid Request. Required parameter is missing: ${name}.`);
const badGrant = () =>
  new TokenError(
    1071,
    "invalid_grant",
    "Invalid Grant. The authorization code or refresh token provided was invalid.",
  );

/**
 * `POST /2.0/token`. Parameters come from the body or the query, whatever the content type says, or from a form body
 * alone (switch `tokenParameters`).
 */
export function tokenEndpoint(
  sandbox: Sandbox,
  contentType: string | undefined,
  query: URLSearchParams,
  body: string,
): Reply {
  const { switches } = sandbox;
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? "");
  const takesAny = switches.is("tokenParameters", "any");
  const form = new URLSearchParams(takesAny || isForm ? body : "");
  const get = (name: string) => form.get(name) || (takesAny && query.get(name)) || null;
  try {
    const token = exchange(sandbox, get);
    return json({
      access_token: token.accessToken,
      token_type: "bearer",
      refresh_token: token.refreshToken,
      expires_in: TOKEN_LIFETIME_S,
    });
  } catch (failure) {
    if (!(failure instanceof TokenError)) throw failure;
    const { errorCode, message, status } = failure;
    const error = switches.is("tokenErrorWord", "paired") ? failure.error : "invalid_request";
    const answer = { refId: refId(), errorCode, error, error_description: message, message };
    return { ...json(answer, status), errorCode };
  }
}

function exchange(sandbox: Sandbox, get: (name: string) => string | null): OAuthToken {
  const grantType = get("grant_type");
  if (!grantType) throw missing("grant_type");
  if (grantType !== "authorization_code" && grantType !== "refresh_token")
    throw new TokenError(1068, "unsupported_grant_type", "Unsupported grant type.");
  const clientId = get("client_id");
  if (!clientId) throw missing("client_id");
  if (clientId !== sandbox.client.id) throw new TokenError(1067, "invalid_client", "Invalid client_id", 401);
  const name = grantType === "refresh_token" ? "refresh_token" : "code";
  const presented = get(name);
  if (!presented) throw missing(name);
  checkClientAuth(sandbox, get, presented);
  return grantType === "refresh_token" ? refresh(sandbox, presented) : redeem(sandbox, get, presented);
}

function checkClientAuth(sandbox: Sandbox, get: (name: string) => string | null, presented: string): void {
  const secret = get("client_secret");
  const hash = get("hash");
  if (!secret && !hash) throw new TokenError(1236, "invalid_request", "OAuth missing client auth.");
  if (secret && hash) throw new TokenError(1237, "invalid_request", "OAuth redundant client auth.");
  if (secret && secret !== sandbox.client.secret)
    throw new TokenError(1238, "invalid_client", "OAuth invalid secret.");
  const wanted = createHash("sha256").update(`${sandbox.client.secret}|${presented}`).digest("hex");
  if (hash && hash !== wanted)
    throw new TokenError(
      1072,
      "invalid_grant",
      "Invalid hash value. The hash provided did not match the expected value.",
    );
}

function redeem(sandbox: Sandbox, get: (name: string) => string | null, presented: string): OAuthToken {
  const code = sandbox.grants.codes.get(presented);
  if (!code || (code.used && sandbox.switches.is("codeReuse", "refused"))) throw badGrant();
  if (code.expiresAt <= sandbox.clock())
    throw new TokenError(1069, "invalid_grant", "Invalid Request. The authorization_code has expired.");
  const redirectUri = get("redirect_uri") ?? get("redirect_url");
  if (redirectUri && redirectUri !== code.redirectUri)
    throw new TokenError(1073, "invalid_request", "The redirect_uri did not match the expected value.");
  if (code.challenge && sandbox.switches.is("pkce", "enforced")) {
    const verifier = get("code_verifier");
    if (!verifier) throw missing("code_verifier");
    if (!fitsChallenge(code.challenge, verifier)) throw badGrant();
  }
  code.used = true;
  if (!sandbox.store.person(code.email)?.active) throw badGrant();
  return sandbox.grants.issueToken(code.email, code.scopes);
}

/** Both old tokens stop working the moment the new pair exists; see the switches for what is not known of this. */
function refresh(sandbox: Sandbox, presented: string): OAuthToken {
  const { grants, switches, store } = sandbox;
  const now = sandbox.clock();
  const old = grants.byRefresh.get(presented);
  if (!old || !store.person(old.email)?.active) throw badGrant();
  const { replaced } = old;
  if (replaced && switches.is("refreshGrace", "minute") && now < replaced.at + REFRESH_GRACE_MS)
    if (!replaced.by.revoked) return replaced.by;
  const isTooOld = switches.is("refreshLifetime", "30days") && now >= old.issuedAt + REFRESH_LIFETIME_MS;
  if (old.revoked || isTooOld) throw badGrant();
  const by = grants.issueToken(old.email, old.scopes, old.assumeOnly);
  old.revoked = true;
  old.replaced = { at: now, by };
  return by;
}
