import type { VisibleCell, VisibleColumn, VisibleRow, VisibleSheet } from "@/lib/policy/sheet";
import type { Decision } from "@/lib/policy/types";

export interface MaskChanges {
  /** Columns of which more shows than before: without a mask, or with a weaker one. */
  unmasked: VisibleColumn[];
  newlyMasked: VisibleColumn[];
}

/**
 * The permits of both decisions and no forbid. Its projection shows each cell under the weakest mask of the two, so it
 * tells which of two sights of a cell shows more. Null where there are no two delegated decisions to weigh.
 */
export function jointDecision(
  before: Decision,
  after: Decision,
): Extract<Decision, { effect: "allow" }> | null {
  if (before.effect === "deny" || after.effect === "deny") return null;
  if (before.via === "own" || after.via === "own") return null;
  return { ...after, grants: [...before.grants, ...after.grants], minus: [] };
}

/**
 * Columns seen before and after whose masks changed. Looks at cells, as a column may be masked in some rows only: one
 * that loses its masked rows is not unmasked by that. `findJoint`: the projection of `jointDecision`; null where there is
 * none, and then the columns' own word is taken. Only called when a column is masked at all.
 */
export function maskChanges(
  before: VisibleSheet,
  after: VisibleSheet,
  findJoint: () => VisibleSheet | null,
): MaskChanges {
  const known = new Map(before.columns.map((column) => [column.id, column]));
  const pairs = after.columns.flatMap((now) => {
    const was = known.get(now.id);
    return was !== undefined && (was.masked || now.masked) ? [{ was, now }] : [];
  });
  const changes: MaskChanges = { unmasked: [], newlyMasked: [] };
  if (pairs.length === 0) return changes;

  const joint = findJoint();
  const isMasked = new Map(joint?.columns.map(({ id, masked }) => [id, masked === true]));
  const rows = sharedRows(before, after, joint);
  for (const { was, now } of pairs) {
    const isPlainInBoth = isMasked.get(now.id) !== true;
    const cells = differences(rows, now.id);
    if ((was.masked && !now.masked && isPlainInBoth) || cells.showMore) changes.unmasked.push(now);
    if ((!was.masked && now.masked && isPlainInBoth) || cells.showLess) changes.newlyMasked.push(now);
  }
  return changes;
}

interface SharedRow {
  was: VisibleRow["cells"];
  now: VisibleRow["cells"];
  weakest: VisibleRow["cells"];
}

function sharedRows(before: VisibleSheet, after: VisibleSheet, joint: VisibleSheet | null): SharedRow[] {
  const was = new Map(before.rows.map(({ id, cells }) => [id, cells]));
  const weakest = new Map(joint?.rows.map(({ id, cells }) => [id, cells]));
  return after.rows.flatMap(({ id, cells }) => {
    const found = was.get(id);
    const most = weakest.get(id);
    return found && most ? [{ was: found, now: cells, weakest: most }] : [];
  });
}

function differences(rows: readonly SharedRow[], id: string): { showMore: boolean; showLess: boolean } {
  let [showMore, showLess] = [false, false];
  for (const row of rows) {
    const [was, now, weakest] = [row.was[id], row.now[id], row.weakest[id]];
    if (was === undefined || now === undefined || isSame(was, now)) continue;
    if (isSame(now, weakest)) showMore = true;
    else if (isSame(was, weakest)) showLess = true;
  }
  return { showMore, showLess };
}

function isSame(one: VisibleCell, other: VisibleCell | undefined): boolean {
  if (one === other) return true;
  return (
    one.value === other?.value &&
    one.displayValue === other?.displayValue &&
    JSON.stringify(one.objectValue) === JSON.stringify(other?.objectValue)
  );
}
