import "server-only";
import { findUser, type UserRow } from "@/db/queries/people";
import { membershipsOf } from "@/lib/groups/memberships";
import type { UserId } from "@/lib/policy/ids";
import type { Person } from "@/lib/policy/types";

/** The facts about a person the decision works with, as they stand now; null for somebody who never signed in. */
export async function findPerson(userId: string, now: Date): Promise<Person | null> {
  const user = await findUser(userId);
  return user ? personOf(user, now) : null;
}

export async function personOf(user: UserRow, now: Date): Promise<Person> {
  return {
    userId: user.id as UserId,
    email: user.email,
    name: user.name,
    enabled: user.isEnabled,
    ...(await membershipsOf(user, now)),
  };
}
