import type { RowId } from "@/lib/policy/ids";
import type { VisibleCell, VisibleRow } from "@/lib/policy/sheet";
import { isSameCell } from "./same-cell";

/** The rows of one state, by place from 0. */
export interface RowList {
  count: number;
  idAt(row: number): RowId;
  placeAt(row: number): Omit<VisibleRow, "cells">;
  cellAt(row: number, columnId: string): VisibleCell | undefined;
  rowAt(row: number): VisibleRow;
}

export interface RowDiff {
  removed: RowId[];
  /** Changed and new ones, in their order. */
  rows: VisibleRow[];
  /** All ids in order, where dropping, replacing and adding at the end gives another sequence. */
  order?: RowId[];
}

export interface DiffOptions {
  /** Columns of either state to be compared cell by cell. */
  columnIds: readonly string[];
  /** Whether a row shows something else in the columns beside, by its place before and after. */
  hasChanged?(was: number, place: number): boolean;
}

/** More rows than this are sooner loaded anew than told one by one. */
export const MOST_ROWS = 2_000;

/**
 * What turns the one state into the other; `reload` where that is too much, or where numbers would not follow from
 * places. Pure; O(rows x columns that are compared).
 */
export function diffRows(before: RowList, after: RowList, options: DiffOptions): RowDiff | "reload" {
  const old = placesBefore(before, after);
  if (!old.isSameSequence && !(isNumberedByPlace(before) && isNumberedByPlace(after))) return "reload";

  const kept = new Uint8Array(before.count);
  const rows: VisibleRow[] = [];
  const added: RowId[] = [];
  for (let place = 0; place < after.count; place++) {
    const id = after.idAt(place);
    const was = old.placeOf(id, place);
    if (was === undefined) {
      added.push(id);
      rows.push(after.rowAt(place));
    } else {
      kept[was] = 1;
      const isSame = isSamePlace(before.placeAt(was), after.placeAt(place), old.isSameSequence);
      if (!isSame || isOther(before, was, after, place, options)) rows.push(after.rowAt(place));
    }
    if (rows.length > MOST_ROWS) return "reload";
  }

  const removed: RowId[] = [];
  for (const [was, isKept] of kept.entries()) if (isKept === 0) removed.push(before.idAt(was));
  if (rows.length + removed.length > MOST_ROWS) return "reload";
  if (old.isSameSequence || isSequence(before, kept, added, after)) return { removed, rows };
  return { removed, rows, order: Array.from({ length: after.count }, (_, place) => after.idAt(place)) };
}

function isOther(
  before: RowList,
  was: number,
  after: RowList,
  place: number,
  { columnIds, hasChanged }: DiffOptions,
): boolean {
  if (hasChanged?.(was, place)) return true;
  return columnIds.some((id) => !isSameCell(before.cellAt(was, id), after.cellAt(place, id)));
}

type Place = Omit<VisibleRow, "cells">;

function isSamePlace(one: Place, other: Place, withNumber: boolean): boolean {
  return one.parentId === other.parentId && (!withNumber || one.rowNumber === other.rowNumber);
}

/** Then a row's number follows from its place, and the viewer counts anew. */
function isNumberedByPlace({ count, placeAt }: RowList): boolean {
  for (let row = 0; row < count; row++) if (placeAt(row).rowNumber !== row + 1) return false;
  return true;
}

/** Most changes leave the rows where they are: only those after the first that differs are looked up by id. */
function placesBefore(before: RowList, after: RowList) {
  let same = 0;
  const least = Math.min(before.count, after.count);
  while (same < least && before.idAt(same) === after.idAt(same)) same++;
  const moved = new Map<RowId, number>();
  for (let place = same; place < before.count; place++) moved.set(before.idAt(place), place);
  return {
    isSameSequence: same === before.count && same === after.count,
    placeOf: (id: RowId, place: number) => (place < same ? place : moved.get(id)),
  };
}

/** Whether the rows that stay, where they stood, and then the new ones are the new sequence. */
function isSequence(before: RowList, kept: Uint8Array, added: readonly RowId[], after: RowList): boolean {
  let place = 0;
  for (const [was, isKept] of kept.entries())
    if (isKept === 1 && before.idAt(was) !== after.idAt(place++)) return false;
  return added.every((id) => id === after.idAt(place++));
}
