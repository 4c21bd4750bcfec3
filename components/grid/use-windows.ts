import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo } from "react";
import type { ColumnLayout } from "./column-layout";
import { GUTTER_WIDTH, HEADER_HEIGHT, ROW_HEIGHT } from "./grid-types";

/** What the server draws before anybody can measure a screen. */
const FIRST_RECT = { width: 1280, height: 720 };

const ROW_OVERSCAN = 6;

/**
 * React keys by place on the screen and not by row: scrolling then changes the text of elements that exist instead of
 * making new ones. As many slots as rows fit, or a row would never take the place of one that left.
 */
function slotCountFor(viewHeight: number): number {
  return Math.ceil(viewHeight / ROW_HEIGHT) + 1 + 2 * ROW_OVERSCAN;
}

interface WindowsInput {
  scroller: RefObject<HTMLDivElement | null>;
  rowCount: number;
  /** -1 when none; drawn even when out of sight. */
  activeRow: number;
  widths: readonly number[];
  frozenCount: number;
}

/** The rows and columns in sight, as positions. */
export function useWindows({ scroller, rowCount, activeRow, widths, frozenCount }: WindowsInput) {
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROW_OVERSCAN,
    paddingStart: HEADER_HEIGHT,
    initialRect: FIRST_RECT,
    useFlushSync: false,
  });
  const frozenWidth = frozenCount > 0 ? (widths[0] ?? 0) : 0;
  const columns = useVirtualizer({
    horizontal: true,
    count: widths.length - frozenCount,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => widths[at + frozenCount] ?? 0,
    overscan: 2,
    paddingStart: GUTTER_WIDTH + frozenWidth,
    initialRect: FIRST_RECT,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes were read through estimateSize, which is not watched
  useLayoutEffect(() => columns.measure(), [columns, widths]);

  const rowItems = rows.getVirtualItems();
  const firstRow = rowItems[0]?.index ?? 0;
  const lastRow = rowItems.at(-1)?.index ?? -1;
  const shownRows = useMemo(() => {
    const shown = Array.from({ length: lastRow - firstRow + 1 }, (_, at) => firstRow + at);
    if (activeRow >= 0 && activeRow < firstRow) shown.unshift(activeRow);
    if (activeRow > lastRow && activeRow < rowCount) shown.push(activeRow);
    return shown;
  }, [firstRow, lastRow, activeRow, rowCount]);

  const columnItems = columns.getVirtualItems();
  const firstColumn = (columnItems[0]?.index ?? 0) + frozenCount;
  const lastColumn = (columnItems.at(-1)?.index ?? -1) + frozenCount;
  const shownColumns = useMemo(() => {
    const shown = Array.from({ length: lastColumn - firstColumn + 1 }, (_, at) => firstColumn + at);
    return frozenCount > 0 ? [0, ...shown] : shown;
  }, [firstColumn, lastColumn, frozenCount]);

  const fits = slotCountFor(rows.scrollRect?.height ?? FIRST_RECT.height);
  // Never fewer than are drawn: two rows with one key would be one row.
  const slots = Math.max(fits, lastRow - firstRow + 1);
  return {
    shownRows,
    /** The active row out of sight has a slot of its own. */
    slotOf: (position: number) =>
      position < firstRow || position > lastRow ? "active" : String(position % slots),
    shownColumns,
    viewWidth: columns.scrollRect?.width ?? FIRST_RECT.width,
  };
}

/** Scrolls so that a cell can be seen whole; the header and the frozen column would cover it otherwise. */
export function revealCell(
  scroller: HTMLDivElement,
  at: { row: number; column: number },
  layout: ColumnLayout,
): void {
  if (at.row >= 0) {
    const top = at.row * ROW_HEIGHT;
    const height = scroller.clientHeight - HEADER_HEIGHT;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW_HEIGHT > scroller.scrollTop + height) scroller.scrollTop = top + ROW_HEIGHT - height;
  }
  const isPinned = window.matchMedia("(min-width: 640px)").matches;
  if (isPinned && at.column < layout.frozenCount) return;
  const covered = isPinned && layout.frozenCount > 0 ? (layout.lefts[1] ?? GUTTER_WIDTH) : GUTTER_WIDTH;
  const left = layout.lefts[at.column] ?? 0;
  const right = left + (layout.widths[at.column] ?? 0);
  if (left < scroller.scrollLeft + covered) scroller.scrollLeft = left - covered;
  else if (right > scroller.scrollLeft + scroller.clientWidth) {
    scroller.scrollLeft = Math.min(right - scroller.clientWidth, left - covered);
  }
}
