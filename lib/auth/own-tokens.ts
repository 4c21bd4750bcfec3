import "server-only";
import { randomUUID } from "node:crypto";
import { dropLease, takeLease } from "@/db/queries/leases";
import { deleteTokens, findTokens, replaceTokens, type SealedTokens } from "@/db/queries/people";
import type { AuditService } from "@/lib/audit/service";
import type { Clock } from "@/lib/clock";
import { fail, ok, type Result } from "@/lib/result";
import type { Secret } from "@/lib/secret";
import type { OAuthClient } from "@/lib/smartsheet/oauth";
import type { Authority, UpstreamError } from "@/lib/smartsheet/port";
import type { Vault } from "@/lib/vault/vault";

/** `reconnect`: the person has no working token; they connect again, everything else of theirs stays (F13). */
export type OwnTokenError = { code: "reconnect" } | UpstreamError;

export interface OwnTokens {
  /** Runs one call with the person's own token; a token that ran out is refreshed once and the call made again (F12). */
  call<T>(
    userId: string,
    run: (authority: Authority) => Promise<Result<T, UpstreamError>>,
  ): Promise<Result<T, OwnTokenError>>;
  isConnected(userId: string): Promise<boolean>;
  /** Forgets the person's tokens at once and asks Smartsheet to end them; that it may fail to answer changes nothing here. */
  disconnect(userId: string): Promise<void>;
}

/** Refreshed this long before the end, so that a clock a little wrong does not matter (F18). */
const MARGIN_MS = 60_000;
const LEASE_MS = 45_000;
const LEASE_WAIT_MS = 250;

export function tokenPlace(userId: string, column: "access" | "refresh") {
  return { table: "user_tokens", row: userId, column };
}

export function createOwnTokens(parts: {
  vault: Vault;
  oauth: OAuthClient;
  audit: AuditService;
  clock: Clock;
}): OwnTokens {
  const { vault, oauth, audit, clock } = parts;
  const holder = randomUUID();
  const refreshing = new Map<string, Promise<Result<Secret, OwnTokenError>>>();

  async function current(userId: string): Promise<Result<Secret, OwnTokenError>> {
    const sealed = await findTokens(userId);
    if (!sealed) return fail({ code: "reconnect" });
    if (Date.parse(sealed.expiresAt) - clock.now().getTime() > MARGIN_MS)
      return ok(vault.open(sealed.access, tokenPlace(userId, "access")));
    return refresh(userId, sealed);
  }

  /** One refresh per person in this process (the map) and among processes (the lease): both old tokens die with it. */
  function refresh(userId: string, used: SealedTokens): Promise<Result<Secret, OwnTokenError>> {
    const under = refreshing.get(userId);
    if (under) return under;
    const run = refreshAlone(userId, used).finally(() => refreshing.delete(userId));
    refreshing.set(userId, run);
    return run;
  }

  async function refreshAlone(userId: string, used: SealedTokens): Promise<Result<Secret, OwnTokenError>> {
    const lease = `refresh:${userId}`;
    const deadline = clock.now().getTime() + LEASE_MS;
    while (!(await take(lease))) {
      if (clock.now().getTime() > deadline)
        return fail({ code: "unavailable", message: "Another process is still refreshing the sign-in." });
      await new Promise((resolve) => setTimeout(resolve, LEASE_WAIT_MS));
    }
    try {
      const now = await findTokens(userId);
      if (!now) return fail({ code: "reconnect" });
      if (now.refresh !== used.refresh) return ok(vault.open(now.access, tokenPlace(userId, "access")));
      return await exchange(userId, now);
    } finally {
      await dropLease(lease, holder);
    }
  }

  function take(lease: string): Promise<boolean> {
    const now = clock.now().getTime();
    return takeLease(lease, holder, new Date(now).toISOString(), new Date(now + LEASE_MS).toISOString());
  }

  async function exchange(userId: string, sealed: SealedTokens): Promise<Result<Secret, OwnTokenError>> {
    const fresh = await oauth.refresh(vault.open(sealed.refresh, tokenPlace(userId, "refresh")));
    if (!fresh.ok) {
      if (fresh.error.code !== "invalid_grant")
        return fail({
          code: fresh.error.code === "timeout" ? "timeout" : "unavailable",
          message: fresh.error.message,
        });
      await lose(userId, sealed, "the refresh was refused");
      return fail({ code: "reconnect" });
    }
    const next = {
      access: vault.seal(fresh.value.accessToken, tokenPlace(userId, "access")),
      refresh: vault.seal(fresh.value.refreshToken, tokenPlace(userId, "refresh")),
      expiresAt: fresh.value.expiresAt,
    };
    await replaceTokens(userId, sealed.refresh, next, clock.now().toISOString());
    return ok(fresh.value.accessToken);
  }

  /** Drops tokens that died, unless they were replaced meanwhile. */
  async function lose(userId: string, sealed: SealedTokens, reason: string): Promise<void> {
    if (!(await deleteTokens(userId, sealed.refresh))) return;
    await audit.record({
      requestId: randomUUID(),
      actor: { kind: "system" },
      action: "account:tokens_lost",
      decision: "done",
      target: userId,
      reason,
    });
  }

  return {
    async isConnected(userId) {
      return (await findTokens(userId)) !== null;
    },
    async disconnect(userId) {
      const sealed = await findTokens(userId);
      if (!sealed) return;
      await deleteTokens(userId);
      await oauth.revoke(vault.open(sealed.access, tokenPlace(userId, "access")));
    },
    async call(userId, run) {
      const token = await current(userId);
      if (!token.ok) return token;
      const first = await run({ lane: "own", token: token.value });
      if (first.ok || (first.error.code !== "token_expired" && first.error.code !== "token_invalid"))
        return first;
      const sealed = await findTokens(userId);
      if (!sealed) return fail({ code: "reconnect" });
      const stored = vault.open(sealed.access, tokenPlace(userId, "access"));
      const wasReplaced = stored.reveal() !== token.value.reveal();
      if (first.error.code === "token_invalid" && !wasReplaced) {
        await lose(userId, sealed, "Smartsheet refused the token");
        return fail({ code: "reconnect" });
      }
      const next = wasReplaced ? ok(stored) : await refresh(userId, sealed);
      if (!next.ok) return next;
      const second = await run({ lane: "own", token: next.value });
      if (second.ok || (second.error.code !== "token_expired" && second.error.code !== "token_invalid"))
        return second;
      const last = await findTokens(userId);
      if (last) await lose(userId, last, "Smartsheet refused the refreshed token");
      return fail({ code: "reconnect" });
    },
  };
}
