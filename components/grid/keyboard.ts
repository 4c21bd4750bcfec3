import { type Bounds, clamp, HEADER_ROW, type Position } from "./selection";

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export interface KeyContext extends Bounds {
  active: Position;
  isPrimary: boolean;
  /** Null for a row without children. */
  isFolded: boolean | null;
  /** Shown row of the parent; null at the top level. */
  parentRow: number | null;
  isRange: boolean;
}

export type Command =
  | { do: "move"; to: Position; extend: boolean }
  | { do: "select"; what: "all" | "row" | "column" }
  | { do: "collapse" }
  | { do: "fold"; folded: boolean }
  | { do: "enter" }
  | { do: "sort" }
  | { do: "resize"; by: number };

const RESIZE_STEP = 16;

/**
 * What a key means in the grid; null leaves it to the browser. The header is reached upwards from the first row and
 * there Enter sorts and Alt with an arrow resizes. Source: ARIA Authoring Practices, "Treegrid".
 */
export function commandFor(press: KeyPress, context: KeyContext): Command | null {
  const { active, isFolded } = context;
  const withCommand = press.ctrlKey || press.metaKey;
  const inHeader = active.row === HEADER_ROW;
  const move = (row: number, column: number): Command => ({
    do: "move",
    to: clamp({ row, column }, context, !press.shiftKey),
    extend: press.shiftKey && !inHeader,
  });

  if (press.altKey) {
    if (withCommand || (press.key !== "ArrowLeft" && press.key !== "ArrowRight")) return null;
    const isLeft = press.key === "ArrowLeft";
    if (inHeader) return { do: "resize", by: isLeft ? -RESIZE_STEP : RESIZE_STEP };
    return isFolded === null ? null : { do: "fold", folded: isLeft };
  }

  switch (press.key) {
    case "ArrowUp":
      return withCommand ? move(0, active.column) : move(active.row - 1, active.column);
    case "ArrowDown":
      return move(withCommand ? context.rowCount - 1 : active.row + 1, active.column);
    case "ArrowLeft": {
      if (withCommand) return move(active.row, 0);
      if (context.isPrimary && !press.shiftKey && !inHeader) {
        if (isFolded === false) return { do: "fold", folded: true };
        if (active.column === 0 && context.parentRow !== null) return move(context.parentRow, 0);
      }
      return move(active.row, active.column - 1);
    }
    case "ArrowRight":
      if (withCommand) return move(active.row, context.columnCount - 1);
      if (context.isPrimary && !press.shiftKey && !inHeader && isFolded) return { do: "fold", folded: false };
      return move(active.row, active.column + 1);
    case "Home":
      return move(withCommand ? 0 : active.row, 0);
    case "End":
      return move(withCommand ? context.rowCount - 1 : active.row, context.columnCount - 1);
    case "PageUp":
      return withCommand ? null : move(Math.max(0, active.row - context.pageRows), active.column);
    case "PageDown":
      return withCommand ? null : move(active.row + context.pageRows, active.column);
    case "Escape":
      return context.isRange ? { do: "collapse" } : null;
    case "Enter":
      return inHeader ? { do: "sort" } : { do: "enter" };
    case " ":
      if (inHeader) return { do: "sort" };
      if (press.shiftKey) return { do: "select", what: "row" };
      return withCommand ? { do: "select", what: "column" } : null;
    case "a":
    case "A":
      return withCommand && !press.shiftKey ? { do: "select", what: "all" } : null;
    default:
      return null;
  }
}
