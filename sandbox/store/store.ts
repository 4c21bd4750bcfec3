import { createHash } from "node:crypto";
import type { AccessLevel, Scenario } from "../scenarios/types";
import { idFor } from "./ids";
import { Sheet } from "./sheet";
import type { Contact, Group, Id, Person, Plan, Share } from "./types";

/** Live state of one sandbox, made from a scenario. Holds no HTTP and no tokens. */
export class Store {
  plans: Plan[] = [];
  people: Person[] = [];
  groups: Group[] = [];
  sheets: Sheet[] = [];

  constructor(private readonly scenario: Scenario) {
    this.reset();
  }

  reset(): void {
    const { scenario } = this;
    this.plans = scenario.plans.map((plan) => ({ ...plan, id: idFor(`plan/${plan.key}`) }));
    this.people = scenario.people.map(({ plan, ...seed }) => ({
      ...seed,
      planKey: plan,
      id: idFor(`person/${seed.email}`),
      name: `${seed.firstName} ${seed.lastName}`,
      admin: seed.admin ?? false,
      active: seed.active ?? true,
      rawToken: rawToken(seed.email, seed.firstName, seed.admin ?? false),
      lastLogin: Date.parse("2026-11-23T08:30:00Z"),
    }));
    this.groups = scenario.groups.map((seed) => ({
      id: idFor(`group/${seed.name}`),
      name: seed.name,
      description: seed.description,
      owner: this.mustFind(seed.owner),
      members: seed.members.map((email) => this.mustFind(email)),
      createdAt: Date.parse("2025-02-03T09:00:00Z"),
    }));
    this.sheets = scenario.sheets.map((seed) => {
      const shares = seed.shares.map(
        (share): Share => ({
          accessLevel: share.accessLevel,
          ...(share.email ? { person: this.mustFind(share.email) } : {}),
          ...(share.group ? { group: this.mustFindGroup(share.group) } : {}),
        }),
      );
      return new Sheet(seed, this.mustFind(seed.owner), shares, (email) => this.contact(email));
    });
  }

  person(email: string): Person | undefined {
    const wanted = email.toLowerCase();
    return this.people.find((person) => person.email === wanted);
  }

  plan(key: string): Plan | undefined {
    return this.plans.find((plan) => plan.key === key);
  }

  sheet(id: Id): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  groupsOf(person: Person): Group[] {
    return this.groups.filter((group) => group.members.includes(person));
  }

  contact(email: string): Contact {
    const known = this.person(email);
    return known ? { email: known.email, name: known.name } : { email };
  }

  /** The best level a person holds by ownership, share or group; null where the sheet is not shared with them. */
  accessLevel(person: Person, sheet: Sheet): AccessLevel | null {
    if (sheet.owner === person) return "OWNER";
    const held = sheet.shares
      .filter((share) => share.person === person || share.group?.members.includes(person))
      .map((share) => LEVELS.indexOf(share.accessLevel));
    return LEVELS[Math.max(-1, ...held)] ?? null;
  }

  private mustFind(email: string): Person {
    const person = this.person(email);
    if (!person) throw new Error(`scenario names an unknown person: ${email}`);
    return person;
  }

  private mustFindGroup(name: string): Group {
    const group = this.groups.find((candidate) => candidate.name === name);
    if (!group) throw new Error(`scenario names an unknown group: ${name}`);
    return group;
  }
}

const LEVELS: AccessLevel[] = ["VIEWER", "COMMENTER", "EDITOR", "EDITOR_SHARE", "ADMIN", "OWNER"];

export function mayEdit(level: AccessLevel): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf("EDITOR");
}

function rawToken(email: string, firstName: string, admin: boolean): string {
  const tail = createHash("sha256").update(`raw/${email}`).digest("hex").slice(0, 20);
  return `sandbox-${admin ? "admin" : "user"}-${firstName.toLowerCase()}-${tail}`;
}
