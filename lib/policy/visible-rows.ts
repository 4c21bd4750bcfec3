import { isBlank } from "./cells";
import { copyCell } from "./copy-visible";
import type { ColumnId, RowId } from "./ids";
import type { JoinedRow } from "./join-rows";
import { type Reading, shownIn } from "./layers";
import type { SourceColumn, VisibleCell, VisibleRow } from "./sheet";

/** Rows that match the same layers show the same columns, so the columns are worked out once for each such class. */
interface RowClass {
  shown: { id: ColumnId; place: number }[];
  /** For each column that shows, the place of the answer it is taken from. */
  from: ReadonlyMap<string, number>;
  rows: number;
}

interface KeptRow {
  joined: JoinedRow;
  from: RowClass["from"];
}

/**
 * The rows that show, with their cells, and in how many rows each column shows (by the column's place).
 * Where any row is missing they are numbered anew and hang on their nearest visible ancestor.
 */
export function visibleRows(
  readings: readonly Reading[],
  columns: readonly SourceColumn[],
  all: readonly JoinedRow[],
): { rows: VisibleRow[]; shownRows: Uint32Array } {
  const classes = new Map<string, RowClass>();
  const kept: KeptRow[] = [];
  for (const joined of all) {
    const hits = readings.map(({ layers }, place) => {
      const row = joined.answers[place];
      return row ? layers.map(({ matches }) => matches === null || matches(row)) : null;
    });
    const key = hits.map((one) => (one === null ? "-" : one.map(Number).join(""))).join("|");
    let rowClass = classes.get(key);
    if (rowClass === undefined) {
      const from = shownIn(readings, hits, columns.length);
      const shown = columns.flatMap(({ id }, place) => {
        const reading = from[place] ?? -1;
        return reading < 0 ? [] : [{ id, place, reading }];
      });
      rowClass = { shown, from: new Map(shown.map(({ id, reading }) => [id, reading])), rows: 0 };
      classes.set(key, rowClass);
    }
    rowClass.rows += 1;
    if (rowClass.shown.length > 0) kept.push({ joined, from: rowClass.from });
  }

  const shownRows = new Uint32Array(columns.length);
  for (const { shown, rows } of classes.values()) {
    for (const { place } of shown) shownRows[place] = (shownRows[place] ?? 0) + rows;
  }
  return { rows: numbered(all, kept), shownRows };
}

function numbered(all: readonly JoinedRow[], kept: readonly KeptRow[]): VisibleRow[] {
  const isRestricted = kept.length < all.length;
  const visibleIds = new Set(kept.map(({ joined }) => joined.main.id));
  // A row's own id where it shows, else its nearest visible ancestor's. A parent stands before its children.
  const nearest = new Map<RowId, RowId | null>();
  for (const { main } of isRestricted ? all : []) {
    const above = main.parentId === null ? null : (nearest.get(main.parentId) ?? null);
    nearest.set(main.id, visibleIds.has(main.id) ? main.id : above);
  }
  return kept.map(({ joined, from }, place) => {
    const { id, rowNumber, parentId } = joined.main;
    const above = isRestricted && parentId !== null ? (nearest.get(parentId) ?? null) : parentId;
    return {
      id,
      rowNumber: isRestricted ? place + 1 : rowNumber,
      parentId: above,
      cells: copyCells(joined, from),
    };
  });
}

/**
 * Walks the cells there are rather than the columns there may be: sheets are sparse, and it is the faster way.
 * A plain object: React refuses to hand one without a prototype to the browser, and the keys are digits only.
 */
function copyCells({ answers }: JoinedRow, from: RowClass["from"]): Record<string, VisibleCell> {
  const cells: Record<string, VisibleCell> = {};
  for (const [place, answer] of answers.entries()) {
    if (answer === undefined) continue;
    for (const id in answer.cells) {
      const cell = answer.cells[id];
      if (from.get(id) === place && cell !== undefined && !isBlank(cell)) cells[id] = copyCell(cell);
    }
  }
  return cells;
}
