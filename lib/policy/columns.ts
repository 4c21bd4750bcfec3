import { coversEveryRow, filterColumns } from "./conditions";
import type { ColumnId, ConnectionId } from "./ids";
import { forbiddenColumns, permittedColumns } from "./scopes";
import type { AllowDecision, Grant } from "./types";

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

/**
 * The columns to ask upstream for on behalf of one group, sorted (I11): those it may show, and those that its
 * permits' rows, any forbid's rows or the limit's rows look at, which `project` drops again.
 * Null: ask for all (own access; a permit for all columns). Empty: nothing can be shown, so don't ask at all;
 * never send an empty list, which Smartsheet may take for "all".
 */
export function neededColumns(decision: AllowDecision, group: ReadGroup): ColumnId[] | null {
  if (decision.via === "own") return null;
  const grants = decision.grants.filter((grant) => isOfGroup(grant, group));
  const shown = shownColumns(decision, grants);
  if (shown === null) return null;
  if (shown.size === 0) return [];
  const filters = [...grants, ...decision.minus].map((one) => one.rows);
  for (const filter of [...filters, decision.within?.rows ?? null]) {
    for (const id of filterColumns(filter)) shown.add(id);
  }
  return [...shown].sort();
}

/** Null where the set is open: all columns, whatever they are. */
function shownColumns(decision: AllowDecision, grants: Grant[]): Set<ColumnId> | null {
  const granted = union(grants.map((grant) => permittedColumns(grant.columns)));
  const limited = decision.within ? permittedColumns(decision.within.columns) : null;
  let shown =
    granted && limited ? new Set([...granted].filter((id) => limited.has(id))) : (granted ?? limited);
  for (const { columns, rows } of decision.minus) {
    if (!coversEveryRow(rows)) continue;
    // A forbid on everything but these columns closes an open set.
    if (shown === null && columns.mode === "except") shown = new Set(columns.ids);
    const isForbidden = forbiddenColumns(columns);
    if (shown !== null) shown = new Set([...shown].filter((id) => !isForbidden(id)));
  }
  return shown;
}

function union(sets: (Set<ColumnId> | null)[]): Set<ColumnId> | null {
  const all = new Set<ColumnId>();
  for (const set of sets) {
    if (set === null) return null;
    for (const id of set) all.add(id);
  }
  return all;
}
