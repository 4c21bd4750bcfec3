import { coversEveryRow, filterColumns } from "./conditions";
import type { ColumnId, ConnectionId } from "./ids";
import { byTitle } from "./known-columns";
import { forbiddenColumns, isByTitle, type NamedColumn, permittedColumns } from "./scopes";
import { foldTitle } from "./titles";
import type { AllowDecision, ColumnScope, Grant, IdScope } from "./types";

/** One upstream read: whose connection, acting as whom. */
export interface ReadGroup {
  connectionId: ConnectionId;
  assume: string;
}

/** The reads a decision needs, each pair once, sorted. None for `own`, which reads with the person's own token. */
export function groupsOf(decision: AllowDecision): ReadGroup[] {
  if (decision.via === "own") return [];
  const groups = new Map<string, ReadGroup>();
  for (const { connectionId, assume } of decision.grants) {
    groups.set(JSON.stringify([connectionId, assume]), { connectionId, assume });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

export function isOfGroup(
  grant: Grant,
  group: { connectionId: string | null; assume: string | null },
): boolean {
  return grant.connectionId === group.connectionId && grant.assume === group.assume;
}

/** True where what to ask for depends on the titles of the sheet's columns. */
export function asksByTitle(decision: AllowDecision, group: ReadGroup): boolean {
  if (decision.via === "own") return false;
  return namesTitles(
    decision,
    decision.grants.filter((grant) => isOfGroup(grant, group)),
  );
}

/** `columnsToAsk` with no list of the sheet's columns at hand. */
export function neededColumns(decision: AllowDecision, group: ReadGroup): ColumnId[] | null {
  return columnsToAsk(decision, group, null);
}

/**
 * The columns to ask upstream for on behalf of one group, sorted (I11): those it may show, and those that its
 * permits' rows, any forbid's rows or the limit's rows look at, which `project` drops again.
 * Null: ask for all (own access; a permit for all columns; a title anywhere while `known`, the sheet's columns with
 * their titles, is not at hand). Empty: nothing can be shown, so don't ask at all; never send an empty list, which
 * Smartsheet may take for "all". Who asks for some only hands `known` to `project` as well (`Source.allColumns`).
 */
export function columnsToAsk(
  decision: AllowDecision,
  group: ReadGroup,
  known: readonly NamedColumn[] | null,
): ColumnId[] | null {
  if (decision.via === "own") return null;
  const grants = decision.grants.filter((grant) => isOfGroup(grant, group));
  if (known === null && namesTitles(decision, grants)) return null;
  const titled = byTitle(known ?? []);
  const shown = shownColumns(decision, grants, titled);
  if (shown === null) return null;
  if (shown.size === 0) return [];
  const filters = [...grants, ...decision.minus].map((one) => one.rows);
  for (const filter of [...filters, decision.within?.rows ?? null]) {
    const { ids, titles } = filterColumns(filter);
    for (const id of ids) shown.add(id);
    for (const title of titles) for (const id of titled(title)) shown.add(id);
  }
  return [...shown].sort();
}

function namesTitles(decision: AllowDecision, grants: readonly Grant[]): boolean {
  const { minus, within } = decision;
  const limits = within === undefined ? [] : [within];
  const rectangles = [...grants, ...minus, ...limits];
  const masks = [...grants, ...limits].flatMap((one) => one.masks ?? []);
  return (
    rectangles.some(({ columns, rows }) => isByTitle(columns) || filterColumns(rows).titles.size > 0) ||
    masks.some(({ title }) => title !== undefined)
  );
}

/** Null where the set is open: all columns, whatever they are. */
function shownColumns(
  decision: AllowDecision,
  grants: readonly Grant[],
  titled: (folded: string) => readonly ColumnId[],
): Set<ColumnId> | null {
  const granted = union(grants.map((grant) => permittedColumns(inIds(grant.columns, titled))));
  const limited = decision.within ? permittedColumns(decision.within.columns) : null;
  let shown =
    granted && limited ? new Set([...granted].filter((id) => limited.has(id))) : (granted ?? limited);
  for (const { columns, rows } of decision.minus) {
    if (!coversEveryRow(rows)) continue;
    const scope = inIds(columns, titled);
    // A forbid on everything but these columns closes an open set.
    if (shown === null && scope.mode === "except") shown = new Set(scope.ids);
    const isForbidden = forbiddenColumns(scope);
    if (shown !== null) shown = new Set([...shown].filter((id) => !isForbidden(id)));
  }
  return shown;
}

/** A scope by titles in the ids that bear them. */
function inIds(scope: ColumnScope, titled: (folded: string) => readonly ColumnId[]): IdScope {
  if (!isByTitle(scope)) return scope;
  const ids = scope.titles.flatMap((title) => titled(foldTitle(title)));
  return scope.mode === "only" ? { mode: "only", ids } : { mode: "except", ids, known: [] };
}

function union(sets: (Set<ColumnId> | null)[]): Set<ColumnId> | null {
  const all = new Set<ColumnId>();
  for (const set of sets) {
    if (set === null) return null;
    for (const id of set) all.add(id);
  }
  return all;
}
