import type { Sandbox } from "../sandbox";
import type { Random } from "../scenarios/random";
import type { AccessLevel } from "../scenarios/types";
import type { Sheet } from "../store/sheet";
import { atLeast } from "../store/store";
import type { Column, Person } from "../store/types";

/** One moment at work. */
export interface Beat {
  sandbox: Sandbox;
  random: Random;
  /** Addresses of those who neither leave nor rise. */
  spared: ReadonlySet<string>;
}

/** Does one thing and says so in a sentence; null where there is nothing of its kind to do. */
export type Step = (beat: Beat) => string | null;

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 60;

/** What people keep their work in: sheets with a state or notes, and not those so large that every change costs seconds. */
export function workSheets({ sandbox }: Beat): Sheet[] {
  return sandbox.store.sheets.filter((sheet) => {
    if (sheet.rowCount === 0 || sheet.rowCount > MOST_ROWS || sheet.columns.length > MOST_COLUMNS)
      return false;
    return statusColumn(sheet) !== undefined || sheet.columns.some(({ title }) => NOTES.test(title));
  });
}

export const STATUS = /^(status|state|stage|review)$/i;
export const NOTES = /^(notes?|remarks?|impression)$/i;

export function statusColumn(sheet: Sheet): Column | undefined {
  return sheet.columns.find(
    (column) => STATUS.test(column.title) && column.type === "PICKLIST" && isOpen(column),
  );
}

/** A column that people write into. */
export function isOpen({ locked, hidden, formula, systemColumnType }: Column): boolean {
  return !locked && !hidden && !formula && !systemColumnType;
}

/** Somebody at work whose level on the sheet reaches this one. */
export function pickPerson({ sandbox, random }: Beat, sheet: Sheet, least: AccessLevel): Person | null {
  const able = sandbox.store.people.filter((person) => {
    const level = person.active ? sandbox.store.accessLevel(person, sheet) : null;
    return level !== null && atLeast(level, least);
  });
  return able.length > 0 ? random.pick(able) : null;
}

/** Active people of the sheet's plan, who can be given work. */
export function colleagues({ sandbox }: Beat, sheet: Sheet): Person[] {
  return sandbox.store.people.filter(({ active, planKey }) => active && planKey === sheet.owner.planKey);
}
