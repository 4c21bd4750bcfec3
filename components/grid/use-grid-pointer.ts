import { type MouseEvent, type PointerEvent, useRef } from "react";
import { HEADER_ROW, type Position } from "./selection";
import type { Selection } from "./use-selection";

interface PointerInput {
  selection: Selection;
  columnCount: number;
  onSort: (column: number) => void;
  onFold: (row: number) => void;
}

interface Spot extends Position {
  isGutter: boolean;
  isHeader: boolean;
}

/** Cells carry no handlers of their own; where the pointer is stands in the ARIA indexes. */
function spotOf(target: EventTarget): Spot | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest("[aria-colindex]");
  const row = cell?.closest("[aria-rowindex]");
  if (!cell || !row) return null;
  const column = Number(cell.getAttribute("aria-colindex")) - 2;
  const at = Number(row.getAttribute("aria-rowindex")) - 2;
  return { row: at, column: Math.max(0, column), isGutter: column < 0, isHeader: at === HEADER_ROW };
}

export function useGridPointer({ selection, columnCount, onSort, onFold }: PointerInput) {
  const dragFrom = useRef<{ isGutter: boolean; row: number; last: string } | null>(null);
  const end = { row: 0, column: columnCount - 1 };

  function choose(spot: Spot, extend: boolean) {
    if (!spot.isGutter) return selection.select(spot, extend);
    const from = extend && selection.range ? selection.range.top : spot.row;
    selection.selectRange({ ...end, row: from }, { row: spot.row, column: 0 });
  }

  const titled = useRef<Element | null>(null);
  /** Elements are used again for other rows while scrolling; a tooltip must not go with them. */
  function forgetTooltip() {
    titled.current?.removeAttribute("title");
    titled.current = null;
  }

  const handlers = {
    onPointerDown(event: PointerEvent) {
      const spot = spotOf(event.target);
      if (event.button !== 0 || !spot || spot.isHeader || event.pointerType === "touch") return;
      if (event.target instanceof Element && event.target.closest("[data-fold]")) return;
      choose(spot, event.shiftKey);
      dragFrom.current = { isGutter: spot.isGutter, row: spot.row, last: `${spot.row}:${spot.column}` };
    },
    onPointerMove(event: PointerEvent) {
      const from = dragFrom.current;
      if (!from) return;
      if ((event.buttons & 1) === 0) {
        dragFrom.current = null;
        return;
      }
      const spot = spotOf(event.target);
      if (!spot || spot.isHeader || from.last === `${spot.row}:${spot.column}`) return;
      from.last = `${spot.row}:${spot.column}`;
      if (from.isGutter) selection.selectRange({ ...end, row: from.row }, { row: spot.row, column: 0 });
      else selection.select(spot, true);
    },
    onPointerUp() {
      dragFrom.current = null;
    },
    onClick(event: MouseEvent) {
      const spot = spotOf(event.target);
      if (!spot) return;
      if (spot.isHeader) {
        if (!spot.isGutter) onSort(spot.column);
        return;
      }
      const isFoldMark = event.target instanceof Element && event.target.closest("[data-fold]") !== null;
      if (isFoldMark) onFold(spot.row);
      // A finger scrolls first; only a tap that turned out to be a click chooses a cell. So does a screen reader's click.
      const pointer =
        event.nativeEvent instanceof globalThis.PointerEvent ? event.nativeEvent.pointerType : "";
      if (isFoldMark || pointer !== "mouse") choose(spot, event.shiftKey);
    },
    /** A tooltip only where text is cut off, and only while the pointer is there. */
    onMouseOver(event: MouseEvent) {
      const cell =
        event.target instanceof Element ? event.target.closest("[role=gridcell],[role=rowheader]") : null;
      if (!cell) return;
      forgetTooltip();
      const cut = [cell, ...cell.querySelectorAll(".truncate")].some(
        (part) => part.scrollWidth > part.clientWidth,
      );
      if (!cut) return;
      cell.setAttribute("title", cell.textContent ?? "");
      titled.current = cell;
    },
  };
  return { handlers, forgetTooltip };
}
