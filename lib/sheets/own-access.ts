import "server-only";
import type { OwnTokenError, OwnTokens } from "@/lib/auth/own-tokens";
import type { SheetId, UserId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { fail, type Result } from "@/lib/result";
import type { Authority, Smartsheet, Upstream, UpstreamError } from "@/lib/smartsheet/port";
import type { SheetCopies } from "@/lib/snapshots/copies";

/** What a person's own token says of a sheet. `unknown` carries why, for the answer when nothing else opens it. */
export type OwnProof =
  | { own: "yes"; sheet: SourceSheet }
  | { own: "no" }
  | { own: "unknown"; why: UpstreamError["code"] | "reconnect"; retryAfterSeconds?: number };

export interface OwnAccess {
  /** `freshSeconds`: how old what is shown may be; null for the usual. */
  prove(userId: UserId, sheetId: SheetId, freshSeconds: number | null): Promise<OwnProof>;
  /** Whether this process has seen the person's token open or list the sheet: then its existence is no secret to them. */
  isKnownToOwn(userId: string, sheetId: string): boolean;
  noteListed(userId: string, sheetIds: readonly string[]): void;
  /** Forgets what a person's token proved: they signed in again, or their tokens died. */
  forget(userId: string): void;
}

const ENDED: UpstreamError = { code: "token_invalid", message: "The person's sign-in at Smartsheet ended." };

/** How old an own sheet may be shown without asking again, in seconds. */
export const OWN_FRESH_SECONDS = 15;
const KEPT_PROOFS = 50_000;

/**
 * Asks Smartsheet for the sheet's version with the person's own token: one small call says whether they may read it and
 * whether the copy that people's own tokens read is still true. A yes and a no are remembered for `rememberSeconds`, an
 * unknown never.
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
  const proven = new Map<string, { version: number; at: number }>();
  const listed = new Map<string, Set<string>>();
  const asking = new Map<string, Promise<Asked>>();

  function note(userId: string, sheetIds: readonly string[]): void {
    const known = listed.get(userId) ?? new Set();
    for (const id of sheetIds) known.add(id);
    listed.set(userId, known);
  }

  function isRefused(name: string): boolean {
    const until = refused.get(name);
    if (until === undefined) return false;
    if (until > monotonicMs()) return true;
    refused.delete(name);
    return false;
  }

  /** The version, by the person's own token. A yes and a no leave their mark. */
  async function askVersion(userId: UserId, sheetId: SheetId): Promise<Asked> {
    const name = nameOf(userId, sheetId);
    const at = monotonicMs();
    const version = await withOwn(userId, (authority) => smartsheet.getSheetVersion(authority, sheetId));
    if (version.ok) remember(proven, name, { version: version.value, at });
    else refuse(userId, sheetId, version.error);
    return version;
  }

  function refuse(userId: UserId, sheetId: SheetId, error: OwnTokenError): void {
    if (error.code !== "not_found") return;
    const name = nameOf(userId, sheetId);
    proven.delete(name);
    remember(refused, name, monotonicMs() + rememberSeconds * 1000);
    listed.get(userId)?.delete(sheetId);
  }

  async function withOwn<T>(userId: UserId, run: (authority: Authority) => Upstream<T>) {
    return ownTokens.call(userId, run);
  }

  /** The copy at a version the person's token was just told; read with that token where nobody else reads it now. */
  async function readCopy(
    userId: UserId,
    sheetId: SheetId,
    version: number,
  ): Promise<Result<SourceSheet, OwnTokenError>> {
    for (;;) {
      let own: Result<SourceSheet, OwnTokenError> | null = null;
      const sheet = await copies.ensure({ lane: "own", sheetId }, version, async () => {
        const read = await withOwn(userId, (authority) => smartsheet.getSheet(authority, sheetId));
        own = read;
        if (read.ok) return read;
        return fail(read.error.code === "reconnect" ? ENDED : read.error);
      });
      if (sheet.ok) return sheet;
      // What another person's token was refused says nothing about this one.
      if (own !== null) return own;
    }
  }

  return {
    async prove(userId, sheetId, wished) {
      const key = { lane: "own", sheetId } as const;
      const name = nameOf(userId, sheetId);
      if (isRefused(name)) return { own: "no" };
      const seconds = Math.min(wished ?? OWN_FRESH_SECONDS, rememberSeconds);
      const proof = proven.get(name);
      const isProven = proof !== undefined && monotonicMs() - proof.at < rememberSeconds * 1000;
      const fresh = isProven && seconds > 0 ? copies.peek(key, proof.version, seconds) : null;
      if (fresh) return { own: "yes", sheet: fresh };

      const asked = await once(asking, name, () => askVersion(userId, sheetId));
      if (!asked.ok) return unproven(asked.error);
      const sheet = await readCopy(userId, sheetId, asked.value);
      if (!sheet.ok) {
        refuse(userId, sheetId, sheet.error);
        return unproven(sheet.error);
      }
      note(userId, [sheetId]);
      return { own: "yes", sheet: sheet.value };
    },
    isKnownToOwn: (userId, sheetId) => listed.get(userId)?.has(sheetId) ?? false,
    noteListed: note,
    forget(userId) {
      listed.delete(userId);
      for (const marks of [refused, proven])
        for (const name of [...marks.keys()]) if (name.startsWith(`${userId} `)) marks.delete(name);
    },
  };
}

type Asked = Result<number, OwnTokenError>;

function nameOf(userId: string, sheetId: string): string {
  return `${userId} ${sheetId}`;
}

function remember<T>(marks: Map<string, T>, name: string, mark: T): void {
  if (marks.size > KEPT_PROOFS) marks.clear();
  marks.set(name, mark);
}

/** One question at a time for each name, however many ask. */
function once<T>(asking: Map<string, Promise<T>>, name: string, ask: () => Promise<T>): Promise<T> {
  const under = asking.get(name);
  if (under) return under;
  const started = ask().finally(() => asking.delete(name));
  asking.set(name, started);
  return started;
}

function unproven(error: OwnTokenError): Exclude<OwnProof, { own: "yes" }> {
  if (error.code === "not_found") return { own: "no" };
  const isEnded = error.code === "reconnect" || error.code === "token_invalid";
  const retryAfterSeconds = "retryAfterSeconds" in error ? error.retryAfterSeconds : undefined;
  return { own: "unknown", why: isEnded ? "reconnect" : error.code, retryAfterSeconds };
}
