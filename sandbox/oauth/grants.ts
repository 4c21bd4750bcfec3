import { randomBytes } from "node:crypto";
import type { Person } from "../store/types";
import type { Scope } from "./scopes";

export const CODE_LIFETIME_MS = 599_135;
export const TOKEN_LIFETIME_S = 604_799;
export const REFRESH_GRACE_MS = 60_000;
export const REFRESH_LIFETIME_MS = 30 * 86_400_000;

/** What a PKCE client sends ahead (RFC 7636). */
export interface Challenge {
  challenge: string;
  method: "plain" | "S256";
}

export interface Code {
  code: string;
  email: string;
  scopes: Scope[];
  redirectUri: string;
  challenge: Challenge | null;
  expiresAt: number;
  used: boolean;
}

export interface OAuthToken {
  accessToken: string;
  refreshToken: string;
  email: string;
  scopes: Scope[];
  issuedAt: number;
  expiresAt: number;
  /** Works under Assume-User only. */
  assumeOnly: boolean;
  /** Rotated away, revoked, or its person is gone. */
  revoked: boolean;
  /** The pair a refresh made of this one. */
  replaced: { at: number; by: OAuthToken } | null;
}

/** Codes and tokens by value. Revoked ones are kept: some answers differ from those to a token never seen. */
export class Grants {
  readonly codes = new Map<string, Code>();
  readonly byAccess = new Map<string, OAuthToken>();
  readonly byRefresh = new Map<string, OAuthToken>();
  readonly revokedRaw = new Set<string>();

  constructor(private readonly clock: () => number) {}

  issueCode(person: Person, scopes: Scope[], redirectUri: string, challenge: Challenge | null): Code {
    const code: Code = {
      code: opaque(),
      email: person.email,
      scopes,
      redirectUri,
      challenge,
      expiresAt: this.clock() + CODE_LIFETIME_MS,
      used: false,
    };
    this.codes.set(code.code, code);
    return code;
  }

  issueToken(email: string, scopes: Scope[], assumeOnly = false): OAuthToken {
    const issuedAt = this.clock();
    const token: OAuthToken = {
      accessToken: opaque(),
      refreshToken: opaque(),
      email,
      scopes,
      issuedAt,
      expiresAt: issuedAt + TOKEN_LIFETIME_S * 1000,
      assumeOnly,
      revoked: false,
      replaced: null,
    };
    this.byAccess.set(token.accessToken, token);
    this.byRefresh.set(token.refreshToken, token);
    return token;
  }

  of(email: string): OAuthToken[] {
    return [...this.byAccess.values()].filter((token) => token.email === email && !token.revoked);
  }

  /** By the access token, hand-made ones included. */
  revoke(accessToken: string): void {
    const token = this.byAccess.get(accessToken);
    if (token) token.revoked = true;
    else this.revokedRaw.add(accessToken);
  }

  clear(): void {
    this.codes.clear();
    this.byAccess.clear();
    this.byRefresh.clear();
    this.revokedRaw.clear();
  }
}

/** 37 characters, as long as the real ones. */
function opaque(): string {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  return Array.from(randomBytes(37), (byte) => letters[byte % letters.length]).join("");
}
