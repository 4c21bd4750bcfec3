import "server-only";
import { createHash, createHmac } from "node:crypto";
import {
  type AuditDraft,
  type AuditFilter,
  type AuditItem,
  appendAudit,
  type ChainHash,
  listAudit,
  type StoredAuditEvent,
} from "@/db/queries/audit";
import type { Beside } from "@/db/queries/decisions";
import type { Clock } from "@/lib/clock";
import { type AppError, appError } from "@/lib/errors";
import { log } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { createCommitQueue } from "./commit-queue";
import type { Actor, AuditEntry, AuditEvent } from "./event";

export interface AuditService {
  /**
   * Commits the event, with the decision it is about in the same commit where there is one. Errors: `audit_unavailable`;
   * whoever asked must then read and change nothing (I08).
   */
  record(entry: AuditEntry, beside?: Beside): Promise<Result<number, AppError>>;
  /** The event in the form `db/queries` adds within a transaction of their own, beside the change it is about. */
  draft(entry: AuditEntry): { event: AuditDraft; chain: ChainHash };
  list(filter: AuditFilter, limit: number): Promise<AuditEvent[]>;
}

export function chainHash(key: Buffer): ChainHash {
  return (previousHash, record) =>
    createHmac("sha256", key).update(previousHash).update("\n").update(record).digest("hex");
}

export function createAuditService(key: Buffer, clock: Clock): AuditService {
  const chain = chainHash(key);
  const draft = (entry: AuditEntry) => ({ event: toDraft(entry, clock.now()), chain });
  const append = createCommitQueue((items: readonly AuditItem[]) => appendAudit(items, chain));
  return {
    draft,
    async record(entry, beside) {
      const { event } = draft(entry);
      try {
        return ok(await append({ draft: event, beside }));
      } catch (cause) {
        log.error({ cause, requestId: entry.requestId }, "the audit record could not be written");
        return fail(appError("audit_unavailable"));
      }
    },
    async list(filter, limit) {
      return (await listAudit(filter, limit)).map(toEvent);
    },
  };
}

function toDraft(entry: AuditEntry, at: Date): AuditDraft {
  const { requestId, actor, action, decision, sheetId, columnIds, ...details } = entry;
  return {
    at: at.toISOString(),
    requestId,
    actorId: "id" in actor ? actor.id : null,
    action,
    sheetId: sheetId ?? null,
    decision,
    details: {
      ...details,
      actor: actor.kind,
      email: actor.kind === "user" ? actor.email : undefined,
      columnIds,
      columnSet: columnIds && hashOf(columnIds),
    },
  };
}

/** Two reads that let through the same columns have the same hash, whatever the order. */
function hashOf(columnIds: readonly string[]): string {
  return createHash("sha256")
    .update([...columnIds].sort().join(","))
    .digest("hex")
    .slice(0, 16);
}

function toEvent(stored: StoredAuditEvent): AuditEvent {
  const list = JSON.parse(stored.record) as unknown[];
  const details = new Map(list[7] as [string, unknown][]);
  const text = (name: string) => (details.get(name) as string | undefined) ?? null;
  const kind = (text("actor") ?? "system") as Actor["kind"];
  const columnIds = (details.get("columnIds") as string[] | undefined) ?? null;
  return {
    seq: stored.seq,
    at: stored.at,
    requestId: stored.requestId,
    actor: kind === "user" ? (text("email") ?? "") : kind === "link" ? `link ${stored.actorId}` : kind,
    actorKind: kind,
    actorId: stored.actorId,
    action: stored.action,
    sheetId: stored.sheetId,
    via: text("via"),
    assumedUser: text("assumedUser"),
    rules: (details.get("rules") as string[] | undefined) ?? [],
    decision: stored.decision,
    reason: text("reason"),
    columns: columnIds ? columnIds.length : null,
    columnIds,
    rows: (details.get("rows") as number | undefined) ?? null,
    target: text("target"),
    network: text("network"),
  };
}
