import { ApiError } from "../../../http/errors";
import type { Cell } from "../../../store/types";

export const MALFORMED = "#UNPARSEABLE";

/**
 * A cell with a formula. The sandbox works nothing out: a lone number, text or boolean is its own value, a formula that
 * is clearly malformed shows `#UNPARSEABLE`, and any other is kept without a value rather than with a made-up one.
 * Errors: 400/1162 without the equal sign.
 */
export function formulaCell(formula: string): Pick<Cell, "formula" | "value"> {
  requireEqualSign(formula);
  const value = literal(formula.slice(1).trim());
  return value === undefined ? { formula } : { formula, value };
}

export function requireEqualSign(formula: string): void {
  if (!formula.startsWith("="))
    throw new ApiError(400, 1162, "A formula must always start with an equal sign (=).");
}

function literal(expression: string): Cell["value"] | undefined {
  if (/^-?\d+(\.\d+)?$/.test(expression)) return Number(expression);
  if (/^(true|false)$/i.test(expression)) return expression.toLowerCase() === "true";
  const text = /^"([^"]*)"$/.exec(expression)?.[1];
  if (text !== undefined) return text;
  return isBalanced(expression) ? undefined : MALFORMED;
}

const CLOSING: Record<string, string> = { "(": ")", "[": "]" };

function isBalanced(expression: string): boolean {
  const open: string[] = [];
  let isText = false;
  for (const sign of expression) {
    if (sign === '"') isText = !isText;
    if (isText) continue;
    const closing = CLOSING[sign];
    if (closing) open.push(closing);
    else if ((sign === ")" || sign === "]") && open.pop() !== sign) return false;
  }
  return expression !== "" && !isText && open.length === 0;
}
