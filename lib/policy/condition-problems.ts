import { isSmartsheetId } from "./ids";
import { OPERAND_COUNT, operandsOf, orderable } from "./operands";
import type { Condition, ConditionGroup, Operand, Operator } from "./types";

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
  if (!isSmartsheetId(condition.columnId)) return { code: "bad_column", message: "Choose a column." };
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
  return orderProblem(operator, operands) ?? daysProblem(operator, operands);
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
      return operand !== "" && operand.length <= MAX_TEXT;
    case "number":
      return Number.isFinite(operand);
    case "boolean":
      return true;
    default:
      return operand !== null && ["email", "domain", "name"].includes(operand?.viewer);
  }
}

function orderProblem(operator: Operator, operands: readonly Operand[]): Problem | null {
  if (operator !== "GREATER_THAN" && operator !== "LESS_THAN" && operator !== "BETWEEN") return null;
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
  if (operator !== "LAST_N_DAYS" && operator !== "NEXT_N_DAYS") return null;
  const days = operands[0];
  if (typeof days === "number" && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) return null;
  return { code: "bad_days", message: `Enter a whole number of days from 1 to ${MAX_DAYS}.` };
}
