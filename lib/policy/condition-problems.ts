import { isSmartsheetId } from "./ids";
import { OPERAND_COUNT, operandsOf, orderable, standsForSeveral, TAKES_SEVERAL } from "./operands";
import { type Condition, type ConditionGroup, type Operand, type Operator, VIEWER_FACTS } from "./types";

export const MAX_DEPTH = 8;
export const MAX_CONDITIONS = 200;
export const MAX_DAYS = 10_000;
/** As long as a Smartsheet cell. */
export const MAX_TEXT = 4_000;

export interface ConditionProblem {
  /** Where: the places from the outermost group down, such as `conditions.0.conditions.2`; empty for the group itself. */
  path: string;
  code:
    | "unknown_match"
    | "unknown_operator"
    | "bad_column"
    | "wrong_count"
    | "bad_operand"
    | "not_comparable"
    | "wrong_order"
    | "bad_days"
    | "too_deep"
    | "too_many";
  /** One plain sentence for the form. */
  message: string;
}

/**
 * What is wrong with a rule's row conditions; empty where nothing is. Looks at the form only, not at the sheet.
 * The engine asks too: conditions with a problem can't be evaluated, whoever stored them.
 */
export function validateConditions(group: ConditionGroup | null): ConditionProblem[] {
  if (group === null) return [];
  const problems: ConditionProblem[] = [];
  let count = 0;

  const visit = (current: ConditionGroup, path: string, depth: number) => {
    if (depth > MAX_DEPTH) {
      problems.push({ path, code: "too_deep", message: `Nest groups at most ${MAX_DEPTH} deep.` });
      return;
    }
    if (!["all", "any", "none"].includes(current.match) || !Array.isArray(current.conditions)) {
      problems.push({ path, code: "unknown_match", message: "Choose all, any or none." });
      return;
    }
    current.conditions.forEach((part, place) => {
      const here = `${path === "" ? "" : `${path}.`}conditions.${place}`;
      if ("match" in part) {
        visit(part, here, depth + 1);
      } else {
        count += 1;
        const problem = problemOf(part);
        if (problem !== null) problems.push({ path: here, ...problem });
      }
    });
  };
  visit(group, "", 1);

  if (count > MAX_CONDITIONS) {
    problems.push({ path: "", code: "too_many", message: `Use at most ${MAX_CONDITIONS} conditions.` });
  }
  return problems;
}

type Problem = Omit<ConditionProblem, "path">;

function problemOf(condition: Condition): Problem | null {
  if (!namesOneColumn(condition)) return { code: "bad_column", message: "Choose a column." };
  const { operator } = condition;
  if (!Object.hasOwn(OPERAND_COUNT, operator)) {
    return { code: "unknown_operator", message: "Choose one of the listed comparisons." };
  }
  const operands = operandsOf(condition);
  const [least, most] = OPERAND_COUNT[operator];
  const isDoubled = condition.value !== undefined && condition.values !== undefined;
  if (!Array.isArray(operands) || isDoubled || operands.length < least || operands.length > most) {
    return { code: "wrong_count", message: countMessage(least, most) };
  }
  if (!operands.every(isOperand)) return { code: "bad_operand", message: "Enter a value to compare with." };
  if (operands.some(standsForSeveral) && !TAKES_SEVERAL.has(operator)) {
    return { code: "bad_operand", message: "This comparison takes no groups and no attributes." };
  }
  return orderProblem(operator, operands) ?? daysProblem(operator, operands);
}

/** By id or by title; a condition that names both would mean two columns one day. */
function namesOneColumn({ columnId, title }: Condition): boolean {
  if ((title ?? null) === null) return isSmartsheetId(columnId);
  return (columnId ?? null) === null && typeof title === "string" && isText(title.trim());
}

function countMessage(least: number, most: number): string {
  if (most === 0) return "This comparison takes no value.";
  if (least === most) return least === 1 ? "Enter one value." : `Enter ${least} values.`;
  return `Enter between ${least} and ${most} values.`;
}

/** Empty text is refused: every cell would contain it, and no cell equals it. */
function isOperand(operand: Operand): boolean {
  switch (typeof operand) {
    case "string":
      return isText(operand);
    case "number":
      return Number.isFinite(operand);
    case "boolean":
      return true;
    default:
      return operand !== null && typeof operand === "object" && isFact(operand);
  }
}

function isText(text: string): boolean {
  return text !== "" && text.length <= MAX_TEXT;
}

function isFact(operand: Extract<Operand, object>): boolean {
  if (!("attribute" in operand)) return VIEWER_FACTS.includes(operand.viewer);
  return !("viewer" in operand) && typeof operand.attribute === "string" && isText(operand.attribute);
}

const ORDERS: ReadonlySet<Operator> = new Set([
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "BETWEEN",
  "NOT_BETWEEN",
]);

const COUNTS_DAYS: ReadonlySet<Operator> = new Set([
  "LAST_N_DAYS",
  "NOT_LAST_N_DAYS",
  "NEXT_N_DAYS",
  "NOT_NEXT_N_DAYS",
]);

function orderProblem(operator: Operator, operands: readonly Operand[]): Problem | null {
  if (!ORDERS.has(operator)) return null;
  const [first, second] = operands.map(orderable);
  if (first === null || second === null || (second !== undefined && typeof first !== typeof second)) {
    return { code: "not_comparable", message: "Enter a number or a date." };
  }
  if (first !== undefined && second !== undefined && first > second) {
    return { code: "wrong_order", message: "Enter the smaller value first." };
  }
  return null;
}

function daysProblem(operator: Operator, operands: readonly Operand[]): Problem | null {
  if (!COUNTS_DAYS.has(operator)) return null;
  const days = operands[0];
  if (typeof days === "number" && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) return null;
  return { code: "bad_days", message: `Enter a whole number of days from 1 to ${MAX_DAYS}.` };
}
