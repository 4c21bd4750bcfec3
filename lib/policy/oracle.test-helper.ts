import type { SourceCell, SourceRow, SourceSheet } from "./sheet";
import type { AccessRequest, Condition, ConditionGroup, Facts, Operand, Rule } from "./types";

/**
 * The rules of CONTRACT §4 once more, cell by cell and without a thought for speed, to hold the engine against.
 * Shares nothing with it but types. Knows only what the random cases use.
 */
export interface Seen {
  /** `row/column` of every cell with content that shows. */
  cells: Set<string>;
  rows: Set<string>;
  columns: Set<string>;
}

export function whatIsSeen(
  request: AccessRequest,
  rules: readonly Rule[],
  facts: Facts,
  sheet: SourceSheet,
): Seen {
  const seen: Seen = { cells: new Set(), rows: new Set(), columns: new Set() };
  const { person } = request;
  if (facts.switches.appPaused || !person.enabled) return seen;

  const ids = sheet.columns.map((column) => column.id as string);
  const about = rules.filter((rule) => isAbout(rule, request, facts));
  const forbids = about.filter((rule) => rule.effect === "forbid");
  const lost = (rule: Rule) => columnsIn(rule.rows).some((id) => !ids.includes(id));
  const isBroken = (rule: Rule) =>
    lost(rule) || (rule.columns.mode === "only" && rule.columns.ids.some((id) => !ids.includes(id)));
  if (forbids.some(isBroken)) return seen;
  const permits = about.filter(
    (rule) =>
      rule.effect === "permit" &&
      !facts.switches.delegationPaused &&
      (request.action === "read" || rule.actions.includes(request.action)) &&
      !lost(rule),
  );

  for (const column of ids) {
    const isGranted = facts.own === "yes" || permits.some((rule) => hasColumn(rule, column));
    const isTaken = forbids.some((rule) => hasColumn(rule, column) && isForm(rule.rows));
    if (isGranted && !isTaken) seen.columns.add(column);
  }
  for (const row of sheet.rows) {
    const has = (rule: Rule, column: string) =>
      hasColumn(rule, column) && (rule.rows === null || fits(rule.rows, row, request, facts));
    for (const column of ids) {
      if (facts.own !== "yes" && !permits.some((rule) => has(rule, column))) continue;
      if (forbids.some((rule) => has(rule, column))) continue;
      seen.rows.add(row.id);
      if (row.cells[column] !== undefined) seen.cells.add(`${row.id}/${column}`);
    }
  }
  // A sheet without a single column to show is not there at all.
  return seen.columns.size === 0 ? { cells: new Set(), rows: new Set(), columns: new Set() } : seen;
}

function isAbout(rule: Rule, { person, sheetId }: AccessRequest, facts: Facts): boolean {
  if (rule.resource.id !== sheetId) return false;
  const now = new Date(facts.now);
  if (rule.startsAt !== null && now < new Date(rule.startsAt)) return false;
  if (rule.endsAt !== null && now >= new Date(rule.endsAt)) return false;
  const who = rule.principal;
  if (who.type === "everyone") return true;
  if (who.type === "user") return who.userId !== null && who.userId === person.userId;
  if (who.type === "domain") return person.email.toLowerCase().endsWith(`@${who.domain}`);
  return person.groups === null ? rule.effect === "forbid" : person.groups.includes(who.id);
}

function hasColumn({ effect, columns }: Rule, id: string): boolean {
  if (columns.mode === "all") return true;
  const isNamed = columns.ids.some((one) => one === id);
  if (columns.mode === "only") return isNamed;
  return !isNamed && (effect === "forbid" || columns.known.some((one) => one === id));
}

/** True for conditions that are no conditions. */
function isForm(rows: ConditionGroup | null): boolean {
  if (rows === null) return true;
  const parts = rows.conditions.map((part) => "match" in part && isForm(part));
  if (rows.match === "all") return !parts.includes(false);
  return rows.match === "any" ? parts.includes(true) : parts.length === 0;
}

function columnsIn(rows: ConditionGroup | null): string[] {
  if (rows === null) return [];
  return rows.conditions.flatMap((part) => ("match" in part ? columnsIn(part) : [part.columnId]));
}

function fits(group: ConditionGroup, row: SourceRow, request: AccessRequest, facts: Facts): boolean {
  const results = group.conditions.map((part) =>
    "match" in part ? fits(part, row, request, facts) : test(part, row.cells[part.columnId], request, facts),
  );
  if (group.match === "all") return !results.includes(false);
  return group.match === "any" ? results.includes(true) : !results.includes(true);
}

function test(
  condition: Condition,
  cell: SourceCell | undefined,
  request: AccessRequest,
  facts: Facts,
): boolean {
  const operands = condition.values ?? (condition.value === undefined ? [] : [condition.value]);
  const [first, second] = operands.map((operand) => known(operand, request));
  const contact = cell?.objectValue?.type === "CONTACT" ? cell.objectValue : null;
  const value = contact ? contact.email : cell?.value;
  const same = (one: string | number | boolean | undefined) =>
    value !== undefined &&
    typeof value === typeof one &&
    String(value).toLowerCase() === String(one).toLowerCase();
  const isDay = (one: unknown) => typeof one === "string" && /^\d{4}-\d{2}-\d{2}$/.test(one);
  const compares = (a: unknown, b: unknown) =>
    (typeof a === "number" && typeof b === "number") || (isDay(a) && isDay(b));
  switch (condition.operator) {
    case "EQUAL":
      return same(first);
    case "NOT_EQUAL":
      return !same(first);
    case "IS_ONE_OF":
      return operands.some((operand) => same(known(operand, request)));
    case "CONTAINS":
      return [value, contact?.name].some(
        (text) => text !== undefined && String(text).toLowerCase().includes(String(first).toLowerCase()),
      );
    case "GREATER_THAN":
      return value !== undefined && first !== undefined && compares(value, first) && value > first;
    case "LESS_THAN":
      return value !== undefined && first !== undefined && compares(value, first) && value < first;
    case "BETWEEN":
      return (
        value !== undefined &&
        first !== undefined &&
        second !== undefined &&
        compares(value, first) &&
        value >= first &&
        value <= second
      );
    case "IS_BLANK":
      return value === undefined;
    case "IS_NOT_BLANK":
      return value !== undefined;
    case "IS_CHECKED":
      return value === true;
    case "IS_NOT_CHECKED":
      return value === undefined || value === false;
    case "IS_NUMBER":
      return typeof value === "number";
    case "TODAY":
      return value === facts.today;
    case "PAST":
      return isDay(value) && String(value) < facts.today;
    case "FUTURE":
      return isDay(value) && String(value) > facts.today;
    default:
      throw new Error(`The oracle doesn't know ${condition.operator}.`);
  }
}

function known(operand: Operand, { person }: AccessRequest): string | number | boolean {
  if (typeof operand !== "object") return operand;
  return operand.viewer === "name" ? person.name : person.email;
}
