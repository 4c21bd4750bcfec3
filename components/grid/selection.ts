/** A cell on screen: rows counted in shown order, columns in theirs, both from 0. Row -1 is the header. */
export interface Position {
  row: number;
  column: number;
}

/** All four borders belong to it. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const HEADER_ROW = -1;

export interface Bounds {
  rowCount: number;
  columnCount: number;
  /** Rows that fit on the screen. */
  pageRows: number;
}

export function rangeOf(anchor: Position, active: Position): Range {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function isSingle(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right;
}

/** The header cannot be part of a range: it holds no data. */
export function clamp(position: Position, bounds: Bounds, allowsHeader: boolean): Position {
  const first = allowsHeader || bounds.rowCount === 0 ? HEADER_ROW : 0;
  return {
    row: Math.max(first, Math.min(position.row, bounds.rowCount - 1)),
    column: Math.max(0, Math.min(position.column, bounds.columnCount - 1)),
  };
}

export const EDGE = { top: 1, right: 2, bottom: 4, left: 8 } as const;

/** Which sides of a cell are the border of the range, as bits; 0 inside it, -1 outside. */
export function edgesAt(range: Range | null, row: number, column: number): number {
  if (!range || row < range.top || row > range.bottom || column < range.left || column > range.right)
    return -1;
  return (
    (row === range.top ? EDGE.top : 0) |
    (column === range.right ? EDGE.right : 0) |
    (row === range.bottom ? EDGE.bottom : 0) |
    (column === range.left ? EDGE.left : 0)
  );
}
