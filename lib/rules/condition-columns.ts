import type { GroupInput } from "./schema";

/** The columns a group's conditions look at, doubles kept. */
export function conditionColumns(group: GroupInput | null): string[] {
  if (group === null) return [];
  return group.conditions.flatMap((part) => ("match" in part ? conditionColumns(part) : [part.columnId]));
}
