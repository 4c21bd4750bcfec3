import { createHash, randomBytes } from "node:crypto";

const options = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;

export const SESSION_COOKIE = "__Host-sheetpass.session";

/** NextAuth's cookies under our names. Browsers take `__Host-` and `Secure` cookies on `http://localhost` as well. */
export const AUTH_COOKIES = {
  sessionToken: { name: SESSION_COOKIE, options },
  callbackUrl: { name: "__Host-sheetpass.return", options },
  csrfToken: { name: "__Host-sheetpass.csrf", options },
  state: { name: "__Host-sheetpass.state", options: { ...options, maxAge: 15 * 60 } },
  pkceCodeVerifier: { name: "__Host-sheetpass.pkce", options: { ...options, maxAge: 15 * 60 } },
  nonce: { name: "__Host-sheetpass.nonce", options },
};

/** 256 random bits; what the browser holds. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database holds of it. A plain fast hash is enough for a value nobody can guess. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
