import { useCallback, useMemo, useState } from "react";
import type { RowId } from "@/lib/policy/ids";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import { createCellText } from "./cell-text";
import { passesOf, type RowFilter } from "./filter";
import { rowCompare, type SortState } from "./sort";
import {
  ancestorsOf,
  foldToLevel,
  fullOrder,
  keepWithAncestors,
  type Tree,
  treeOf,
  unfoldedOnly,
} from "./tree";
import { useViewerZone } from "./use-viewer-zone";

interface ModelInput {
  columns: readonly VisibleColumn[];
  rows: readonly VisibleRow[];
  locale: string;
  timeZone?: string;
  sort: SortState | null;
  filter?: RowFilter;
}

const NONE: ReadonlySet<RowId> = new Set();

/** Where each row stands on screen; -1 for one that is folded away or filtered out. */
function positionsOf(order: readonly number[], rowCount: number): Int32Array {
  const positions = new Int32Array(rowCount).fill(-1);
  order.forEach((place, position) => {
    positions[place] = position;
  });
  return positions;
}

/** Rows in the order and with the folds a person chose. Nothing here looks beyond the rows and columns given (I13). */
export function useGridModel({ columns, rows, locale, timeZone, sort, filter }: ModelInput) {
  const zone = useViewerZone(timeZone);
  const cellText = useMemo(() => createCellText({ locale, timeZone: zone }), [locale, zone]);
  const [folded, setFolded] = useState(NONE);

  const tree = useMemo(() => treeOf(rows), [rows]);
  const kept = useMemo(
    () => filter && keepWithAncestors(tree, rows.length, passesOf(rows, columns, filter)),
    [tree, rows, columns, filter],
  );
  const compare = useMemo(() => {
    const column = sort && columns.find((candidate) => candidate.id === sort.columnId);
    return column ? rowCompare(rows, column, sort.direction, { textOf: cellText.textOf, locale }) : undefined;
  }, [columns, rows, sort, cellText, locale]);
  const full = useMemo(() => fullOrder(tree, { kept, compare }), [tree, kept, compare]);
  const order = useMemo(() => {
    if (folded.size === 0) return full;
    return unfoldedOnly(full, tree, (place) => {
      const row = rows[place];
      return row !== undefined && folded.has(row.id);
    });
  }, [full, tree, rows, folded]);
  const positions = useMemo(() => positionsOf(order, rows.length), [order, rows]);

  const setFoldedAt = useCallback(
    (place: number, isFolded: boolean) => {
      const row = rows[place];
      if (!row) return;
      setFolded((before) => {
        const after = new Set(before);
        if (isFolded) after.add(row.id);
        else after.delete(row.id);
        return after;
      });
    },
    [rows],
  );
  const unfoldAbove = useCallback(
    (place: number) => {
      const above = ancestorsOf(tree, place).flatMap((at) => rows[at]?.id ?? []);
      setFolded((before) => {
        const after = new Set(before);
        for (const id of above) after.delete(id);
        return after.size === before.size ? before : after;
      });
    },
    [tree, rows],
  );
  const foldTo = useCallback(
    (level: number | null) => setFolded(level === null ? NONE : foldToLevel(tree, rows, level)),
    [tree, rows],
  );

  return { cellText, tree, full, order, positions, folded, setFoldedAt, unfoldAbove, foldTo };
}

export type GridModel = ReturnType<typeof useGridModel> & { tree: Tree };
