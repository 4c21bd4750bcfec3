import { matches, type RowFacts } from "./criteria";
import type { Cell, Column, Person } from "./types";

type Rest = [now: number, person: Person, row?: RowFacts];
type Meets = (operator: string, values: unknown[]) => boolean;

const OTHER_WORDS: Record<string, string> = { IS_UNCHECKED: "IS_NOT_CHECKED", HAS_ANY_OF: "IS_ONE_OF" };

const OPPOSITES: Record<string, string> = {
  IS_NOT_ONE_OF: "IS_ONE_OF",
  HAS_NONE_OF: "IS_ONE_OF",
  DOES_NOT_CONTAIN: "CONTAINS",
  NOT_BETWEEN: "BETWEEN",
  NOT_TODAY: "TODAY",
  NOT_PAST: "PAST",
  NOT_FUTURE: "FUTURE",
  NOT_LAST_N_DAYS: "LAST_N_DAYS",
  NOT_NEXT_N_DAYS: "NEXT_N_DAYS",
};

const MADE_OF: Record<string, (meets: Meets, values: unknown[], cell: Cell | undefined) => boolean> = {
  LESS_THAN_OR_EQUAL: (meets, values) => meets("LESS_THAN", values) || meets("EQUAL", values),
  GREATER_THAN_OR_EQUAL: (meets, values) => meets("GREATER_THAN", values) || meets("EQUAL", values),
  HAS_ALL_OF: hasAll,
  NOT_ALL_OF: (meets, values) => !hasAll(meets, values),
  MULTI_IS_EQUAL: isExactly,
  MULTI_IS_NOT_EQUAL: (...asked) => !isExactly(...asked),
};

/** Operators the definitions of reports have besides those of filters; see `ReportFilterConditionOperator` of the SDK. */
export const REPORT_OPERATOR_NAMES: readonly string[] = [
  ...Object.keys(OTHER_WORDS),
  ...Object.keys(OPPOSITES),
  ...Object.keys(MADE_OF),
];

/** The same as `matches`, with the operators of reports as well as those of filters. */
export function matchesInReport(
  cell: Cell | undefined,
  column: Column,
  { operator, values }: { operator: string; values: unknown[] },
  ...rest: Rest
): boolean {
  const meets: Meets = (name, wanted) => matches(cell, column, { operator: name, values: wanted }, ...rest);
  const opposite = Object.hasOwn(OPPOSITES, operator) ? OPPOSITES[operator] : undefined;
  if (opposite) return !meets(opposite, values);
  const made = Object.hasOwn(MADE_OF, operator) ? MADE_OF[operator] : undefined;
  if (made) return made(meets, values, cell);
  return meets(Object.hasOwn(OTHER_WORDS, operator) ? (OTHER_WORDS[operator] ?? operator) : operator, values);
}

function hasAll(meets: Meets, values: unknown[]): boolean {
  return values.length > 0 && values.every((value) => meets("IS_ONE_OF", [value]));
}

/** All of the values and nothing else. */
function isExactly(meets: Meets, values: unknown[], cell: Cell | undefined): boolean {
  const parts = cell?.picks?.length ?? cell?.contacts?.length ?? (cell?.value === undefined ? 0 : 1);
  return hasAll(meets, values) && parts === values.length;
}
