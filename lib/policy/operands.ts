import { numberOfText } from "./cells";
import { dayOfText } from "./times";
import type { Condition, Operand, Operator } from "./types";

/** How many operands an operator takes: from, to (both included). */
export const OPERAND_COUNT: Readonly<Record<Operator, readonly [number, number]>> = {
  EQUAL: [1, 1],
  NOT_EQUAL: [1, 1],
  CONTAINS: [1, 1],
  DOES_NOT_CONTAIN: [1, 1],
  IS_ONE_OF: [1, 500],
  IS_NOT_ONE_OF: [1, 500],
  GREATER_THAN: [1, 1],
  GREATER_THAN_OR_EQUAL: [1, 1],
  LESS_THAN: [1, 1],
  LESS_THAN_OR_EQUAL: [1, 1],
  BETWEEN: [2, 2],
  NOT_BETWEEN: [2, 2],
  IS_BLANK: [0, 0],
  IS_NOT_BLANK: [0, 0],
  IS_CHECKED: [0, 0],
  IS_NOT_CHECKED: [0, 0],
  IS_NUMBER: [0, 0],
  IS_NOT_NUMBER: [0, 0],
  IS_DATE: [0, 0],
  IS_NOT_DATE: [0, 0],
  PAST: [0, 0],
  NOT_PAST: [0, 0],
  FUTURE: [0, 0],
  NOT_FUTURE: [0, 0],
  TODAY: [0, 0],
  NOT_TODAY: [0, 0],
  LAST_N_DAYS: [1, 1],
  NOT_LAST_N_DAYS: [1, 1],
  NEXT_N_DAYS: [1, 1],
  NOT_NEXT_N_DAYS: [1, 1],
  HAS_ANY_OF: [1, 500],
  HAS_ALL_OF: [1, 500],
  HAS_NONE_OF: [1, 500],
  NOT_ALL_OF: [1, 500],
  MULTI_IS_EQUAL: [1, 500],
  MULTI_IS_NOT_EQUAL: [1, 500],
};

/** Where an operand that stands for several values has a plain meaning: one of them (HAS_ALL_OF: each of them). */
export const TAKES_SEVERAL: ReadonlySet<Operator> = new Set([
  "EQUAL",
  "NOT_EQUAL",
  "IS_ONE_OF",
  "IS_NOT_ONE_OF",
  "HAS_ANY_OF",
  "HAS_ALL_OF",
  "HAS_NONE_OF",
]);

/** The groups' names, or an attribute of the person. */
export function standsForSeveral(operand: Operand): boolean {
  return typeof operand === "object" && ("attribute" in operand || operand.viewer === "group");
}

/** `value` and `values` are two spellings of one list, as in Smartsheet's own filters. */
export function operandsOf(condition: Condition): readonly Operand[] {
  return condition.value === undefined ? (condition.values ?? []) : [condition.value];
}

/** What can be put in order: a number, or a day. Null for all else, text included. */
export function orderable(operand: Operand): number | string | null {
  if (typeof operand === "number") return operand;
  return typeof operand === "string" ? (numberOfText(operand) ?? dayOfText(operand)) : null;
}
