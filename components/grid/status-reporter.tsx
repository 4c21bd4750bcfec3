import { useCallback, useEffect, useRef } from "react";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { FindStatus, GridStatus } from "./grid-types";
import type { Position, Range } from "./selection";
import { NOTHING_SELECTED, summarize } from "./summary";
import { useSliced } from "./use-sliced";

interface ReporterProps {
  rows: readonly VisibleRow[];
  order: readonly number[];
  columns: readonly VisibleColumn[];
  active: Position | null;
  range: Range | null;
  hits: FindStatus;
  onStatus: (status: GridStatus) => void;
}

/** Draws nothing: its own component, so that a sum that comes late does not draw the grid again. */
export function StatusReporter({ rows, order, columns, active, range, hits, onStatus }: ReporterProps) {
  const makeSteps = useCallback(
    () => summarize({ rows, order, columns, range }),
    [rows, order, columns, range],
  );
  const { value: selection, isBusy } = useSliced(makeSteps, NOTHING_SELECTED);
  const report = useRef(onStatus);
  useEffect(() => {
    report.current = onStatus;
  });
  const activeRow = active && active.row >= 0 ? active.row + 1 : null;
  const { count, current, isSearching } = hits;
  useEffect(() => {
    if (isBusy) return;
    report.current({ activeRow, rowCount: order.length, selection, hits: { count, current, isSearching } });
  }, [activeRow, order.length, selection, isBusy, count, current, isSearching]);
  return null;
}
