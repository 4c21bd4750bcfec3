import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { database, write } from "../client";
import { emailBindings } from "../schema/people";
import {
  groupReads,
  localGroupMembers,
  localGroups,
  personAttributes,
  smartsheetGroups,
} from "../schema/policy";
import { type AuditDraft, appendAuditIn, type ChainHash } from "./audit";

export interface RecordedChange {
  event: AuditDraft;
  chain: ChainHash;
}

export interface LocalGroup {
  id: string;
  name: string;
  updatedAt: string;
  createdBy: string;
  members: string[];
}

export async function listLocalGroups(): Promise<LocalGroup[]> {
  const groups = database().select().from(localGroups).orderBy(asc(localGroups.name)).all();
  const members = database().select().from(localGroupMembers).orderBy(asc(localGroupMembers.email)).all();
  const byGroup = new Map<string, string[]>();
  for (const { groupId, email } of members) byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), email]);
  return groups.map(({ id, name, updatedAt, createdBy }) => ({
    id,
    name,
    updatedAt,
    createdBy,
    members: byGroup.get(id) ?? [],
  }));
}

/** Makes the group or replaces its name and members, as one change. False when another group has the name. */
export async function saveLocalGroup(
  group: { id: string; name: string; members: readonly string[]; by: string; at: string },
  record: RecordedChange,
): Promise<boolean> {
  return write((tx) => {
    const named = tx.select().from(localGroups).where(eq(localGroups.name, group.name)).get();
    if (named && named.id !== group.id) return false;
    tx.insert(localGroups)
      .values({
        id: group.id,
        name: group.name,
        createdBy: group.by,
        createdAt: group.at,
        updatedAt: group.at,
      })
      .onConflictDoUpdate({ target: localGroups.id, set: { name: group.name, updatedAt: group.at } })
      .run();
    tx.delete(localGroupMembers).where(eq(localGroupMembers.groupId, group.id)).run();
    for (const email of new Set(group.members))
      tx.insert(localGroupMembers).values({ groupId: group.id, email }).run();
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}

/** Rules for the group then match nobody. False when it was not there. */
export async function deleteLocalGroup(id: string, record: RecordedChange): Promise<boolean> {
  return write((tx) => {
    tx.delete(localGroupMembers).where(eq(localGroupMembers.groupId, id)).run();
    if (tx.delete(localGroups).where(eq(localGroups.id, id)).run().changes !== 1) return false;
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}

/** The local groups one of this person's bound addresses is in. */
export async function localGroupsOf(userId: string): Promise<{ id: string; name: string }[]> {
  return database()
    .selectDistinct({ id: localGroups.id, name: localGroups.name })
    .from(localGroupMembers)
    .innerJoin(emailBindings, eq(emailBindings.email, localGroupMembers.email))
    .innerJoin(localGroups, eq(localGroups.id, localGroupMembers.groupId))
    .where(eq(emailBindings.userId, userId))
    .orderBy(asc(localGroups.id))
    .all();
}

export interface AttributeRow {
  email: string;
  name: string;
  value: string;
}

export async function listAttributes(): Promise<AttributeRow[]> {
  return database()
    .select()
    .from(personAttributes)
    .orderBy(asc(personAttributes.email), asc(personAttributes.name), asc(personAttributes.value))
    .all();
}

/** The whole table anew, as one change. */
export async function replaceAttributes(
  rows: readonly AttributeRow[],
  record: RecordedChange,
): Promise<void> {
  write((tx) => {
    tx.delete(personAttributes).run();
    for (const row of rows) tx.insert(personAttributes).values(row).onConflictDoNothing().run();
    appendAuditIn(tx, record.event, record.chain);
  });
}

/** What the table says of the addresses bound to this person. */
export async function attributesOf(userId: string): Promise<AttributeRow[]> {
  return database()
    .select({ email: personAttributes.email, name: personAttributes.name, value: personAttributes.value })
    .from(personAttributes)
    .innerJoin(emailBindings, eq(emailBindings.email, personAttributes.email))
    .where(eq(emailBindings.userId, userId))
    .orderBy(asc(personAttributes.name), asc(personAttributes.value))
    .all();
}

export interface KeptGroup {
  id: string;
  name: string;
  members: { id: string; email: string; name: string }[];
}

export interface GroupRead {
  connectionId: string;
  /** Null before the first read that worked. */
  readAt: string | null;
  triedAt: string;
  problem: string | null;
}

export async function listGroupReads(): Promise<GroupRead[]> {
  return database().select().from(groupReads).all();
}

export async function listKeptGroups(
  connectionIds: readonly string[],
): Promise<(KeptGroup & { connectionId: string })[]> {
  if (connectionIds.length === 0) return [];
  const rows = database()
    .select()
    .from(smartsheetGroups)
    .where(inArray(smartsheetGroups.connectionId, [...connectionIds]))
    .orderBy(asc(smartsheetGroups.name))
    .all();
  return rows.map(({ connectionId, id, name, members }) => ({
    connectionId,
    id,
    name,
    members: JSON.parse(members) as KeptGroup["members"],
  }));
}

/** What a read of the groups brought, or the code of what went wrong; the groups of the last good read stay then. */
export async function saveGroupRead(
  connectionId: string,
  at: string,
  found: { groups: readonly KeptGroup[] } | { problem: string },
): Promise<void> {
  write((tx) => {
    if ("problem" in found) {
      tx.insert(groupReads)
        .values({ connectionId, readAt: null, triedAt: at, problem: found.problem })
        .onConflictDoUpdate({ target: groupReads.connectionId, set: { triedAt: at, problem: found.problem } })
        .run();
      return;
    }
    const read = { readAt: at, triedAt: at, problem: null };
    tx.insert(groupReads)
      .values({ connectionId, ...read })
      .onConflictDoUpdate({ target: groupReads.connectionId, set: read })
      .run();
    tx.delete(smartsheetGroups).where(eq(smartsheetGroups.connectionId, connectionId)).run();
    for (const { id, name, members } of found.groups)
      tx.insert(smartsheetGroups)
        .values({ connectionId, id, name, members: JSON.stringify(members) })
        .run();
  });
}

/** A removed connection's groups say nothing any more. */
export async function forgetGroups(connectionId: string): Promise<void> {
  write((tx) => {
    tx.delete(smartsheetGroups)
      .where(and(eq(smartsheetGroups.connectionId, connectionId)))
      .run();
    tx.delete(groupReads).where(eq(groupReads.connectionId, connectionId)).run();
  });
}
