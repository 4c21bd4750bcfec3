import { recordEvent } from "../../api/events/record";
import type { Person } from "../../store/types";
import type { Beat, Step } from "../beat";

/** Of a plan's people, the share that always stays, and the share that may be System Admins at most. */
const STAYING = 0.6;
const ADMINS = 1 / 3;

/** Somebody leaves: their account is deactivated, what they own and share stays as it is. */
export const leave: Step = (beat) => {
  const { random } = beat;
  const able = ordinary(beat).filter(({ planKey }) => mayShrink(beat, planKey));
  if (able.length === 0) return null;
  const person = random.pick(able);
  const admin = adminOf(beat, person);
  if (!admin) return null;
  person.active = false;
  person.deactivatedAt = beat.sandbox.clock();
  tell(beat, admin, person);
  return `${admin.name} deactivated ${person.name}, who left the company`;
};

/** An owner of sheets becomes a System Admin, whom nobody can assume any more. */
export const promote: Step = (beat) => {
  const { store } = beat.sandbox;
  const owned = (person: Person) => store.sheets.find((sheet) => sheet.owner === person);
  const able = ordinary(beat).filter((person) => owned(person) && mayRise(beat, person.planKey));
  if (able.length === 0) return null;
  const person = beat.random.pick(able);
  const admin = adminOf(beat, person);
  if (!admin) return null;
  person.admin = true;
  tell(beat, admin, person);
  return `${admin.name} made ${person.name}, who owns ${owned(person)?.name}, a System Admin`;
};

function ordinary({ sandbox, spared }: Beat): Person[] {
  return sandbox.store.people.filter(({ active, admin, email }) => active && !admin && !spared.has(email));
}

function mayShrink({ sandbox }: Beat, planKey: string): boolean {
  const members = sandbox.store.people.filter((person) => person.planKey === planKey);
  return members.filter(({ active }) => active).length - 1 >= members.length * STAYING;
}

function mayRise({ sandbox }: Beat, planKey: string): boolean {
  const members = sandbox.store.people.filter((person) => person.planKey === planKey);
  return members.filter(({ admin }) => admin).length + 1 <= members.length * ADMINS;
}

function adminOf({ sandbox }: Beat, { planKey }: Person): Person | undefined {
  return sandbox.store.people.find((person) => person.admin && person.active && person.planKey === planKey);
}

function tell({ sandbox }: Beat, by: Person, { id }: Person): void {
  recordEvent(sandbox, { objectType: "USER", action: "UPDATE_USER", objectId: id, by });
}
