import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { database, write } from "../client";
import { connections } from "../schema/access";
import { assetPaths, treeScans } from "../schema/policy";
import { type AuditDraft, appendAuditIn, type ChainHash } from "./audit";
import { forgetGroupsIn } from "./groups";

export type ConnectionRow = typeof connections.$inferSelect;

interface Recorded {
  event: AuditDraft;
  chain: ChainHash;
}

export async function insertConnection(
  connection: { id: string; name: string; apiUrl: string; token: string; createdBy: string; at: string },
  record: Recorded,
): Promise<void> {
  write((tx) => {
    const { at, ...values } = connection;
    tx.insert(connections)
      .values({ ...values, createdAt: at, tokenSetAt: at })
      .run();
    appendAuditIn(tx, record.event, record.chain);
  });
}

/** Not removed ones, oldest first: the first is the default of new rules. */
export async function listConnections(): Promise<ConnectionRow[]> {
  return database()
    .select()
    .from(connections)
    .where(isNull(connections.removedAt))
    .orderBy(connections.createdAt, connections.id)
    .all();
}

export async function findConnection(id: string): Promise<ConnectionRow | null> {
  return (
    database()
      .select()
      .from(connections)
      .where(and(eq(connections.id, id), isNull(connections.removedAt)))
      .get() ?? null
  );
}

export async function countAllConnections(): Promise<number> {
  return database().select({ id: connections.id }).from(connections).all().length;
}

/** Another token for the same connection; rules go on as they are. False when it was removed. */
export async function replaceConnectionToken(
  id: string,
  token: string,
  at: string,
  record: Recorded,
): Promise<boolean> {
  return write((tx) => {
    const changed = tx
      .update(connections)
      .set({ token, tokenSetAt: at, check: null })
      .where(and(eq(connections.id, id), isNull(connections.removedAt)))
      .run().changes;
    if (changed !== 1) return false;
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}

/** Freshness and limits of one connection, with their record. Seconds and calls a minute. False when it was removed. */
export async function saveConnectionSettings(
  id: string,
  settings: { freshSeconds: number; staleSeconds: number; pollsPerMinute: number },
  record: Recorded,
): Promise<boolean> {
  const { freshSeconds, staleSeconds, pollsPerMinute } = settings;
  return write((tx) => {
    const changed = tx
      .update(connections)
      .set({ freshSeconds, staleSeconds, pollsPerMinute })
      .where(and(eq(connections.id, id), isNull(connections.removedAt)))
      .run().changes;
    if (changed !== 1) return false;
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}

export async function saveConnectionCheck(id: string, check: string): Promise<void> {
  write((tx) => tx.update(connections).set({ check }).where(eq(connections.id, id)).run());
}

/** Removes a connection and forgets its token at once. */
export async function removeConnection(id: string, at: string, record: Recorded): Promise<boolean> {
  return write((tx) => {
    const changed = tx
      .update(connections)
      .set({ removedAt: at, token: "" })
      .where(and(eq(connections.id, id), isNull(connections.removedAt)))
      .run().changes;
    if (changed !== 1) return false;
    // What was learned through it is nobody's knowledge any more.
    forgetGroupsIn(tx, id);
    tx.delete(treeScans).where(eq(treeScans.connectionId, id)).run();
    tx.delete(assetPaths).where(eq(assetPaths.connectionId, id)).run();
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}
