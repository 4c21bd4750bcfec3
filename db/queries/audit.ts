import "server-only";
import { and, desc, eq, gte, lt } from "drizzle-orm";
import { database, type Transaction, write } from "../client";
import { auditEvents } from "../schema/records";
import { type Beside, saveDecisionIn } from "./decisions";

/** What an event says before it has a number and a hash. */
export interface AuditDraft {
  at: string;
  requestId: string;
  actorId: string | null;
  action: string;
  sheetId: string | null;
  decision: string;
  /** The rest of the event, by name. Never cell values, never tokens. */
  details: Record<string, unknown>;
}

export interface StoredAuditEvent {
  seq: number;
  at: string;
  requestId: string;
  actorId: string | null;
  action: string;
  sheetId: string | null;
  decision: string;
  record: string;
  previousHash: string;
  hash: string;
}

/** Makes the hash of one event: HMAC over the previous hash and the canonical text. */
export type ChainHash = (previousHash: string, record: string) => string;

export const CHAIN_START = "0".repeat(64);

/** The text the hash is made over: a JSON list in a fixed order, so that it never depends on how an object was built. */
export function canonicalRecord(seq: number, draft: AuditDraft): string {
  const details = Object.entries(draft.details)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    seq,
    draft.at,
    draft.requestId,
    draft.actorId,
    draft.action,
    draft.sheetId,
    draft.decision,
    details,
  ]);
}

/** Adds one event inside a transaction that already holds the write lock, so that a change and its record commit together. */
export function appendAuditIn(tx: Transaction, draft: AuditDraft, chain: ChainHash): number {
  const last = tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1)
    .get();
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? CHAIN_START;
  const record = canonicalRecord(seq, draft);
  tx.insert(auditEvents)
    .values({
      seq,
      at: draft.at,
      requestId: draft.requestId,
      actorId: draft.actorId,
      action: draft.action,
      sheetId: draft.sheetId,
      decision: draft.decision,
      record,
      previousHash,
      hash: chain(previousHash, record),
    })
    .run();
  return seq;
}

/** An event with the decision to keep in the same commit, where there is one. */
export interface AuditItem {
  draft: AuditDraft;
  beside?: Beside;
}

/** All of them in one commit, in their order, or none. Their numbers. */
export async function appendAudit(items: readonly AuditItem[], chain: ChainHash): Promise<number[]> {
  return write((tx) =>
    items.map(({ draft, beside }) => {
      if (beside) saveDecisionIn(tx, beside);
      return appendAuditIn(tx, draft, chain);
    }),
  );
}

export interface AuditFilter {
  /** Events with a smaller number. */
  before?: number;
  sheetId?: string;
  actorId?: string;
  requestId?: string;
  action?: string;
  decision?: string;
}

/** Newest first, at most `limit`. */
export async function listAudit(filter: AuditFilter, limit: number): Promise<StoredAuditEvent[]> {
  return database()
    .select()
    .from(auditEvents)
    .where(
      and(
        filter.before === undefined ? undefined : lt(auditEvents.seq, filter.before),
        filter.sheetId === undefined ? undefined : eq(auditEvents.sheetId, filter.sheetId),
        filter.actorId === undefined ? undefined : eq(auditEvents.actorId, filter.actorId),
        filter.requestId === undefined ? undefined : eq(auditEvents.requestId, filter.requestId),
        filter.action === undefined ? undefined : eq(auditEvents.action, filter.action),
        filter.decision === undefined ? undefined : eq(auditEvents.decision, filter.decision),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit)
    .all();
}

/** Oldest first from `from` on, at most `limit`: for walking the whole chain. */
export async function walkAudit(from: number, limit: number): Promise<StoredAuditEvent[]> {
  return database()
    .select()
    .from(auditEvents)
    .where(gte(auditEvents.seq, from))
    .orderBy(auditEvents.seq)
    .limit(limit)
    .all();
}
