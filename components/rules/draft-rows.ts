import { validateConditions } from "@/lib/policy/condition-problems";
import { OPERAND_COUNT } from "@/lib/policy/operands";
import type { ConditionGroup, Operator } from "@/lib/policy/types";
import type { ConditionInput, GroupInput, OperandInput } from "@/lib/rules/schema";

/** A column named by its id, or by its title where a rule is about many sheets. */
export type ColumnName = { columnId: string } | { title: string };

export interface DraftCondition {
  /** Tells lines apart while they are moved about; never sent. */
  key: string;
  column: ColumnName | null;
  operator: Operator | null;
  operands: OperandInput[];
  /** How a rule made elsewhere spells its operands, kept until another comparison is chosen. */
  spelling?: "value" | "values";
}

export interface DraftGroup {
  key: string;
  match: "all" | "any" | "none";
  parts: (DraftCondition | DraftGroup)[];
}

export type DraftPart = DraftCondition | DraftGroup;

export const isGroup = (part: DraftPart): part is DraftGroup => "match" in part;

let made = 0;
const newKey = () => `new-${++made}`;

export function newCondition(): DraftCondition {
  return { key: newKey(), column: null, operator: null, operands: [] };
}

export function newGroup(match: DraftGroup["match"] = "all"): DraftGroup {
  return { key: newKey(), match, parts: [newCondition()] };
}

/** Stored conditions, made editable. The place in the tree is the key. */
export function draftRows(group: GroupInput, key = "0"): DraftGroup {
  return {
    key,
    match: group.match,
    parts: group.conditions.map((part, place) =>
      "match" in part ? draftRows(part, `${key}.${place}`) : draftCondition(part, `${key}.${place}`),
    ),
  };
}

function draftCondition(condition: ConditionInput, key: string): DraftCondition {
  const { columnId, title, operator, value, values } = condition;
  const column = columnId !== undefined ? { columnId } : title !== undefined ? { title } : null;
  if (value !== undefined) return { key, column, operator, operands: [value], spelling: "value" };
  return values === undefined
    ? { key, column, operator, operands: [] }
    : { key, column, operator, operands: values, spelling: "values" };
}

/** The group as it is sent; null while a line lacks its column or its comparison. */
export function groupOf(draft: DraftGroup): GroupInput | null {
  const conditions: (ConditionInput | GroupInput)[] = [];
  for (const part of draft.parts) {
    const sent = isGroup(part) ? groupOf(part) : conditionOf(part);
    if (sent === null) return null;
    conditions.push(sent);
  }
  return conditions.length === 0 ? null : { match: draft.match, conditions };
}

function conditionOf({ column, operator, operands, spelling }: DraftCondition): ConditionInput | null {
  if (column === null || operator === null) return null;
  const [, most] = OPERAND_COUNT[operator];
  if (most === 0) return { ...column, operator };
  const isList = operands.length > 1 || (spelling === undefined ? most > 1 : spelling === "values");
  if (isList) return { ...column, operator, values: operands };
  const [value] = operands;
  return value === undefined ? { ...column, operator } : { ...column, operator, value };
}

/** One sentence on what the conditions still lack, or null. */
export function rowsProblem(draft: DraftGroup): string | null {
  const group = groupOf(draft);
  if (group === null)
    return hasEmptyGroup(draft)
      ? "Add a condition, or remove the empty group."
      : "Choose a column and a comparison in each line.";
  return validateConditions(group as ConditionGroup)[0]?.message ?? null;
}

function hasEmptyGroup(draft: DraftGroup): boolean {
  return draft.parts.length === 0 || draft.parts.some((part) => isGroup(part) && hasEmptyGroup(part));
}
