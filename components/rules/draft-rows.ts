import { validateConditions } from "@/lib/policy/condition-problems";
import type { ConditionGroup, Operator } from "@/lib/policy/types";
import type { ConditionInput, GroupInput, OperandInput } from "@/lib/rules/schema";
import { choiceFor } from "./operators";

export interface DraftCondition {
  /** Tells lines apart while they are moved about; never sent. */
  key: string;
  columnId: string | null;
  operator: Operator | null;
  operands: OperandInput[];
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
  return { key: newKey(), columnId: null, operator: null, operands: [] };
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
  const { columnId, operator, value, values } = condition;
  return { key, columnId, operator, operands: value === undefined ? (values ?? []) : [value] };
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

function conditionOf({ columnId, operator, operands }: DraftCondition): ConditionInput | null {
  if (columnId === null || operator === null) return null;
  const { takes } = choiceFor(operator, "TEXT_NUMBER");
  if (takes === "none") return { columnId, operator };
  if (takes !== "one") return { columnId, operator, values: operands };
  const [value] = operands;
  return value === undefined ? { columnId, operator } : { columnId, operator, value };
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

/** The tree with one part changed, or taken out where `change` answers null. A group emptied by it stays. */
export function editPart(
  group: DraftGroup,
  key: string,
  change: (part: DraftPart) => DraftPart | null,
): DraftGroup {
  return {
    ...group,
    parts: group.parts.flatMap((part) => {
      if (part.key === key) return change(part) ?? [];
      return isGroup(part) ? editPart(part, key, change) : part;
    }),
  };
}

/** Every column the conditions name. */
export function rowColumns(group: DraftGroup): string[] {
  return group.parts.flatMap((part) =>
    isGroup(part) ? rowColumns(part) : part.columnId === null ? [] : [part.columnId],
  );
}
