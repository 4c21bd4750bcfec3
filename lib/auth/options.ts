import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { AuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { saveSignIn } from "@/db/queries/people";
import type { RequestContext } from "@/lib/actions/context";
import { log } from "@/lib/log";
import { plainAddress } from "@/lib/policy/addresses";
import { Secret } from "@/lib/secret";
import type { Services } from "@/lib/services";
import { createAdapter, type SmartsheetUser } from "./adapter";
import { maySignIn } from "./address";
import { AUTH_COOKIES, newSessionToken } from "./cookies";
import { tokenPlace } from "./own-tokens";
import { SESSION_DAYS } from "./sessions";

/** Why a sign-in was turned away; the sign-in page has a sentence for each. */
export class SignInRefused extends Error {}

/**
 * NextAuth for one request. Made anew each time because the adapter must know whether this request is the return from
 * Smartsheet, and who asks.
 */
export function createAuthOptions(
  services: Services,
  request: RequestContext & { isCallback: boolean },
): AuthOptions {
  const { env, clock } = services;
  return {
    secret: env.nextAuthSecret.reveal(),
    providers: [smartsheetProvider(services)],
    adapter: createAdapter(clock, request),
    session: {
      strategy: "database",
      maxAge: SESSION_DAYS * 86_400,
      // Never prolonged by NextAuth: the end is fixed at sign-in, idleness is judged by `findViewer`.
      updateAge: SESSION_DAYS * 86_400,
      generateSessionToken: newSessionToken,
    },
    cookies: AUTH_COOKIES,
    useSecureCookies: true,
    pages: { signIn: "/", error: "/", signOut: "/" },
    logger: {
      // What NextAuth hands to its logger can hold tokens: only the code and a cause's kind are kept (I17).
      error: (code, metadata) => log.warn({ code, kind: kindOf(metadata) }, "sign-in library"),
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      async signIn({ user, profile }) {
        const person = (profile ? personOf(profile) : user) as unknown as SmartsheetUser;
        const address = plainAddress(person.address);
        if (address === null || !maySignIn(address, env.signInAllow)) return "/?error=NotAllowedHere";
        const known = await services.sessions.isDisabled(person.smartsheetId);
        return known ? "/?error=NotAllowedHere" : true;
      },
      session: ({ session }) => session,
    },
    events: {
      async signIn({ user, account, profile }) {
        if (!account?.access_token || !account.refresh_token || !account.expires_at)
          throw new SignInRefused("Smartsheet sent no complete set of tokens.");
        const person = personOf(profile);
        const at = clock.now().toISOString();
        await saveSignIn({
          id: user.id,
          email: person.address,
          name: person.name,
          groups: person.groups === null ? null : JSON.stringify(person.groups),
          at,
          access: services.vault.seal(new Secret(account.access_token), tokenPlace(user.id, "access")),
          refresh: services.vault.seal(new Secret(account.refresh_token), tokenPlace(user.id, "refresh")),
          expiresAt: new Date(account.expires_at * 1000).toISOString(),
          bindable: plainAddress(person.address),
        });
        // What the old token proved or was refused says nothing about the new one.
        services.ownAccess.forget(user.id);
      },
    },
  };
}

function smartsheetProvider(services: Services): OAuthConfig<SmartsheetUser> {
  const { env, oauth, smartsheet, usedCodes } = services;
  const { authorizeUrl, tokenUrl, clientId, clientSecret, scopes } = env.smartsheet;
  return {
    id: "smartsheet",
    name: "Smartsheet",
    type: "oauth",
    checks: ["state"],
    clientId,
    clientSecret: clientSecret.reveal(),
    authorization: { url: authorizeUrl, params: { scope: scopes.join(" ") } },
    token: {
      url: tokenUrl,
      // Our own request: a form body as Smartsheet wants it. With it comes the duty to compare the state, which
      // NextAuth leaves to the client it did not use (T08).
      async request({ params, checks }) {
        if (!isSameState(params.state, checks.state)) throw new SignInRefused("state");
        if (typeof params.code !== "string" || params.code === "") throw new SignInRefused("code");
        if (!usedCodes.take(params.code)) throw new SignInRefused("used code");
        const tokens = await oauth.exchangeCode(new Secret(params.code));
        if (!tokens.ok) throw new SignInRefused(tokens.error.code);
        return {
          tokens: {
            access_token: tokens.value.accessToken.reveal(),
            refresh_token: tokens.value.refreshToken.reveal(),
            expires_at: Math.floor(Date.parse(tokens.value.expiresAt) / 1000),
          },
        };
      },
    },
    userinfo: {
      async request({ tokens }) {
        if (!tokens.access_token) throw new SignInRefused("no token");
        const profile = await smartsheet.getProfile({ lane: "own", token: new Secret(tokens.access_token) });
        if (!profile.ok) throw new SignInRefused(profile.error.code);
        const { id, email, name, groups } = profile.value;
        return {
          sub: id,
          smartsheetId: id,
          address: email,
          name,
          groupIds: groups?.map((group) => group.id) ?? null,
        };
      },
    },
    profile: (profile) => personOf(profile),
  };
}

function personOf(profile: unknown): SmartsheetUser {
  const { smartsheetId, address, name, groupIds } = profile as {
    smartsheetId: string;
    address: string;
    name: string;
    groupIds: string[] | null;
  };
  return { id: smartsheetId, smartsheetId, address, email: address, name, groups: groupIds };
}

function isSameState(given: unknown, wanted: unknown): boolean {
  if (typeof given !== "string" || typeof wanted !== "string" || wanted === "") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function kindOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error;
  return error instanceof Error ? error.name : "unknown";
}
