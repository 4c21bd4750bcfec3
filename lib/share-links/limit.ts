import { type AppError, appError } from "@/lib/errors";
import { validateConditions } from "@/lib/policy/conditions";
import type { VisibleColumn } from "@/lib/policy/sheet";
import type { ConditionGroup } from "@/lib/policy/types";
import { conditionColumns, conditionsOf } from "@/lib/rules/condition-columns";
import type { ColumnsInput, GroupInput } from "@/lib/rules/schema";
import type { LinkInput, LinkLimit } from "./schema";

/** A link may name only what its maker sees: a hidden column is refused as one that does not exist (I13). */
export function checkLimit(input: LinkInput, visible: readonly VisibleColumn[]): AppError | null {
  const known = new Set<string>(visible.map(({ id }) => id));
  const invalid = (field: string, message: string) => appError("invalid_input", { field, message });
  const ids = input.columns.mode === "all" ? [] : input.columns.ids;
  // By title one could ask for a column one does not see, and learn of it from what is left (T06).
  if (ids === undefined || conditionsOf(input.rows).some(({ title }) => title !== undefined))
    return invalid(
      ids === undefined ? "columns" : "rows",
      "A link names its columns by id. Choose them again.",
    );
  if (ids.some((id) => !known.has(id)))
    return invalid("columns", "The sheet has no such column. Choose its columns again.");
  if (conditionColumns(input.rows).some((id) => !known.has(id)))
    return invalid("rows", "The sheet has no such column. Choose the condition again.");
  const [problem] = validateConditions(input.rows as ConditionGroup | null);
  if (problem) return invalid(`rows.${problem.path}`, problem.message);
  if (asksWhoLooks(input.rows))
    return invalid("rows", "A link's reader has no account, so its rows cannot depend on who looks.");
  const frozen = freezeColumns(input.columns, visible);
  if (frozen.mode === "only" && frozen.ids.length === 0)
    return invalid("columns", "Leave at least one column in the link.");
  return null;
}

/** "All but these" is frozen to the columns of today; only "all" follows what its maker sees later. */
export function freezeColumns(
  columns: ColumnsInput,
  visible: readonly VisibleColumn[],
): LinkLimit["columns"] {
  if (columns.mode === "all") return { mode: "all" };
  const named = columns.ids ?? [];
  if (columns.mode === "only") return { mode: "only", ids: named };
  return { mode: "only", ids: visible.map(({ id }) => id as string).filter((id) => !named.includes(id)) };
}

function asksWhoLooks(group: GroupInput | null): boolean {
  if (group === null) return false;
  return group.conditions.some((part) =>
    "match" in part
      ? asksWhoLooks(part)
      : [part.value, ...(part.values ?? [])].some((value) => typeof value === "object"),
  );
}
