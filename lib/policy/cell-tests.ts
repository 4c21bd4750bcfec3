import { equalsAny, type Prepared, prepare, wantedOf } from "./cell-values";
import { choicesOf, contactsOf, dayOf, foldText, isBlank, textOf } from "./cells";
import { orderable } from "./operands";
import type { ColumnType, SourceCell } from "./sheet";
import type { RowTest } from "./types";

export type CellTest = (cell: SourceCell | undefined, type: ColumnType) => boolean;

/**
 * An operator with its filled-in operands, ready for cells; null for an operator we don't know. A blank equals nothing,
 * so whatever says "not" is true of one.
 */
export function cellTest(test: RowTest): CellTest | null {
  const operands = test.operands.map(prepare);
  switch (test.operator) {
    case "EQUAL":
    case "IS_ONE_OF":
    case "HAS_ANY_OF":
      return hasAny(operands);
    case "NOT_EQUAL":
    case "IS_NOT_ONE_OF":
    case "HAS_NONE_OF":
      return not(hasAny(operands));
    case "HAS_ALL_OF":
      return hasAll(operands);
    case "NOT_ALL_OF":
      return not(hasAll(operands));
    case "MULTI_IS_EQUAL":
      return hasJust(operands);
    case "MULTI_IS_NOT_EQUAL":
      return not(hasJust(operands));
    case "CONTAINS":
      return containsAny(operands);
    case "DOES_NOT_CONTAIN":
      return not(containsAny(operands));
    case "GREATER_THAN":
      return ordered(test, (cell, [bound]) => bound !== undefined && cell > bound);
    case "GREATER_THAN_OR_EQUAL":
      return ordered(test, (cell, [bound]) => bound !== undefined && cell >= bound);
    case "LESS_THAN":
      return ordered(test, (cell, [bound]) => bound !== undefined && cell < bound);
    case "LESS_THAN_OR_EQUAL":
      return ordered(test, (cell, [bound]) => bound !== undefined && cell <= bound);
    case "BETWEEN":
    case "PAST":
    case "FUTURE":
    case "TODAY":
    case "LAST_N_DAYS":
    case "NEXT_N_DAYS":
      return between(test);
    case "NOT_BETWEEN":
    case "NOT_PAST":
    case "NOT_FUTURE":
    case "NOT_TODAY":
    case "NOT_LAST_N_DAYS":
    case "NOT_NEXT_N_DAYS":
      return not(between(test));
    case "IS_BLANK":
      return isBlank;
    case "IS_NOT_BLANK":
      return not(isBlank);
    case "IS_CHECKED":
      return (cell) => cell?.value === true;
    case "IS_NOT_CHECKED":
      // A box nobody ever touched has no cell. Other content, such as a formula's error, is neither.
      return (cell) => cell?.value === false || isBlank(cell);
    case "IS_NUMBER":
      return isNumber;
    case "IS_NOT_NUMBER":
      return not(isNumber);
    case "IS_DATE":
      return isDate;
    case "IS_NOT_DATE":
      return not(isDate);
    default:
      return null;
  }
}

const not =
  (test: CellTest): CellTest =>
  (cell, type) =>
    !test(cell, type);

const isNumber: CellTest = (cell) => typeof cell?.value === "number";
const isDate: CellTest = (cell, type) => cell !== undefined && dayOf(cell, type) !== null;

function hasAny(operands: readonly Prepared[]): CellTest {
  const wanted = wantedOf(operands);
  return (cell, type) => cell !== undefined && !isBlank(cell) && equalsAny(cell, type, wanted);
}

function hasAll(operands: readonly Prepared[]): CellTest {
  const each = operands.map((operand) => wantedOf([operand]));
  return (cell, type) =>
    cell !== undefined && !isBlank(cell) && each.every((wanted) => equalsAny(cell, type, wanted));
}

function containsAny(operands: readonly Prepared[]): CellTest {
  return (cell, type) =>
    cell !== undefined && !isBlank(cell) && operands.some((operand) => contains(cell, type, operand));
}

/** These values and no other. Read untyped, a multi-select cell may be one option with commas in it, or several. */
function hasJust(operands: readonly Prepared[]): CellTest {
  const any = wantedOf(operands);
  const each = operands.map((operand) => wantedOf([operand]));
  const covers = (members: readonly SourceCell[], type: ColumnType) =>
    members.every((member) => equalsAny(member, type, any)) &&
    each.every((wanted) => members.some((member) => equalsAny(member, type, wanted)));
  return (cell, type) =>
    cell !== undefined && !isBlank(cell) && readingsOf(cell, type).some((members) => covers(members, type));
}

/** The cell's values, each as a cell of its own; more than one list where it can be read in more than one way. */
function readingsOf(cell: SourceCell, type: ColumnType): SourceCell[][] {
  const contacts = contactsOf(cell, type);
  if (contacts !== null)
    return [contacts.map((one) => ({ objectValue: { type: "MULTI_CONTACT", values: [one] } }))];
  const choices = choicesOf(cell, type);
  if (choices === null) return [[cell]];
  const asCells = (values: readonly string[]): SourceCell[] =>
    values.map((value) => ({ objectValue: { type: "MULTI_PICKLIST", values: [value] } }));
  if (cell.objectValue?.type === "MULTI_PICKLIST") return [asCells(choices)];
  return [asCells(choices.slice(0, 1)), asCells(choices.slice(1))];
}

/** Part of the text; of contacts part of a name or an address; of a multi-select one of its options, whole. */
function contains(cell: SourceCell, type: ColumnType, operand: Prepared): boolean {
  const choices = choicesOf(cell, type);
  if (choices !== null) return choices.some((choice) => foldText(choice) === operand.text);
  const contacts = contactsOf(cell, type);
  if (contacts === null) return foldText(textOf(cell)).includes(operand.text);
  return contacts.some(({ email = "", name = "" }) =>
    [email, name].some((text) => foldText(text).includes(operand.text)),
  );
}

function between(test: RowTest): CellTest {
  return ordered(
    test,
    (cell, [from, to]) => from !== undefined && to !== undefined && cell >= from && cell <= to,
  );
}

/** Numbers with numbers and days with days; text has no order here, so it never matches. */
function ordered(
  test: RowTest,
  compare: (cell: number | string, bounds: (number | string)[]) => boolean,
): CellTest {
  const bounds: (number | string)[] = [];
  for (const operand of test.operands) {
    const bound = orderable(operand);
    if (bound !== null) bounds.push(bound);
  }
  const kind = typeof bounds[0];
  return (cell, type) => {
    if (cell === undefined || bounds.length !== test.operands.length) return false;
    const found = typeof cell.value === "number" ? cell.value : dayOf(cell, type);
    return found !== null && typeof found === kind && compare(found, bounds);
  };
}
