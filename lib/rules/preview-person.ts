import "server-only";
import { listLocalGroups } from "@/db/queries/groups";
import { findBindings, listKnownUsers } from "@/db/queries/people";
import { findPerson } from "@/lib/auth/person";
import { domainOf } from "@/lib/policy/addresses";
import type { GroupId, LocalGroupId, UserId } from "@/lib/policy/ids";
import type { Person } from "@/lib/policy/types";
import type { RuleBody, RulePreview } from "./schema";

/** Whom a preview's numbers are for: the person, or somebody the rule would cover. */
export async function whomItIsFor(
  body: RuleBody,
  at: Date,
): Promise<{ person: Person; people: RulePreview["people"] }> {
  const known = await listKnownUsers();
  const made = (email: string, name: string): Person => ({
    userId: "1" as UserId,
    email,
    name,
    enabled: true,
    groups: null,
  });
  const { principal } = body;
  switch (principal.type) {
    case "user": {
      const bound = (await findBindings([principal.email])).get(principal.email);
      const person = bound ? await findPerson(bound, at) : null;
      if (person) return { person, people: { known: 1, label: person.name } };
      return {
        person: made(principal.email, principal.email),
        people: { known: 1, label: `${principal.email}, who has not signed in yet` },
      };
    }
    case "domain": {
      const people = known.filter((user) => domainOf(user.email) === principal.domain);
      const label = `everyone at ${principal.domain}; ${people.length} signed in so far`;
      return {
        person: made(
          people[0]?.email ?? `somebody@${principal.domain}`,
          people[0]?.name ?? `Somebody at ${principal.domain}`,
        ),
        people: { known: people.length, label },
      };
    }
    case "group":
      return {
        person: { ...made("somebody@example.com", "A member"), groups: [principal.id as GroupId] },
        people: {
          known: known.filter((user) => user.groups?.includes(`"${principal.id}"`)).length,
          label: "members of the group",
        },
      };
    case "localGroup": {
      const group = (await listLocalGroups()).find(({ id }) => id === principal.id);
      const bound = await findBindings(group?.members ?? []);
      const [first] = bound.values();
      const person = first === undefined ? null : await findPerson(first, at);
      const count = group?.members.length ?? 0;
      return {
        person: person ?? {
          ...made("somebody@example.com", "A member"),
          localGroups: [principal.id as LocalGroupId],
        },
        people: { known: bound.size, label: `${group?.name ?? "a group"}, ${count} in it` },
      };
    }
    case "link":
      return { person: made("somebody@example.com", "A link"), people: { known: 0, label: "share links" } };
    case "everyone":
      return {
        person: made(known[0]?.email ?? "somebody@example.com", known[0]?.name ?? "Somebody"),
        people: { known: known.length, label: `everyone who may sign in; ${known.length} so far` },
      };
  }
}
