import { asciiLower } from "./addresses";
import { choicesOf, contactsOf, dayOf, foldText, hasContact, isBlank, numberOfText, textOf } from "./cells";
import { orderable } from "./operands";
import type { ColumnType, SourceCell, SourceColumn, SourceRow } from "./sheet";
import { dayOfText } from "./times";
import type { RowFilter, RowTest } from "./types";

export type RowPredicate = (row: SourceRow) => boolean;

/**
 * A filter made ready for a sheet's rows, or null where it can't be evaluated because it names a column that is
 * not among `columns` (F10). One lost column spoils the whole filter, even inside an `any`: half a condition is
 * another condition. On null a permit gives nothing and a forbid denies the sheet.
 *
 * An empty `all` is true, an empty `any` false, an empty `none` true.
 */
export function compileFilter(filter: RowFilter, columns: readonly SourceColumn[]): RowPredicate | null {
  const types = new Map<string, ColumnType>(columns.map((column) => [column.id, column.type]));
  return compileGroup(filter, types);
}

function compileGroup(group: RowFilter, types: ReadonlyMap<string, ColumnType>): RowPredicate | null {
  const parts: RowPredicate[] = [];
  for (const part of group.conditions) {
    const predicate = "match" in part ? compileGroup(part, types) : compileTest(part, types);
    if (predicate === null) return null;
    parts.push(predicate);
  }
  switch (group.match) {
    case "all":
      return (row) => parts.every((matches) => matches(row));
    case "any":
      return (row) => parts.some((matches) => matches(row));
    case "none":
      return (row) => !parts.some((matches) => matches(row));
    default:
      return null;
  }
}

function compileTest(test: RowTest, types: ReadonlyMap<string, ColumnType>): RowPredicate | null {
  const type = types.get(test.columnId);
  if (type === undefined) return null;
  const matches = cellTest(test);
  if (matches === null) return null;
  return (row) => matches(row.cells[test.columnId], type);
}

type CellTest = (cell: SourceCell | undefined, type: ColumnType) => boolean;

function cellTest(test: RowTest): CellTest | null {
  const operands = test.operands.map(prepare);
  const isEqual: CellTest = (cell, type) =>
    cell !== undefined && !isBlank(cell) && operands.some((operand) => equals(cell, type, operand));
  switch (test.operator) {
    case "EQUAL":
    case "IS_ONE_OF":
      return isEqual;
    case "NOT_EQUAL":
      return (cell, type) => !isEqual(cell, type);
    case "CONTAINS":
      return (cell, type) =>
        cell !== undefined && !isBlank(cell) && operands.some((operand) => contains(cell, type, operand));
    case "GREATER_THAN":
      return ordered(test, (cell, [bound]) => bound !== undefined && cell > bound);
    case "LESS_THAN":
      return ordered(test, (cell, [bound]) => bound !== undefined && cell < bound);
    case "BETWEEN":
    case "PAST":
    case "FUTURE":
    case "TODAY":
    case "LAST_N_DAYS":
    case "NEXT_N_DAYS":
      return ordered(
        test,
        (cell, [from, to]) => from !== undefined && to !== undefined && cell >= from && cell <= to,
      );
    case "IS_BLANK":
      return isBlank;
    case "IS_NOT_BLANK":
      return (cell) => !isBlank(cell);
    case "IS_CHECKED":
      return (cell) => cell?.value === true;
    case "IS_NOT_CHECKED":
      // A box nobody ever touched has no cell. Other content, such as a formula's error, is neither.
      return (cell) => cell?.value === false || isBlank(cell);
    case "IS_NUMBER":
      return (cell) => typeof cell?.value === "number";
    case "IS_NOT_NUMBER":
      return (cell) => typeof cell?.value !== "number";
    case "IS_DATE":
      return (cell, type) => cell !== undefined && dayOf(cell, type) !== null;
    case "IS_NOT_DATE":
      return (cell, type) => cell === undefined || dayOf(cell, type) === null;
    default:
      return null;
  }
}

interface Prepared {
  raw: string | number | boolean;
  text: string;
  number: number | null;
  day: string | null;
  email: string | null;
}

function prepare(raw: string | number | boolean): Prepared {
  const isText = typeof raw === "string";
  return {
    raw,
    text: foldText(String(raw)),
    number: typeof raw === "number" ? raw : isText ? numberOfText(raw) : null,
    day: isText ? dayOfText(raw) : null,
    email: isText && raw.includes("@") ? asciiLower(raw) : null,
  };
}

/** A number equals text only where one of the two is a number by type: the texts "007" and "7" stay apart. */
function equals(cell: SourceCell, type: ColumnType, operand: Prepared): boolean {
  const contacts = contactsOf(cell, type);
  if (contacts !== null) return operand.email !== null && hasContact(contacts, operand.email);
  const choices = choicesOf(cell, type);
  if (choices !== null) return choices.some((choice) => foldText(choice) === operand.text);
  const day = dayOf(cell, type);
  if (day !== null) return day === operand.day;
  if (typeof cell.value === "boolean") return cell.value === operand.raw;
  if (typeof cell.value === "number") return cell.value === operand.number;
  if (typeof operand.raw === "number") return numberOfText(textOf(cell)) === operand.raw;
  return typeof operand.raw === "string" && foldText(textOf(cell)) === operand.text;
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
