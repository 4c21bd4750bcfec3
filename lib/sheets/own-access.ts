import "server-only";
import type { OwnTokens } from "@/lib/auth/own-tokens";
import type { SheetId, UserId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { fail } from "@/lib/result";
import type { Smartsheet, UpstreamError } from "@/lib/smartsheet/port";
import type { SheetCopies } from "@/lib/snapshots/copies";

/** What a person's own token says of a sheet. `unknown` carries why, for the answer when nothing else opens it. */
export type OwnProof =
  | { own: "yes"; sheet: SourceSheet }
  | { own: "no" }
  | { own: "unknown"; why: UpstreamError["code"] | "reconnect"; retryAfterSeconds?: number };

export interface OwnAccess {
  prove(userId: UserId, sheetId: SheetId, maxAgeSeconds: number): Promise<OwnProof>;
  /** Whether this process has seen the person's token open or list the sheet: then its existence is no secret to them. */
  isKnownToOwn(userId: string, sheetId: string): boolean;
  noteListed(userId: string, sheetIds: readonly string[]): void;
  /** Forgets what a person's token proved: they signed in again, or their tokens died. */
  forget(userId: string): void;
}

const ENDED: UpstreamError = { code: "token_invalid", message: "The person's sign-in at Smartsheet ended." };

/**
 * Asks Smartsheet with the person's own token, and remembers a yes (with its copy) and a no for `rememberSeconds`.
 * An unknown is never remembered.
 */
export function createOwnAccess(parts: {
  ownTokens: OwnTokens;
  smartsheet: Smartsheet;
  copies: SheetCopies;
  rememberSeconds: number;
  monotonicMs: () => number;
}): OwnAccess {
  const { ownTokens, smartsheet, copies, rememberSeconds, monotonicMs } = parts;
  const refused = new Map<string, number>();
  const listed = new Map<string, Set<string>>();

  function note(userId: string, sheetIds: readonly string[]): void {
    const known = listed.get(userId) ?? new Set();
    for (const id of sheetIds) known.add(id);
    listed.set(userId, known);
  }

  function isRefused(key: string): boolean {
    const until = refused.get(key);
    if (until === undefined) return false;
    if (until > monotonicMs()) return true;
    refused.delete(key);
    return false;
  }

  function remember(key: string): void {
    if (refused.size > 50_000) refused.clear();
    refused.set(key, monotonicMs() + rememberSeconds * 1000);
  }

  return {
    async prove(userId, sheetId, maxAgeSeconds) {
      const key = copies.ownKey(userId, sheetId);
      if (isRefused(key)) return { own: "no" };
      let isReconnect = false;
      const answer = await copies.getOrRead(key, Math.min(maxAgeSeconds, rememberSeconds), async () => {
        const read = await ownTokens.call(userId, (authority) => smartsheet.getSheet(authority, sheetId));
        if (read.ok) return read;
        isReconnect = read.error.code === "reconnect";
        return fail(read.error.code === "reconnect" ? ENDED : read.error);
      });
      if (answer.ok) {
        note(userId, [sheetId]);
        return { own: "yes", sheet: answer.value };
      }
      if (answer.error.code === "not_found") {
        copies.drop(key);
        remember(key);
        listed.get(userId)?.delete(sheetId);
        return { own: "no" };
      }
      const isEnded = isReconnect || answer.error.code === "token_invalid";
      const { code, retryAfterSeconds } = answer.error;
      return { own: "unknown", why: isEnded ? "reconnect" : code, retryAfterSeconds };
    },
    isKnownToOwn: (userId, sheetId) => listed.get(userId)?.has(sheetId) ?? false,
    noteListed: note,
    forget(userId) {
      listed.delete(userId);
      copies.dropOwn(userId);
      const prefix = `${JSON.stringify(["own", userId]).slice(0, -1)},`;
      for (const key of [...refused.keys()]) if (key.startsWith(prefix)) refused.delete(key);
    },
  };
}
