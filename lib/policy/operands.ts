import { numberOfText } from "./cells";
import { dayOfText } from "./times";
import type { Condition, Operand, Operator } from "./types";

/** How many operands an operator takes: from, to (both included). */
export const OPERAND_COUNT: Readonly<Record<Operator, readonly [number, number]>> = {
  EQUAL: [1, 1],
  NOT_EQUAL: [1, 1],
  CONTAINS: [1, 1],
  IS_ONE_OF: [1, 500],
  GREATER_THAN: [1, 1],
  LESS_THAN: [1, 1],
  BETWEEN: [2, 2],
  IS_BLANK: [0, 0],
  IS_NOT_BLANK: [0, 0],
  IS_CHECKED: [0, 0],
  IS_NOT_CHECKED: [0, 0],
  IS_NUMBER: [0, 0],
  IS_NOT_NUMBER: [0, 0],
  IS_DATE: [0, 0],
  IS_NOT_DATE: [0, 0],
  PAST: [0, 0],
  FUTURE: [0, 0],
  TODAY: [0, 0],
  LAST_N_DAYS: [1, 1],
  NEXT_N_DAYS: [1, 1],
};

/** `value` and `values` are two spellings of one list, as in Smartsheet's own filters. */
export function operandsOf(condition: Condition): readonly Operand[] {
  return condition.value === undefined ? (condition.values ?? []) : [condition.value];
}

/** What can be put in order: a number, or a day. Null for all else, text included. */
export function orderable(operand: Operand): number | string | null {
  if (typeof operand === "number") return operand;
  return typeof operand === "string" ? (numberOfText(operand) ?? dayOfText(operand)) : null;
}
