import { type SheetTable, tableOf } from "@/lib/columnar/source-sheet";
import { type AsIs, layoutOf, type VisibleLayout } from "@/lib/policy/layout";
import type { VisibleSheet } from "@/lib/policy/sheet";
import { pairOf } from "./column-changes";

export interface RawChanges {
  /** Columns this speaks of: those that show in every row as they came, in both states. */
  columnIds: ReadonlySet<string>;
  /** By place before and after: whether one of these columns may show something else. */
  hasChanged(was: number, place: number): boolean;
}

/**
 * What changed in columns that no rule hides in part and none masks: there the cells shown are those of the copies, and
 * two copies are compared once for all who look at them. Null where there is no such column, or no copy in a table.
 */
export function rawChanges(before: VisibleSheet, after: VisibleSheet): RawChanges | null {
  const [old, now] = [layoutOf(before), layoutOf(after)];
  const [one, other] = [asIsColumns(before, old), asIsColumns(after, now)];
  const shared = [...other].flatMap(([id, later]) => {
    const earlier = one.get(id);
    return earlier ? [{ id, earlier, later }] : [];
  });
  const [first] = shared;
  if (!first) return null;
  const { placeOf } = first.later.shown;
  // All such columns of one state come from one copy.
  const changed = pairOf(first.earlier.table, first.later.table).changes(
    shared.map(({ earlier, later }) => [earlier.shown.column, later.shown.column]),
  );
  return {
    columnIds: new Set(shared.map(({ id }) => id)),
    hasChanged(was, place) {
      // Conditional formats show to who sees the whole row: then the same cell shows otherwise.
      if (old.hidesNothing(was) !== now.hidesNothing(place)) return true;
      return changed[placeOf(place)] !== 0;
    },
  };
}

function asIsColumns({ columns }: VisibleSheet, layout: VisibleLayout) {
  const found = new Map<string, { shown: AsIs; table: SheetTable }>();
  for (const [place, { id }] of columns.entries()) {
    const shown = layout.asIs(place);
    const table = shown && tableOf(shown.sheet);
    if (table) found.set(id, { shown, table });
  }
  return found;
}
