import type { ConditionInput, GroupInput } from "./schema";

/** Every condition of a group, at any depth. */
export function conditionsOf(group: GroupInput | null): ConditionInput[] {
  if (group === null) return [];
  return group.conditions.flatMap((part) => ("match" in part ? conditionsOf(part) : [part]));
}

/** The ids of the columns a group's conditions look at, doubles kept. Conditions by title name none. */
export function conditionColumns(group: GroupInput | null): string[] {
  return conditionsOf(group).flatMap(({ columnId }) => columnId ?? []);
}
