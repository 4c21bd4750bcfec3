import "server-only";
import { findUser } from "@/db/queries/people";
import type { GroupId, UserId } from "@/lib/policy/ids";
import type { Person } from "@/lib/policy/types";

/** Groups come with a sign-in; older than this nobody knows whether they still hold. */
const GROUPS_HOURS = 24;

/** The facts about a person the decision works with, as they stand now; null for somebody who never signed in. */
export async function findPerson(userId: string, now: Date): Promise<Person | null> {
  const user = await findUser(userId);
  if (!user) return null;
  const isKnown =
    user.groups !== null &&
    user.groupsAt !== null &&
    now.getTime() - Date.parse(user.groupsAt) < GROUPS_HOURS * 3_600_000;
  return {
    userId: user.id as UserId,
    email: user.email,
    name: user.name,
    enabled: user.isEnabled,
    groups: isKnown ? (JSON.parse(user.groups ?? "[]") as GroupId[]) : null,
  };
}
