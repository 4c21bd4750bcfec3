import { bare, count, dayOf, daysFrom, isWithin, measure, objectType } from "./comparable";
import type { Sheet } from "./sheet";
import type { Cell, Column, Id, Person, Row } from "./types";

/** What the operators that look at a whole row ask of it. */
export interface RowFacts {
  attachments: boolean;
  comments: boolean;
  locked: boolean;
  critical: boolean;
}

interface Criterion {
  operator: string;
  values: unknown[];
}

/** Everything an operator may look at. `today` is `YYYY-MM-DD` in UTC. */
interface Asked {
  cell: Cell;
  column: Column;
  values: unknown[];
  today: string;
  person: Person;
  row: RowFacts;
}

const PLAIN_ROW: RowFacts = { attachments: false, comments: false, locked: false, critical: false };

const OPERATORS: Record<string, (asked: Asked) => boolean> = {
  EQUAL: isEqual,
  NOT_EQUAL: (asked) => !isEqual(asked),
  IS_ONE_OF: isOneOf,
  CONTAINS: contains,
  GREATER_THAN: (asked) => compared(asked, 0, (order) => order > 0),
  LESS_THAN: (asked) => compared(asked, 0, (order) => order < 0),
  BETWEEN: (asked) => compared(asked, 0, (order) => order >= 0) && compared(asked, 1, (order) => order <= 0),
  IS_BLANK: ({ cell }) => isBlank(cell),
  IS_NOT_BLANK: ({ cell }) => !isBlank(cell),
  IS_NUMBER: ({ cell }) => typeof cell.value === "number",
  IS_NOT_NUMBER: ({ cell }) => typeof cell.value !== "number",
  IS_DATE: ({ cell }) => dayOf(cell.value) !== null,
  IS_NOT_DATE: ({ cell }) => dayOf(cell.value) === null,
  // A box nobody ever touched is not checked either.
  IS_CHECKED: ({ cell }) => cell.value === true,
  IS_NOT_CHECKED: ({ cell }) => cell.value !== true,
  TODAY: ({ cell, today }) => dayOf(cell.value) === today,
  PAST: ({ cell, today }) => isWithin(dayOf(cell.value), "", daysFrom(today, -1)),
  FUTURE: ({ cell, today }) => isWithin(dayOf(cell.value), daysFrom(today, 1), "9999-12-31"),
  // Both count today in: our reading, the description is silent on it.
  LAST_N_DAYS: ({ cell, today, values }) =>
    isWithin(dayOf(cell.value), daysFrom(today, -count(values)), today),
  NEXT_N_DAYS: ({ cell, today, values }) =>
    isWithin(dayOf(cell.value), today, daysFrom(today, count(values))),
  HAS_ATTACHMENTS: ({ row }) => row.attachments,
  NO_ATTACHMENTS: ({ row }) => !row.attachments,
  HAS_COMMENTS: ({ row }) => row.comments,
  NO_COMMENTS: ({ row }) => !row.comments,
  IS_LOCKED: ({ row }) => row.locked,
  NOT_LOCKED: ({ row }) => !row.locked,
  ON_CRITICAL_PATH: ({ row }) => row.critical,
  NOT_ON_CRITICAL_PATH: ({ row }) => !row.critical,
};

/** The 28 operators of the API description's `Criteria`. */
export const OPERATOR_NAMES: readonly string[] = Object.keys(OPERATORS);

/**
 * Whether a cell meets one criterion of a filter, a report or a conditional format. Texts are compared without regard
 * to case; `now` (epoch milliseconds) says what today is, in UTC. The value `Current User` of a contact column stands
 * for `person`, as `{objectType: "CURRENT_USER"}` does anywhere. `row` is needed for attachments, comments, locks and the critical path only. An operator that is not
 * among the 28 meets nothing.
 */
export function matches(
  cell: Cell | undefined,
  column: Column,
  criterion: Criterion,
  now: number,
  person: Person,
  row: RowFacts = PLAIN_ROW,
): boolean {
  const { operator, values } = criterion;
  if (!Object.hasOwn(OPERATORS, operator)) return false;
  const today = new Date(now).toISOString().slice(0, 10);
  return OPERATORS[operator]?.({ cell: cell ?? {}, column, values, today, person, row }) ?? false;
}

/** Looks at a sheet's attachments and discussions once, then tells the facts of any of its rows. */
export function rowFacts(sheet: Sheet): (row: Row) => RowFacts {
  const attached = new Set<Id>();
  for (const { parent } of sheet.attachments) if (parent.type === "ROW") attached.add(parent.rowId);
  const talked = new Set<Id>();
  for (const { parent, comments } of sheet.discussions)
    if (parent.type === "ROW" && comments.length > 0) talked.add(parent.rowId);
  return (row) => ({
    attachments: attached.has(row.id),
    comments: talked.has(row.id),
    locked: row.locked ?? false,
    // The sandbox computes no critical path: no row is on it.
    critical: false,
  });
}

function isEqual(asked: Asked): boolean {
  const [wanted] = asked.values;
  if (wanted === undefined) return isBlank(asked.cell);
  return wholeTexts(asked.cell).includes(textOf(wanted, asked)) || equalNumbers(asked.cell.value, wanted);
}

/** Of a cell with several options or contacts, one that fits is enough. */
function isOneOf(asked: Asked): boolean {
  const texts = [...wholeTexts(asked.cell), ...partTexts(asked.cell)];
  return asked.values.some(
    (wanted) => texts.includes(textOf(wanted, asked)) || equalNumbers(asked.cell.value, wanted),
  );
}

function contains(asked: Asked): boolean {
  const texts = [...wholeTexts(asked.cell), ...partTexts(asked.cell)];
  return asked.values.some((wanted) => texts.some((text) => text.includes(textOf(wanted, asked))));
}

/** Numbers with numbers, dates with dates, durations with durations; anything else has no order. */
function compared(asked: Asked, place: number, fits: (order: number) => boolean): boolean {
  const wanted = asked.values[place];
  const { value } = asked.cell;
  if (wanted === undefined || value === undefined) return false;
  const [mine, other] = [measure(value, asked.column), measure(wanted, asked.column)];
  if (mine === null || other === null || typeof mine !== typeof other) return false;
  return fits(mine < other ? -1 : mine > other ? 1 : 0);
}

function wholeTexts({ value, contacts }: Cell): string[] {
  const texts = value === undefined ? [] : [dayOf(value) ?? String(value)];
  const [only] = contacts?.length === 1 ? contacts : [];
  return [...texts, ...[only?.name, only?.email].filter((text) => text !== undefined)].map(fold);
}

function partTexts({ picks = [], contacts = [] }: Cell): string[] {
  const named = contacts.flatMap(({ name, email }) => [name, email]).filter((text) => text !== undefined);
  return [...picks, ...named].map(fold);
}

function textOf(wanted: unknown, { column, person }: Asked): string {
  if (objectType(wanted) === "CURRENT_USER") return person.email;
  const text = fold(String(bare(wanted)));
  const isContact = column.type === "CONTACT_LIST" || column.type === "MULTI_CONTACT_LIST";
  return isContact && text === "current user" ? person.email : text;
}

function equalNumbers(value: unknown, wanted: unknown): boolean {
  const text = String(bare(wanted)).trim();
  return typeof value === "number" && text !== "" && Number(text) === value;
}

function fold(text: string): string {
  return text.toLowerCase();
}

function isBlank({ value }: Cell): boolean {
  return value === undefined || value === "";
}
