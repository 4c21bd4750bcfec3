import "server-only";
import { z } from "zod";
import { fail, ok, type Result } from "@/lib/result";
import { Secret } from "@/lib/secret";
import { requireSafeUrl } from "./api-url";
import { retryAfterSeconds } from "./errors";
import { isUsableToken } from "./tokens";
import { createTransport, DEFAULT_TRANSPORT, type Timeouts, type WireRequest } from "./transport";

export interface OAuthTokens {
  accessToken: Secret;
  refreshToken: Secret;
  /** ISO 8601 UTC. */
  expiresAt: string;
  /** Absent when the answer did not name them. */
  scopes?: string[];
}

/** `message` is ours; nothing the upstream wrote is in it. */
export interface OAuthError {
  code:
    | "invalid_grant" // 1069, 1071, 1072, 1132, 1005, 1001-1003: connect again (F13)
    | "invalid_client" // 1067, 1068, 1070, 1073, 1236-1238: our registration or settings are wrong
    | "unavailable" // 5xx, 429, redirect, network; the refresh token may or may not be spent
    | "timeout"
    | "bad_answer";
  message: string;
  status?: number;
  errorCode?: number;
  retryAfterSeconds?: number;
}

export interface OAuthClient {
  /** Changes the code from the browser's return for tokens. A code works once. */
  exchangeCode(code: Secret): Promise<Result<OAuthTokens, OAuthError>>;
  /** New tokens for old; both old ones stop working, so call it once at a time per person (F14). Never tried twice here. */
  refresh(refreshToken: Secret): Promise<Result<OAuthTokens, OAuthError>>;
  /** Ends this access token and the refresh token that belongs to it. A token that is already dead counts as done. */
  revoke(accessToken: Secret): Promise<Result<null, OAuthError>>;
}

export interface OAuthConfig {
  tokenUrl: string;
  clientId: string;
  clientSecret: Secret;
  timeouts?: Partial<Timeouts>;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const MESSAGES: Record<OAuthError["code"], string> = {
  invalid_grant: "The sign-in with Smartsheet is no longer valid. Connect again.",
  invalid_client: "Smartsheet does not know this app by its current settings.",
  unavailable: "Smartsheet cannot be reached right now.",
  timeout: "Smartsheet took too long to answer.",
  bad_answer: "Smartsheet sent an answer that cannot be used.",
};

function oauthError(code: OAuthError["code"], facts: Omit<OAuthError, "code" | "message"> = {}): OAuthError {
  return { code, message: MESSAGES[code], ...facts };
}

const printable = z.string().regex(/^[\x21-\x7e]{1,4096}$/);

const tokenBody = z.object({
  access_token: printable,
  refresh_token: printable,
  /** Seconds here, although the redirect that brings the code gives milliseconds. */
  expires_in: z
    .number()
    .positive()
    .max(366 * 24 * 3600),
  scope: z.string().nullish(),
});

const failureBody = z.object({
  errorCode: z.number().int().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});

const INVALID_GRANT = new Set([1001, 1002, 1003, 1005, 1069, 1071, 1072, 1132]);
const INVALID_CLIENT = new Set([1067, 1068, 1070, 1073, 1236, 1237, 1238]);

function codeFor(
  status: number,
  errorCode: number | undefined,
  word: string | undefined,
): OAuthError["code"] {
  if (status === 429 || status >= 500) return "unavailable";
  if (errorCode !== undefined && INVALID_GRANT.has(errorCode)) return "invalid_grant";
  if (errorCode !== undefined && INVALID_CLIENT.has(errorCode)) return "invalid_client";
  if (word === "invalid_grant") return "invalid_grant";
  if (word === "invalid_client" || word === "invalid_request" || word === "unsupported_grant_type") {
    return "invalid_client";
  }
  // A bare 400 may come from a proxy on the way; it must not cost anyone their tokens.
  return "bad_answer";
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Smartsheet's token endpoint. Own calls, not the SDK's, which put secrets into the query string and so into access
 * logs. Source: Smartsheet API, "OAuth Walkthrough". Throws at start when `tokenUrl` may not be sent a secret (T15).
 */
export function createOAuthClient(config: OAuthConfig): OAuthClient {
  const url = requireSafeUrl(config.tokenUrl, "The Smartsheet token URL").href;
  const now = config.now ?? Date.now;
  const transport = createTransport({
    ...DEFAULT_TRANSPORT,
    timeouts: { ...DEFAULT_TRANSPORT.timeouts, ...config.timeouts },
    maxPackedBytes: 1024 * 1024,
    maxUnpackedBytes: 1024 * 1024,
    isKeptAlive: false,
  });

  async function send(request: Omit<WireRequest, "url">): Promise<Result<unknown, OAuthError>> {
    const delivery = await transport({ ...request, url });
    if (!delivery.ok) {
      const { fault, status } = delivery.error;
      const facts = status === undefined ? {} : { status };
      if (fault === "timeout") return fail(oauthError("timeout", facts));
      return fail(
        oauthError(fault === "network" || fault === "redirect" ? "unavailable" : "bad_answer", facts),
      );
    }
    const { status, body, retryAfter } = delivery.value;
    const content = parsed(body);
    if (status === 200) return ok(content);
    const failure = failureBody.safeParse(content);
    const { errorCode, error } = failure.success ? failure.data : {};
    const found = oauthError(codeFor(status, errorCode, error), { status });
    if (errorCode !== undefined) found.errorCode = errorCode;
    const seconds = status === 429 ? retryAfterSeconds(retryAfter, now()) : undefined;
    if (seconds !== undefined) found.retryAfterSeconds = seconds;
    return fail(found);
  }

  async function grant(fields: Record<string, string>): Promise<Result<OAuthTokens, OAuthError>> {
    const form = new URLSearchParams({
      ...fields,
      client_id: config.clientId,
      client_secret: config.clientSecret.reveal(),
    });
    const answer = await send({
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: form.toString(),
    });
    if (!answer.ok) return answer;
    const tokens = tokenBody.safeParse(answer.value);
    if (!tokens.success) return fail(oauthError("bad_answer", { status: 200 }));
    const { access_token, refresh_token, expires_in, scope } = tokens.data;
    const granted: OAuthTokens = {
      accessToken: new Secret(access_token),
      refreshToken: new Secret(refresh_token),
      expiresAt: new Date(now() + expires_in * 1000).toISOString(),
    };
    if (scope) granted.scopes = scope.split(/[\s,]+/).filter(Boolean);
    return ok(granted);
  }

  return {
    exchangeCode: (code) => grant({ grant_type: "authorization_code", code: code.reveal() }),
    refresh: (refreshToken) => grant({ grant_type: "refresh_token", refresh_token: refreshToken.reveal() }),
    async revoke(accessToken) {
      if (!isUsableToken(accessToken)) return fail(oauthError("invalid_grant"));
      const answer = await send({
        method: "DELETE",
        headers: { Accept: "application/json", Authorization: `Bearer ${accessToken.reveal()}` },
      });
      if (answer.ok || answer.error.code === "invalid_grant") return ok(null);
      return answer;
    },
  };
}
