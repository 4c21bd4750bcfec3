import { isBlank } from "./cells";
import { laidCell, visibleCell } from "./copy-visible";
import type { RowId } from "./ids";
import type { JoinedRows } from "./join-rows";
import type { Reading } from "./layers";
import { isPlainRow } from "./looked-at";
import { maskCell } from "./mask-text";
import { rowClasses } from "./row-classes";
import type { SourceColumn, SourceRow, SourceSheet, VisibleCell, VisibleRow } from "./sheet";
import { type ShownColumn, shownIn } from "./shown-columns";

/** In how many rows a column shows, and in how many of those masked, by the column's place. */
export interface Tally {
  shown: Uint32Array;
  masked: Uint32Array;
}

/** The rows that show. Cells are looked at when they are asked for: a reader sees a screen of a large sheet at a time. */
export interface VisibleRows {
  count: number;
  tally: Tally;
  /** By place among the rows that show, here and below. */
  idAt(row: number): RowId;
  rowAt(row: number): VisibleRow;
  placeAt(row: number): Omit<VisibleRow, "cells">;
  /** What shows in the column at this place; undefined for a blank and for what does not show. */
  cellAt(row: number, column: number): VisibleCell | undefined;
  /** Whether this column shows masked in this row. */
  isMasked(row: number, column: number): boolean;
  /** The place among the rows of the one answer; null where there are several answers, or rows stood twice. */
  placeIn: ((row: number) => number) | null;
  /** Whether nothing of the row is hidden, so that conditional formats show. */
  hidesNothing(row: number): boolean;
}

/** What rows of one class show. */
interface RowView {
  columns: readonly ShownColumn[];
  byPlace: ReadonlyMap<number, ShownColumn>;
  masked: ReadonlySet<number>;
  /** True where all columns of the one answer show as they are: then a row's cells may be handed on untouched. */
  isWhole: boolean;
  /** True where that answer holds every column of the sheet as well: then nothing of the row is hidden. */
  hidesNothing: boolean;
}

/**
 * The rows that show, with their cells. Where any row is missing they are numbered anew and hang on their nearest
 * visible ancestor. `hasAllColumns`: every column of the sheet was asked for.
 */
