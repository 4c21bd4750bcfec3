import "server-only";
import { listConnections } from "@/db/queries/connections";
import { listKeptGroups, listLocalGroups } from "@/db/queries/groups";
import { findBindings, listKnownUsers } from "@/db/queries/people";
import { personOf } from "@/lib/auth/person";
import type { GroupId, LocalGroupId, UserId } from "@/lib/policy/ids";
import type { AnyRule, Person } from "@/lib/policy/types";

/** Stands for somebody who has not signed in; no Smartsheet id looks like it. */
const unboundId = (email: string) => `unbound ${email}` as UserId;

/**
 * Everybody a change of these rules may touch: who has signed in, and whom the rules or their groups name and who has
 * not yet. The latter are told by their address here, as their rule will be bound to whoever signs in with it.
 */
export async function radiusPeople(touched: readonly AnyRule[], at: Date): Promise<Person[]> {
  const known = await listKnownUsers();
  const people = new Map<string, Person>();
  for (const user of known) people.set(user.id, await personOf(user, at));

  const add = (userId: UserId, email: string, name: string, groups: Partial<Person>) => {
    const before = people.get(userId);
    people.set(userId, {
      ...(before ?? {
        userId,
        email,
        name,
        enabled: true,
        groups: [],
        localGroups: [],
        groupNames: [],
        attributes: {},
      }),
      ...(before ? {} : groups),
    });
  };
  for (const rule of touched) {
    if (!("principal" in rule)) continue;
    const { principal } = rule;
    if (principal.type === "user" && principal.userId === null)
      add(unboundId(principal.email), principal.email, principal.email, {});
    if (principal.type === "localGroup") await addLocalMembers(principal.id, add);
    if (principal.type === "group") await addMembers(principal.id, add);
  }
  return [...people.values()].filter(({ enabled }) => enabled);
}

type Add = (userId: UserId, email: string, name: string, groups: Partial<Person>) => void;

async function addLocalMembers(id: LocalGroupId, add: Add): Promise<void> {
  const group = (await listLocalGroups()).find((one) => one.id === id);
  const bound = await findBindings(group?.members ?? []);
  for (const email of group?.members ?? [])
    if (!bound.has(email)) add(unboundId(email), email, email, { localGroups: [id] });
}

async function addMembers(id: GroupId, add: Add): Promise<void> {
  const connections = (await listConnections()).map((connection) => connection.id);
  for (const group of await listKeptGroups(connections))
    if (group.id === id)
      for (const member of group.members)
        add(member.id as UserId, member.email, member.name, { groups: [id] });
}

/** A rule for an address nobody signed in with, as though its person had just done so. */
export function boundForNow<R extends AnyRule>(rule: R): R {
  if (!("principal" in rule) || rule.principal.type !== "user" || rule.principal.userId !== null) return rule;
  return { ...rule, principal: { ...rule.principal, userId: unboundId(rule.principal.email) } };
}
