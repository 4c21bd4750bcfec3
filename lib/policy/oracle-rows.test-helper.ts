import type { SourceCell, SourceRow, SourceSheet } from "./sheet";
import type { AccessRequest, Condition, ConditionGroup, Facts, Operand, Rule } from "./types";

/** The columns a rule's part names: one id, or every column of a title. None: it is lost. */
export function namedColumns(one: { columnId?: string; title?: string }, { columns }: SourceSheet): string[] {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  return columns
    .filter(({ id, title }) => (one.title === undefined ? id === one.columnId : same(title, one.title)))
    .map(({ id }) => id);
}

/**
 * Whether a rule's conditions match a row. A title of two columns may mean either at every place it stands: a permit
 * needs all those meanings to match, a forbid one.
 */
export function fits(
  { effect, rows }: Rule,
  row: SourceRow,
  request: AccessRequest,
  facts: Facts,
  sheet: SourceSheet,
): boolean {
  if (rows === null) return true;
  const results = meanings(rows, sheet).map((group) => holds(group, row, request, facts));
  return effect === "permit" ? !results.includes(false) : results.includes(true);
}

type Plain = { match: ConditionGroup["match"]; conditions: (Condition | Plain)[] };

/** Every way to put one column in the place of each title. */
function meanings(group: ConditionGroup, sheet: SourceSheet): Plain[] {
  let found: Plain[] = [{ match: group.match, conditions: [] }];
  for (const part of group.conditions) {
    const ways: (Condition | Plain)[] =
      "match" in part
        ? meanings(part, sheet)
        : namedColumns(part, sheet).map((id) => ({ ...part, title: undefined, columnId: id as never }));
    found = found.flatMap((one) => ways.map((way) => ({ ...one, conditions: [...one.conditions, way] })));
  }
  return found;
}

function holds(group: Plain, row: SourceRow, request: AccessRequest, facts: Facts): boolean {
  const results = group.conditions.map((part) =>
    "match" in part
      ? holds(part, row, request, facts)
      : test(part, row.cells[part.columnId ?? ""], request, facts),
  );
  if (group.match === "all") return !results.includes(false);
  return group.match === "any" ? results.includes(true) : !results.includes(true);
}

type Value = string | number | boolean;

function test(
  condition: Condition,
  cell: SourceCell | undefined,
  request: AccessRequest,
  facts: Facts,
): boolean {
  const { operator } = condition;
  const denied = POSITIVE[operator];
  if (denied !== undefined) return !test({ ...condition, operator: denied }, cell, request, facts);
  const operands = (condition.values ?? (condition.value === undefined ? [] : [condition.value])).flatMap(
    (operand) => known(operand, request),
  );
  const members = membersOf(cell);
  const [value] = members;
  const [first, second] = operands;
  const has = (one: Value | undefined) => members.some((member) => same(member, one));
  const isDay = (one: unknown) => typeof one === "string" && /^\d{4}-\d{2}-\d{2}$/.test(one);
  const isOrdered = (one: unknown) =>
    (typeof one === "number" && typeof value === "number") || (isDay(one) && isDay(value));
  const order = (one: Value | undefined) =>
    one === undefined || value === undefined || !isOrdered(one)
      ? Number.NaN
      : value > one
        ? 1
        : value < one
          ? -1
          : 0;
  const daysAhead = isDay(value)
    ? (Date.parse(String(value)) - Date.parse(facts.today)) / 86_400_000
    : Number.NaN;
  switch (operator) {
    case "EQUAL":
    case "IS_ONE_OF":
    case "HAS_ANY_OF":
      return operands.some(has);
    case "HAS_ALL_OF":
      return operands.every(has);
    case "MULTI_IS_EQUAL":
      return (
        members.length > 0 &&
        operands.every(has) &&
        members.every((one) => operands.some((two) => same(one, two)))
      );
    case "CONTAINS": {
      const isList = cell?.objectValue?.type === "MULTI_PICKLIST";
      const texts = [
        ...members,
        ...(cell?.objectValue?.type === "CONTACT" ? [cell.objectValue.name ?? ""] : []),
      ];
      const wanted = String(first).toLowerCase();
      return texts.some((text) => {
        const folded = String(text).toLowerCase();
        return isList ? folded === wanted : folded.includes(wanted);
      });
    }
    case "GREATER_THAN":
      return order(first) === 1;
    case "GREATER_THAN_OR_EQUAL":
      return order(first) >= 0;
    case "LESS_THAN":
      return order(first) === -1;
    case "LESS_THAN_OR_EQUAL":
      return order(first) <= 0;
    case "BETWEEN":
      return order(first) >= 0 && order(second) <= 0;
    case "IS_BLANK":
      return members.length === 0;
    case "IS_CHECKED":
      return value === true;
    case "IS_NOT_CHECKED":
      return value === undefined || value === false;
    case "IS_NUMBER":
      return typeof value === "number";
    case "IS_DATE":
      return isDay(value);
    case "TODAY":
      return daysAhead === 0;
    case "PAST":
      return daysAhead < 0;
    case "FUTURE":
      return daysAhead > 0;
    case "LAST_N_DAYS":
      return daysAhead < 0 && daysAhead >= -Number(first);
    case "NEXT_N_DAYS":
      return daysAhead > 0 && daysAhead <= Number(first);
    default:
      throw new Error(`The oracle doesn't know ${operator}.`);
  }
}

/** What each negative operator denies. */
const POSITIVE: Partial<Record<Condition["operator"], Condition["operator"]>> = {
  NOT_EQUAL: "EQUAL",
  IS_NOT_ONE_OF: "IS_ONE_OF",
  HAS_NONE_OF: "HAS_ANY_OF",
  NOT_ALL_OF: "HAS_ALL_OF",
  MULTI_IS_NOT_EQUAL: "MULTI_IS_EQUAL",
  DOES_NOT_CONTAIN: "CONTAINS",
  NOT_BETWEEN: "BETWEEN",
  NOT_TODAY: "TODAY",
  NOT_PAST: "PAST",
  NOT_FUTURE: "FUTURE",
  NOT_LAST_N_DAYS: "LAST_N_DAYS",
  NOT_NEXT_N_DAYS: "NEXT_N_DAYS",
  IS_NOT_BLANK: "IS_BLANK",
  IS_NOT_NUMBER: "IS_NUMBER",
  IS_NOT_DATE: "IS_DATE",
};

function membersOf(cell: SourceCell | undefined): Value[] {
  const typed = cell?.objectValue;
  if (typed?.type === "MULTI_PICKLIST") return typed.values;
  if (typed?.type === "CONTACT") return [typed.email ?? ""];
  return cell?.value === undefined ? [] : [cell.value];
}

function same(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && typeof a === typeof b && String(a).toLowerCase() === String(b).toLowerCase();
}

function known(operand: Operand, { person }: AccessRequest): Value[] {
  if (typeof operand !== "object") return [operand];
  if ("attribute" in operand) return person.attributes?.[operand.attribute] ?? [];
  if (operand.viewer === "group") return person.groupNames ?? [];
  return [operand.viewer === "name" ? person.name : person.email];
}
