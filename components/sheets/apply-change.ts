import { keepOrigin } from "@/components/grid/column-values";
import type { LiveChange } from "@/lib/live/events";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { SheetLike } from "./sheet-like";

export interface AppliedChange<A extends SheetLike> {
  answer: A;
  /** What to point at: `rowId:columnId`, or a `rowId` for a row that was not there. */
  cells: ReadonlySet<string>;
  /** How many rows show something else, are new, or went. */
  changed: number;
  added: number;
  removed: number;
}

/**
 * The rows after a change, where `before` is what was held at its `from`. Null when it does not fit, because it names
 * a row nobody knows: the sheet is then to be loaded anew. Pure; what did not change stays the same object.
 */
export function applyChange<A extends SheetLike>(before: A, change: LiveChange): AppliedChange<A> | null {
  const places = new Map(before.rows.map(({ id }, place) => [id as string, place]));
  const news = new Map<string, VisibleRow>(change.rows.map((row) => [row.id, row]));
  const ids = change.order ?? sequenceOf(before.rows, change);
  const rows: VisibleRow[] = [];
  const from = new Int32Array(ids.length);
  for (const [at, id] of ids.entries()) {
    const place = places.get(id);
    const row = news.get(id) ?? (place === undefined ? undefined : before.rows[place]);
    if (!row) return null;
    from[at] = news.has(id) || place === undefined ? -1 : place;
    rows.push(row);
  }
  if (isNumberedByPlace(before.rows)) renumber(rows);
  keepOrigin(rows, before.rows, from);

  const columns = change.columns ?? before.columns;
  const cells = new Set<string>();
  let added = 0;
  let changed = 0;
  for (const row of change.rows) {
    const old = before.rows[places.get(row.id) ?? -1];
    if (old) changed += 1;
    else added += 1;
    if (!old) cells.add(row.id);
    else for (const id of changedColumns(old, row, columns)) cells.add(`${row.id}:${id}`);
  }
  const { sheet, access } = change;
  const answer = { ...before, sheet, access, columns, rows };
  return { answer, cells, changed, added, removed: change.removed.length };
}

/** Without an order of its own a change leaves rows where they stand and adds new ones at the end. */
function sequenceOf(rows: readonly VisibleRow[], { removed, rows: news }: LiveChange): string[] {
  const gone = new Set(removed);
  const kept: string[] = [];
  const known = new Set<string>();
  for (const { id } of rows) {
    known.add(id);
    if (!gone.has(id)) kept.push(id);
  }
  for (const { id } of news) if (!known.has(id)) kept.push(id);
  return kept;
}

function isNumberedByPlace(rows: readonly VisibleRow[]): boolean {
  return rows.every(({ rowNumber }, place) => rowNumber === place + 1);
}

function renumber(rows: VisibleRow[]): void {
  for (const [place, row] of rows.entries())
    if (row.rowNumber !== place + 1) rows[place] = { ...row, rowNumber: place + 1 };
}

function changedColumns(before: VisibleRow, after: VisibleRow, columns: readonly VisibleColumn[]): string[] {
  return columns.flatMap(({ id }) => (isSameCell(before.cells[id], after.cells[id]) ? [] : [id]));
}

/** Fields come in no certain order, so the text of the whole cell would not do. */
function isSameCell(a: VisibleCell | undefined, b: VisibleCell | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    a.value === b.value &&
    a.displayValue === b.displayValue &&
    a.format === b.format &&
    a.link === b.link &&
    JSON.stringify(a.objectValue) === JSON.stringify(b.objectValue)
  );
}
