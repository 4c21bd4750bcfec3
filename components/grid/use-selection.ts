import { useCallback, useMemo, useState } from "react";
import type { ColumnId, RowId } from "@/lib/policy/ids";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import { HEADER_ROW, type Position, type Range, rangeOf } from "./selection";
import type { Tree } from "./tree";

/** By id and not by position, so that folding, sorting and new rows leave the selection where it was. */
interface Spot {
  rowId: RowId | null;
  columnId: ColumnId;
}

interface SelectionInput {
  columns: readonly VisibleColumn[];
  rows: readonly VisibleRow[];
  order: readonly number[];
  positions: Int32Array;
  tree: Tree;
}

function locate(spot: Spot, { columns, positions, tree }: SelectionInput): Position | null {
  const column = columns.findIndex((candidate) => candidate.id === spot.columnId);
  if (column < 0) return null;
  if (spot.rowId === null) return { row: HEADER_ROW, column };
  // A row folded away is stood in for by the ancestor that hides it.
  for (let place = tree.placeOf.get(spot.rowId) ?? -1; place !== -1; place = tree.parent[place] ?? -1) {
    const row = positions[place] ?? -1;
    if (row >= 0) return { row, column };
  }
  return null;
}

export interface Selection {
  active: Position | null;
  /** Null while the header or nothing is active. */
  range: Range | null;
  select(to: Position, extend?: boolean): void;
  selectRange(anchor: Position, active: Position): void;
}

export function useSelection(input: SelectionInput): Selection {
  const { columns, rows, order, positions, tree } = input;
  const [spots, setSpots] = useState<{ anchor: Spot; active: Spot } | null>(null);

  const spotAt = useCallback(
    (position: Position): Spot | null => {
      const column = columns[position.column];
      const row = position.row === HEADER_ROW ? null : rows[order[position.row] ?? -1];
      return column && row !== undefined ? { rowId: row?.id ?? null, columnId: column.id } : null;
    },
    [columns, rows, order],
  );
  const select = useCallback(
    (to: Position, extend = false) => {
      const active = spotAt(to);
      if (!active) return;
      setSpots((before) => ({ anchor: extend && before?.anchor.rowId ? before.anchor : active, active }));
    },
    [spotAt],
  );
  const selectRange = useCallback(
    (from: Position, to: Position) => {
      const [anchor, active] = [spotAt(from), spotAt(to)];
      if (anchor && active) setSpots({ anchor, active });
    },
    [spotAt],
  );

  const { active, range } = useMemo(() => {
    const within = { columns, rows, order, positions, tree };
    const at = spots && locate(spots.active, within);
    const anchor = spots && locate(spots.anchor, within);
    if (!at || at.row === HEADER_ROW) return { active: at, range: null };
    return { active: at, range: rangeOf(anchor && anchor.row !== HEADER_ROW ? anchor : at, at) };
  }, [spots, columns, rows, order, positions, tree]);
  return { active, range, select, selectRange };
}
