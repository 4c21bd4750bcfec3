import "server-only";
import {
  attributesOf,
  listGroupReads,
  listKeptGroupNames,
  localGroupsOf,
  smartsheetGroupsWith,
} from "@/db/queries/groups";
import type { UserRow } from "@/db/queries/people";
import type { GroupId, LocalGroupId } from "@/lib/policy/ids";
import type { Person } from "@/lib/policy/types";

/** Older than this nobody knows whether a membership still holds. */
export const GROUPS_HOURS = 24;

type Memberships = Required<Pick<Person, "groups" | "localGroups" | "groupNames" | "attributes">>;

/**
 * A person's groups and attributes as they stand now. Smartsheet groups come with a sign-in, or through a connection's
 * list of members; of two sources the newer counts. Where both are too old they are not known: a permit for a group
 * lapses then and a forbid holds. Members are told by their Smartsheet user id, or by an address bound to it (I03).
 */
export async function membershipsOf(user: UserRow, now: Date): Promise<Memberships> {
  const local = await localGroupsOf(user.id);
  const smartsheet = await smartsheetGroupsOf(user, now);
  const attributes = new Map<string, string[]>();
  for (const { name, value } of await attributesOf(user.id))
    attributes.set(name, [...(attributes.get(name) ?? []), value]);
  return {
    groups: smartsheet === null ? null : smartsheet.map(({ id }) => id as GroupId),
    localGroups: local.map(({ id }) => id as LocalGroupId),
    groupNames: smartsheet === null ? null : namesOf([...smartsheet, ...local]),
    // Own properties even for names such as `__proto__`.
    attributes: Object.fromEntries(attributes),
  };
}

/** Null where one name is not known: a condition on what is in none of the groups would then let too much through. */
function namesOf(groups: readonly { name: string | null }[]): string[] | null {
  const names = groups.map(({ name }) => name);
  return names.includes(null) ? null : [...new Set(names as string[])];
}

async function smartsheetGroupsOf(
  user: UserRow,
  now: Date,
): Promise<{ id: string; name: string | null }[] | null> {
  const isFresh = (at: string | null): at is string =>
    at !== null && now.getTime() - Date.parse(at) < GROUPS_HOURS * 3_600_000;
  const readAt = new Map<string, string>();
  for (const read of await listGroupReads())
    if (isFresh(read.readAt)) readAt.set(read.connectionId, read.readAt);
  const kept = await listKeptGroupNames([...readAt.keys()]);
  const names = new Map(kept.map(({ id, name }) => [id, name]));
  const signedIn =
    user.groups !== null && isFresh(user.groupsAt) ? (JSON.parse(user.groups) as string[]) : null;
  if (signedIn === null && readAt.size === 0) return null;

  const ids = new Set(signedIn ?? []);
  const told = new Set(
    (await smartsheetGroupsWith(user.id)).map((one) => `${one.connectionId} ${one.groupId}`),
  );
  for (const { connectionId, id } of kept) {
    // What a newer sign-in says of a group stands.
    if (signedIn !== null && (user.groupsAt ?? "") >= (readAt.get(connectionId) ?? "")) continue;
    if (told.has(`${connectionId} ${id}`)) ids.add(id);
    else ids.delete(id);
  }
  return [...ids].sort().map((id) => ({ id, name: names.get(id) ?? null }));
}