export function visibleRows(
  readings: readonly Reading[],
  columns: readonly SourceColumn[],
  all: JoinedRows,
  hasAllColumns: boolean,
): VisibleRows {
  const classes = rowClasses(readings, all);
  const views = classes.hits.map((hits) => viewOf(shownIn(readings, hits, columns), readings, hasAllColumns));
  const keeps = new Uint32Array(classes.of.length);
  let keptCount = 0;
  const tally = { shown: new Uint32Array(columns.length), masked: new Uint32Array(columns.length) };
  const counts = new Uint32Array(views.length);
  for (let row = 0; row < classes.of.length; row++) {
    const place = classes.of[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    if (views[place]?.columns.length) keeps[keptCount++] = row;
  }
  // A copy of its own length: an open page holds it.
  const kept = keeps.slice(0, keptCount);
  for (const [place, view] of views.entries()) count(view, counts[place] ?? 0, tally);

  const viewOfRow = (row: number) => views[classes.of[kept[row] ?? 0] ?? 0];
  const parentOf = parents(all.main, kept);
  const isRestricted = kept.length < all.main.length;
  const only = onlySheet(readings, all);
  const placeOf = (row: number) => {
    const at = kept[row];
    if (at === undefined) throw new RangeError("There is no such row.");
    return at;
  };
  const placeAt = (row: number) => {
    const at = placeOf(row);
    const { id, rowNumber } = sourceRow(all, at);
    return { id, rowNumber: isRestricted ? row + 1 : rowNumber, parentId: parentOf(at) };
  };
  return {
    count: kept.length,
    tally,
    idAt: (row) => sourceRow(all, placeOf(row)).id,
    placeAt,
    rowAt(row) {
      const at = placeOf(row);
      const view = viewOfRow(row);
      const cells = view ? cellsOf(all, at, view, only !== null && isPlainRow(only, at)) : {};
      return { ...placeAt(row), cells };
    },
    cellAt(row, column) {
      const view = viewOfRow(row);
      const shown = view?.byPlace.get(column);
      return view && shown && shownCell(all, placeOf(row), shown, view.hidesNothing);
    },
    isMasked: (row, column) => viewOfRow(row)?.masked.has(column) ?? false,
    placeIn: only === null ? null : placeOf,
    hidesNothing: (row) => viewOfRow(row)?.hidesNothing ?? false,
  };
}

function sourceRow({ main }: JoinedRows, place: number): SourceRow {
  const row = main[place];
  if (row === undefined) throw new RangeError("There is no such row.");
  return row;
}

function viewOf(columns: ShownColumn[], readings: readonly Reading[], hasAllColumns: boolean): RowView {
  const masked = new Set(columns.flatMap(({ place, masks }) => (masks.length > 0 ? [place] : [])));
  const own = readings[0]?.source.sheet.columns ?? [];
  const isWhole = readings.length === 1 && masked.size === 0 && columns.length === own.length;
  const byPlace = new Map(columns.map((column) => [column.place, column]));
  return { columns, byPlace, masked, isWhole, hidesNothing: isWhole && hasAllColumns };
}

/** The sheet whose rows the joined rows are, place by place; null where there are several, or rows stood twice. */
function onlySheet(readings: readonly Reading[], all: JoinedRows): SourceSheet | null {
  const sheet = readings[0]?.source.sheet;
  return sheet !== undefined && all.main === sheet.rows ? sheet : null;
}

function count({ columns }: RowView, rows: number, { shown, masked }: Tally): void {
  for (const { place, masks } of columns) {
    shown[place] = (shown[place] ?? 0) + rows;
    if (masks.length > 0) masked[place] = (masked[place] ?? 0) + rows;
  }
}

/** For each kept row its parent, or its nearest visible ancestor where rows are missing. A parent stands before its children. */
function parents(main: readonly SourceRow[], kept: Uint32Array): (row: number) => RowId | null {
  const hasTree = kept.some((row) => main[row]?.parentId !== null);
  if (kept.length === main.length || !hasTree) return (row) => main[row]?.parentId ?? null;
  const visible = new Set(Array.from(kept, (row) => main[row]?.id));
  // A row's own id where it shows, else its nearest visible ancestor's.
  const nearest = new Map<RowId, RowId | null>();
  for (const { id, parentId } of main) {
    const above = parentId === null ? null : (nearest.get(parentId) ?? null);
    nearest.set(id, visible.has(id) ? id : above);
  }
  return (row) => {
    const parentId = main[row]?.parentId ?? null;
    return parentId === null ? null : (nearest.get(parentId) ?? null);
  };
}

/**
 * A plain object: React refuses to hand one without a prototype to the browser, and the keys are digits only.
 * `isPlain`: every cell of the row may leave as it stands.
 */
function cellsOf(
  { answers }: JoinedRows,
  row: number,
  { columns, isWhole, hidesNothing }: RowView,
  isPlain: boolean,
): VisibleRow["cells"] {
  const untouched = answers[0]?.[row]?.cells;
  if (isPlain && isWhole && untouched !== undefined) return untouched;
  const cells: [string, VisibleCell][] = [];
  for (const shown of columns) {
    const cell = shownCell({ answers }, row, shown, hidesNothing, isPlain);
    if (cell !== undefined) cells.push([shown.id, cell]);
  }
  // Half the time of adding one by one, where there are many.
  return Object.fromEntries(cells);
}

/** `isPlain`: the cell may leave as it stands. */
function shownCell(
  { answers }: Pick<JoinedRows, "answers">,
  row: number,
  { id, type, reading, masks }: ShownColumn,
  hidesNothing: boolean,
  isPlain = false,
): VisibleCell | undefined {
  const cell = answers[reading]?.[row]?.cells[id];
  if (cell === undefined || (!isPlain && isBlank(cell))) return undefined;
  if (masks.length > 0) return maskCell(cell, type, masks);
  if (isPlain) return cell;
  return hidesNothing ? laidCell(cell) : visibleCell(cell);
}
