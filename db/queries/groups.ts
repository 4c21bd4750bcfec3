import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { database, type Transaction, write } from "../client";
import { emailBindings } from "../schema/people";
import {
  groupReads,
  localGroupMembers,
  localGroups,
  personAttributes,
  smartsheetGroupMembers,
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

/** With members: for pages and checks. A request asks `smartsheetGroupsWith` instead. */
export async function listKeptGroups(
  connectionIds: readonly string[],
): Promise<(KeptGroup & { connectionId: string })[]> {
  if (connectionIds.length === 0) return [];
  const wanted = [...connectionIds];
  const members = new Map<string, KeptGroup["members"]>();
  for (const { connectionId, groupId, userId, email, name } of database()
    .select()
    .from(smartsheetGroupMembers)
    .where(inArray(smartsheetGroupMembers.connectionId, wanted))
    .all()) {
    const key = `${connectionId} ${groupId}`;
    const known = members.get(key);
    if (known) known.push({ id: userId, email, name });
    else members.set(key, [{ id: userId, email, name }]);
  }
  return (await listKeptGroupNames(wanted)).map((group) => ({
    ...group,
    members: members.get(`${group.connectionId} ${group.id}`) ?? [],
  }));
}

/** The groups themselves, by name. */
export async function listKeptGroupNames(
  connectionIds: readonly string[],
): Promise<{ connectionId: string; id: string; name: string }[]> {
  if (connectionIds.length === 0) return [];
  return database()
    .select()
    .from(smartsheetGroups)
    .where(inArray(smartsheetGroups.connectionId, [...connectionIds]))
    .orderBy(asc(smartsheetGroups.name))
    .all();
}

/** The groups this person is a member of, by user id (I03), as the connections last told. */
export async function smartsheetGroupsWith(
  userId: string,
): Promise<{ connectionId: string; groupId: string }[]> {
  const { connectionId, groupId } = smartsheetGroupMembers;
  return database()
    .select({ connectionId, groupId })
    .from(smartsheetGroupMembers)
    .where(eq(smartsheetGroupMembers.userId, userId))
    .all();
}

/** What a read of the groups brought, or the code of what went wrong; the groups of the last good read stay then. */
export async function saveGroupRead(
  connectionId: string,
  at: string,
  found: { groups: readonly KeptGroup[] } | { problem: string },
): Promise<void> {
  write((tx) => {
    if ("problem" in found) {
      const set = { triedAt: at, problem: found.problem };
      tx.insert(groupReads)
        .values({ connectionId, readAt: null, ...set })
        .onConflictDoUpdate({ target: groupReads.connectionId, set })
        .run();
      return;
    }
    forgetGroupsIn(tx, connectionId);
    tx.insert(groupReads).values({ connectionId, readAt: at, triedAt: at, problem: null }).run();
    for (const { id, name, members } of found.groups) {
      tx.insert(smartsheetGroups).values({ connectionId, id, name }).run();
      for (const member of members)
        tx.insert(smartsheetGroupMembers)
          .values({ connectionId, groupId: id, userId: member.id, email: member.email, name: member.name })
          .onConflictDoNothing()
          .run();
    }
  });
}

/** What a connection told of groups says nothing any more, once it is gone or told anew. */
export function forgetGroupsIn(tx: Transaction, connectionId: string): void {
  tx.delete(smartsheetGroupMembers).where(eq(smartsheetGroupMembers.connectionId, connectionId)).run();
  tx.delete(smartsheetGroups).where(eq(smartsheetGroups.connectionId, connectionId)).run();
  tx.delete(groupReads).where(eq(groupReads.connectionId, connectionId)).run();
}
