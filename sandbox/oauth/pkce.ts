import { createHash } from "node:crypto";
import type { Challenge } from "./grants";

/** Null where none was sent; undefined where it is no challenge of RFC 7636. */
export function readChallenge(form: URLSearchParams): Challenge | null | undefined {
  const challenge = form.get("code_challenge");
  if (challenge === null) return null;
  const method = form.get("code_challenge_method") ?? "plain";
  if (method !== "plain" && method !== "S256") return undefined;
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(challenge) ? { challenge, method } : undefined;
}

export function fitsChallenge({ challenge, method }: Challenge, verifier: string): boolean {
  if (method === "plain") return verifier === challenge;
  return createHash("sha256").update(verifier).digest("base64url") === challenge;
}
