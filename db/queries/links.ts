import "server-only";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { database, write } from "../client";
import { links, linkUnlocks } from "../schema/access";
import { users } from "../schema/people";
import { type AuditDraft, appendAuditIn, type ChainHash } from "./audit";

export type LinkRow = typeof links.$inferSelect;
export interface LinkWithMaker {
  link: LinkRow;
  maker: { id: string; name: string; email: string; isEnabled: boolean };
}

interface Recorded {
  event: AuditDraft;
  chain: ChainHash;
}

/** A link with its password, end and limit in one transaction, beside its record (I22). */
export async function insertLink(
  link: Pick<
    LinkRow,
    "id" | "tokenHash" | "makerId" | "sheetId" | "title" | "limit" | "passwordHash" | "endsAt" | "createdAt"
  >,
  record: Recorded,
): Promise<void> {
  write((tx) => {
    tx.insert(links).values(link).run();
    appendAuditIn(tx, record.event, record.chain);
  });
}

const withMaker = {
  link: links,
  maker: { id: users.id, name: users.name, email: users.email, isEnabled: users.isEnabled },
};

export async function findLinkByHash(tokenHash: string): Promise<LinkWithMaker | null> {
  return (
    database()
      .select(withMaker)
      .from(links)
      .innerJoin(users, eq(users.id, links.makerId))
      .where(eq(links.tokenHash, tokenHash))
      .get() ?? null
  );
}

export async function findLink(id: string): Promise<LinkWithMaker | null> {
  return (
    database()
      .select(withMaker)
      .from(links)
      .innerJoin(users, eq(users.id, links.makerId))
      .where(eq(links.id, id))
      .get() ?? null
  );
}

/** Newest first; one maker's, or everybody's. */
export async function listLinks(makerId?: string): Promise<LinkWithMaker[]> {
  return database()
    .select(withMaker)
    .from(links)
    .innerJoin(users, eq(users.id, links.makerId))
    .where(makerId === undefined ? undefined : eq(links.makerId, makerId))
    .orderBy(desc(links.createdAt))
    .all();
}

/** True when this call revoked it. */
export async function revokeLink(id: string, by: string, at: string, record: Recorded): Promise<boolean> {
  return write((tx) => {
    const changed = tx
      .update(links)
      .set({ revokedAt: at, revokedBy: by })
      .where(and(eq(links.id, id), isNull(links.revokedAt)))
      .run().changes;
    if (changed !== 1) return false;
    tx.delete(linkUnlocks).where(eq(linkUnlocks.linkId, id)).run();
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}

export async function noteLinkOpened(id: string, at: string): Promise<void> {
  write((tx) =>
    tx
      .update(links)
      .set({ lastOpenedAt: at, openedCount: sql`${links.openedCount} + 1` })
      .where(eq(links.id, id))
      .run(),
  );
}

export async function insertUnlock(
  tokenHash: string,
  linkId: string,
  now: string,
  expiresAt: string,
): Promise<void> {
  write((tx) => {
    tx.delete(linkUnlocks).where(lt(linkUnlocks.expiresAt, now)).run();
    tx.insert(linkUnlocks).values({ tokenHash, linkId, expiresAt }).run();
  });
}

export async function isUnlocked(tokenHash: string, linkId: string, now: string): Promise<boolean> {
  const row = database()
    .select({ id: linkUnlocks.linkId })
    .from(linkUnlocks)
    .where(
      and(
        eq(linkUnlocks.tokenHash, tokenHash),
        eq(linkUnlocks.linkId, linkId),
        gt(linkUnlocks.expiresAt, now),
      ),
    )
    .get();
  return row !== undefined;
}
