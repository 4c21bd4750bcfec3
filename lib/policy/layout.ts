import type { RowId } from "./ids";
import type { Source } from "./known-columns";
import type { SourceSheet, VisibleCell, VisibleRow, VisibleSheet } from "./sheet";
import type { VisibleRows } from "./visible-rows";

/** The rows of a visible sheet one by one, for whoever needs a screen of them or one column. */
export interface VisibleLayout {
  /** How many rows show. */
  count: number;
  /** `row` is a place among the rows that show, here and below; a `RangeError` past the end. */
  idAt(row: number): RowId;
  rowAt(row: number): VisibleRow;
  /** The row without its cells. */
  placeAt(row: number): Omit<VisibleRow, "cells">;
  /** `column` is a place among the visible columns. */
  cellAt(row: number, column: number): VisibleCell | undefined;
  /**
   * For a column that shows in every one of these rows as it is, unmasked: the one answer it comes from, its place
   * there, and each row's place there. Null for any other. Which of its two formats a cell shows with, `hidesNothing`
   * says.
   */
  asIs(column: number): AsIs | null;
  hidesNothing(row: number): boolean;
}

export interface AsIs {
  sheet: SourceSheet;
  column: number;
  placeOf(row: number): number;
}

/**
 * Where a sheet carries its layout: by a name all bundles of the program share, as each may hold a copy of this module.
 * Not enumerable, so that neither JSON nor a spread takes it along.
 */
const LAYOUT = Symbol.for("sheetpass.layout");

/** How the rows of a sheet that `project` made lie. Throws for any other. */
export function layoutOf(sheet: VisibleSheet): VisibleLayout {
  const layout = (sheet as { [LAYOUT]?: VisibleLayout })[LAYOUT];
  if (!layout) throw new Error("This sheet was not made by a decision.");
  return layout;
}

/** For `project` alone. `places`: of the visible columns among all of the answers. */
export function layOutRows(
  said: Pick<VisibleSheet, "id" | "name" | "version" | "fetchedAt" | "columns" | "modifiedAt">,
  shown: VisibleRows,
  places: readonly number[],
  sources: readonly Source[],
): VisibleSheet {
  let rows: VisibleRow[] | null = null;
  const sheet = {
    ...said,
    get rows() {
      rows ??= Array.from({ length: shown.count }, (_, row) => shown.rowAt(row));
      return rows;
    },
  };
  // The one cast: the brand has no value, it only says that `project` made the sheet.
  const visible = sheet as unknown as VisibleSheet;
  Object.defineProperty(visible, LAYOUT, { value: layoutFrom(said.columns, shown, places, sources) });
  return visible;
}

function layoutFrom(
  columns: VisibleSheet["columns"],
  shown: VisibleRows,
  places: readonly number[],
  sources: readonly Source[],
): VisibleLayout {
  const { count, tally, idAt, rowAt, placeAt, hidesNothing, placeIn } = shown;
  const only = sources[0]?.sheet;
  return {
    count,
    idAt,
    rowAt,
    placeAt,
    hidesNothing,
    cellAt: (row, column) => shown.cellAt(row, places[column] ?? -1),
    asIs(column) {
      const place = places[column] ?? -1;
      if (placeIn === null || only === undefined) return null;
      if (tally.masked[place] !== 0 || tally.shown[place] !== count) return null;
      const found = only.columns.findIndex(({ id }) => id === columns[column]?.id);
      return found < 0 ? null : { sheet: only, column: found, placeOf: placeIn };
    },
  };
}
