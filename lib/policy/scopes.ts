import type { ColumnId } from "./ids";
import { canonicalTitles, foldTitle } from "./titles";
import type { ColumnScope, IdScope, TitleScope } from "./types";

/** What a scope looks at of a column. */
export interface NamedColumn {
  id: ColumnId;
  title: string;
}

export function isByTitle(scope: ColumnScope): scope is TitleScope {
  return "titles" in scope;
}

/**
 * The columns a permit (or a link's limit) covers, null for every column there is or will be.
 * `except` is frozen to the columns known when it was saved, so a column added later stays hidden.
 */
export function permittedColumns(scope: IdScope): Set<ColumnId> | null {
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
export function forbiddenColumns(scope: IdScope): (id: ColumnId) => boolean {
  if (scope.mode === "all") return () => true;
  const ids = new Set(scope.ids);
  return scope.mode === "only" ? (id) => ids.has(id) : (id) => !ids.has(id);
}

/** As `permittedColumns`, for columns whose titles are known. `except` by title covers nothing: it is no permit's. */
export function permits(scope: ColumnScope): (column: NamedColumn) => boolean {
  if (isByTitle(scope)) return scope.mode === "only" ? bearsOneOf(scope.titles) : () => false;
  const ids = permittedColumns(scope);
  return ids === null ? () => true : ({ id }) => ids.has(id);
}

/** As `forbiddenColumns`, for columns whose titles are known. */
export function forbids(scope: ColumnScope): (column: NamedColumn) => boolean {
  if (isByTitle(scope)) {
    const isNamed = bearsOneOf(scope.titles);
    return scope.mode === "only" ? isNamed : (column) => !isNamed(column);
  }
  const isForbidden = forbiddenColumns(scope);
  return ({ id }) => isForbidden(id);
}

function bearsOneOf(titles: readonly string[]): (column: NamedColumn) => boolean {
  const folded = new Set(titles.map(foldTitle));
  return ({ title }) => folded.has(foldTitle(title));
}

export function forbidsEveryColumn(scope: ColumnScope): boolean {
  if (isByTitle(scope)) return scope.mode === "except" && scope.titles.length === 0;
  return scope.mode === "all" || (scope.mode === "except" && scope.ids.length === 0);
}

/**
 * The scope in one spelling, ids (or folded titles) sorted and without doubles; null where it can't be read.
 * A forbid on no column at all can't be what anybody meant, so it counts as unreadable too, and so does a permit for
 * all but some titles: nothing freezes those, and a new column must stay hidden.
 */
export function canonicalScope(scope: ColumnScope, effect: "permit" | "forbid"): ColumnScope | null {
  const given: { mode?: unknown; ids?: unknown; known?: unknown; titles?: unknown } = scope ?? {};
  if (given.titles !== undefined) return given.ids === undefined ? byTitle(given, effect) : null;
  switch (given.mode) {
    case "all":
      return { mode: "all" };
    case "only": {
      const ids = sortedIds(given.ids);
      return ids === null || (effect === "forbid" && ids.length === 0) ? null : { mode: "only", ids };
    }
    case "except": {
      const ids = sortedIds(given.ids);
      const known = sortedIds(given.known);
      return ids === null || known === null ? null : { mode: "except", ids, known };
    }
    default:
      return null;
  }
}

function byTitle(
  given: { mode?: unknown; titles?: unknown },
  effect: "permit" | "forbid",
): TitleScope | null {
  const titles = canonicalTitles(given.titles);
  if (titles === null) return null;
  if (given.mode === "only")
    return effect === "forbid" && titles.length === 0 ? null : { mode: "only", titles };
  return given.mode === "except" && effect === "forbid" ? { mode: "except", titles } : null;
}

function sortedIds(ids: unknown): ColumnId[] | null {
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== "string")) return null;
  return [...new Set<ColumnId>(ids)].sort();
}
