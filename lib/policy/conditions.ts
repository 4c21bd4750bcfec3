import { domainOf, plainAddress } from "./addresses";
import { validateConditions } from "./condition-problems";
import type { ColumnId } from "./ids";
import { operandsOf } from "./operands";
import { addDays, FIRST_DAY, LAST_DAY } from "./times";
import { foldTitle } from "./titles";
import type { Condition, ConditionGroup, Operand, Person, RowFilter, RowTest } from "./types";

export { type ConditionProblem, MAX_CONDITIONS, MAX_DEPTH, validateConditions } from "./condition-problems";

/** Why a rule's rows can't be told: an operand about the person is missing, or the conditions are not valid. */
export type UnresolvedRows = "viewer_unknown" | "invalid_conditions";

/**
 * A rule's row conditions with the person's facts and the day filled in. `today` is `YYYY-MM-DD`.
 *
 * Days, both ends included: TODAY is today; PAST ends yesterday; FUTURE begins tomorrow; LAST_N_DAYS are the n
 * days before today and NEXT_N_DAYS the n days after it. None of the last four contains today, which has its own
 * operator: Smartsheet's API description doesn't say, so we take the reading under which a permit shows less.
 *
 * Errors: a string instead of the filter. The caller must let a permit lapse and a forbid hold then.
 */
export function resolveRows(
  rows: ConditionGroup | null,
  person: Person,
  today: string,
): { filter: RowFilter | null } | { unresolved: UnresolvedRows } {
  if (rows === null) return { filter: null };
  if (validateConditions(rows).length > 0) return { unresolved: "invalid_conditions" };
  const filter = resolveGroup(rows, person, today);
  return filter === null ? { unresolved: "viewer_unknown" } : { filter };
}

function resolveGroup(group: ConditionGroup, person: Person, today: string): RowFilter | null {
  const conditions: (RowTest | RowFilter)[] = [];
  for (const part of group.conditions) {
    const resolved =
      "match" in part ? resolveGroup(part, person, today) : resolveCondition(part, person, today);
    if (resolved === null) return null;
    conditions.push(resolved);
  }
  return { match: group.match, conditions };
}

function resolveCondition(condition: Condition, person: Person, today: string): RowTest | null {
  const { columnId, title, operator } = condition;
  const column = title === undefined || title === null ? { columnId } : { title: foldTitle(title) };
  const days = daysOf(condition, today);
  if (days !== null) return { ...column, operator, operands: days };
  const operands: (string | number | boolean)[] = [];
  for (const operand of operandsOf(condition)) {
    const values = fillIn(operand, person);
    if (values === null) return null;
    operands.push(...values);
  }
  return { ...column, operator, operands };
}

/** An odd address fills in nothing: compared without case, it could pass for somebody else's (T09). */
function fillIn(operand: Operand, person: Person): (string | number | boolean)[] | null {
  if (typeof operand !== "object") return [operand];
  if ("attribute" in operand) return attributeOf(person, operand.attribute);
  switch (operand.viewer) {
    case "email":
      return oneOrNone(plainAddress(person.email));
    case "domain":
      return oneOrNone(domainOf(person.email));
    case "name":
      return oneOrNone(person.name.trim() === "" ? null : person.name);
    case "group":
      return several(person.groupNames);
  }
}

function oneOrNone(value: string | null): string[] | null {
  return value === null ? null : [value];
}

/** An own property: an attribute called `constructor` is nobody's. */
function attributeOf({ attributes }: Person, name: string): string[] | null {
  return attributes && Object.hasOwn(attributes, name) ? several(attributes[name]) : null;
}

/** A list of nothing tells as little as no list: comparing with none of its values would be true of every row. */
function several(values: readonly string[] | null | undefined): string[] | null {
  const told = Array.isArray(values)
    ? values.filter((value) => typeof value === "string" && value.trim())
    : [];
  return told.length === 0 ? null : told;
}

function daysOf(condition: Condition, today: string): [string, string] | null {
  const count = Number(operandsOf(condition)[0]);
  switch (condition.operator) {
    case "TODAY":
    case "NOT_TODAY":
      return [dayFrom(today, 0), dayFrom(today, 0)];
    case "PAST":
    case "NOT_PAST":
      return [FIRST_DAY, dayFrom(today, -1)];
    case "FUTURE":
    case "NOT_FUTURE":
      return [dayFrom(today, 1), LAST_DAY];
    case "LAST_N_DAYS":
    case "NOT_LAST_N_DAYS":
      return [dayFrom(today, -count), dayFrom(today, -1)];
    case "NEXT_N_DAYS":
    case "NOT_NEXT_N_DAYS":
      return [dayFrom(today, 1), dayFrom(today, count)];
    default:
      return null;
  }
}

function dayFrom(today: string, days: number): string {
  const day = addDays(today, days);
  if (day === null) throw new Error("The fact `today` is not a day.");
  return day;
}

/** True for a filter that lets every row through by its form alone: an `all` or `none` of nothing. */
export function coversEveryRow(filter: RowFilter | null): boolean {
  if (filter === null) return true;
  const groups = filter.conditions.map((part) => "match" in part && coversEveryRow(part));
  switch (filter.match) {
    case "all":
      return groups.every(Boolean);
    case "any":
      return groups.some(Boolean);
    case "none":
      return groups.length === 0;
  }
}

/** Every column a filter looks at, by id or by folded title. */
export function filterColumns(filter: RowFilter | null): { ids: Set<ColumnId>; titles: Set<string> } {
  const found = { ids: new Set<ColumnId>(), titles: new Set<string>() };
  const collect = (part: RowTest | RowFilter) => {
    if ("match" in part) part.conditions.forEach(collect);
    else if (part.columnId !== undefined) found.ids.add(part.columnId);
    else if (part.title !== undefined) found.titles.add(part.title);
  };
  if (filter !== null) collect(filter);
  return found;
}
