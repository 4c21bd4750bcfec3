import { createHash } from "node:crypto";
import type { PersonSeed } from "../scenarios/types";
import { type Ids, seedId } from "./ids";
import type { Id, Person } from "./types";

/** A person of a scenario or one a call adds, made live. */
export function growPerson(seed: PersonSeed, ids: Ids, id?: Id): Person {
  const { email, firstName, lastName, plan, admin = false } = seed;
  return {
    id: id ?? seedId(seed) ?? ids.for(`person/${email}`),
    email: email.toLowerCase(),
    firstName,
    lastName,
    name: fullName(firstName, lastName),
    planKey: plan,
    title: seed.title,
    department: seed.department,
    admin,
    groupAdmin: seed.groupAdmin ?? admin,
    licensed: seed.licensed ?? true,
    resourceViewer: seed.resourceViewer ?? false,
    seatType: seed.seatType ?? "MEMBER",
    seatTypeLastChangedAt: Date.parse("2025-02-03T09:00:00Z"),
    active: seed.active ?? true,
    invited: false,
    alternateEmails: [...(seed.alternateEmails ?? [])],
    unconfirmedEmails: new Set(),
    contactId: seed.contactId ?? `AAAX${Buffer.from(email).toString("base64url")}`,
    rawToken: rawToken(email, firstName, admin),
    lastLogin: Date.parse("2026-11-23T08:30:00Z"),
  };
}

export function fullName(firstName: string, lastName: string): string {
  return `${firstName} ${lastName}`.trim();
}

function rawToken(email: string, firstName: string, admin: boolean): string {
  const tail = createHash("sha256").update(`raw/${email}`).digest("hex").slice(0, 20);
  return `sandbox-${admin ? "admin" : "user"}-${firstName.toLowerCase()}-${tail}`;
}
