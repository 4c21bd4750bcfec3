import type { ColumnId } from "./ids";
import type { ColumnScope } from "./types";

/**
 * The columns a permit (or a link's limit) covers, null for every column there is or will be.
 * `except` is frozen to the columns known when it was saved, so a column added later stays hidden.
 */
export function permittedColumns(scope: ColumnScope): Set<ColumnId> | null {
  switch (scope.mode) {
    case "all":
      return null;
    case "only":
      return new Set(scope.ids);
    case "except": {
      const left = new Set(scope.known);
      for (const id of scope.ids) left.delete(id);
      return left;
    }
  }
}

/** Tells of each column whether a forbid covers it. `except` covers columns added later too: a forbid never forgets one. */
export function forbiddenColumns(scope: ColumnScope): (id: ColumnId) => boolean {
  if (scope.mode === "all") return () => true;
  const ids = new Set(scope.ids);
  return scope.mode === "only" ? (id) => ids.has(id) : (id) => !ids.has(id);
}

export function forbidsEveryColumn(scope: ColumnScope): boolean {
  return scope.mode === "all" || (scope.mode === "except" && scope.ids.length === 0);
}

/**
 * The scope in one spelling, ids sorted and without doubles; null where it can't be read.
 * A forbid on no column at all can't be what anybody meant, so it counts as unreadable too.
 */
export function canonicalScope(scope: ColumnScope, effect: "permit" | "forbid"): ColumnScope | null {
  switch (scope?.mode) {
    case "all":
      return { mode: "all" };
    case "only": {
      const ids = sortedIds(scope.ids);
      return ids === null || (effect === "forbid" && ids.length === 0) ? null : { mode: "only", ids };
    }
    case "except": {
      const ids = sortedIds(scope.ids);
      const known = sortedIds(scope.known);
      return ids === null || known === null ? null : { mode: "except", ids, known };
    }
    default:
      return null;
  }
}

function sortedIds(ids: readonly ColumnId[]): ColumnId[] | null {
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== "string")) return null;
  return [...new Set(ids)].sort();
}
