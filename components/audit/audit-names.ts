import type { AuditEvent } from "@/lib/audit/event";

export interface AuditNames {
  sheetNames: Readonly<Record<string, string>>;
  people: readonly { id: string; name: string; email: string }[];
  /** Names of people rules read as who never signed in, by address. */
  assumedNames?: Readonly<Record<string, string>>;
}

/** Looks up what events mention by id or address. */
export interface NameLookup {
  person(userId: string): string | undefined;
  address(email: string): string | undefined;
  sheet(sheetId: string): string | undefined;
}

export function nameLookup({ sheetNames, people, assumedNames = {} }: AuditNames): NameLookup {
  const byId = new Map(people.map(({ id, name }) => [id, name]));
  const byEmail = new Map(people.map(({ email, name }) => [email.toLowerCase(), name]));
  return {
    person: (userId) => byId.get(userId),
    address: (email) =>
      byEmail.get(email.toLowerCase()) ??
      (Object.hasOwn(assumedNames, email) ? assumedNames[email] : undefined),
    sheet: (sheetId) => (Object.hasOwn(sheetNames, sheetId) ? sheetNames[sheetId] : undefined),
  };
}

/** Who did it, in words. A name of today may differ from the one of then; the address beside it is the record's own. */
export function whoText(event: AuditEvent, names: NameLookup): string {
  switch (event.actorKind) {
    case "user":
      return (event.actorId === null ? undefined : names.person(event.actorId)) ?? event.actor;
    case "link":
      return `Somebody with link ${event.actorId ?? ""}`.trim();
    case "anonymous":
      return "Somebody not signed in";
    case "system":
      return "Sheetpass";
    default:
      return event.actorKind satisfies never;
  }
}

/** Whose access was used, by name where known. */
export function assumedNames(event: AuditEvent, names: NameLookup): string[] {
  const addresses = event.assumedUser?.split(",").map((address) => address.trim()) ?? [];
  return addresses.filter(Boolean).map((address) => names.address(address) ?? address);
}
