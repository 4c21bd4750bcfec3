import { cellTest } from "./cell-tests";
import { type KnownColumns, wholeColumns } from "./known-columns";
import type { ColumnType, SourceColumn, SourceRow } from "./sheet";
import type { RowFilter, RowTest } from "./types";

export type RowPredicate = (row: SourceRow) => boolean;

/**
 * How a condition on a title that two columns bear is read. Both are meant: `narrow` (permits, limits) asks that it
 * hold in each of them, `wide` (forbids) in either, so that doubt never shows more.
 */
export type Reading = "narrow" | "wide";

/**
 * A filter made ready for a sheet's rows, or null where it can't be evaluated because it names a column that is
 * not among `columns` (F10). One lost column spoils the whole filter, even inside an `any`: half a condition is
 * another condition. On null a permit gives nothing and a forbid denies the sheet.
 *
 * An empty `all` is true, an empty `any` false, an empty `none` true.
 */
export function compileFilter(filter: RowFilter, columns: readonly SourceColumn[]): RowPredicate | null {
  return compileRows(filter, wholeColumns(columns), "narrow");
}

/** As `compileFilter`, for an answer that may not hold all columns. A title is lost too while another column that was not read bears it. */
export function compileRows(filter: RowFilter, columns: KnownColumns, reading: Reading): RowPredicate | null {
  // Under `none` a row is matched for what does not hold.
  const inner = filter.match === "none" ? opposite(reading) : reading;
  const parts: RowPredicate[] = [];
  for (const part of filter.conditions) {
    const predicate = "match" in part ? compileRows(part, columns, inner) : compileTest(part, columns, inner);
    if (predicate === null) return null;
    parts.push(predicate);
  }
  switch (filter.match) {
    case "all":
      return every(parts);
    case "any":
      return some(parts);
    case "none": {
      const isAny = some(parts);
      return (row) => !isAny(row);
    }
    default:
      return null;
  }
}

function opposite(reading: Reading): Reading {
  return reading === "narrow" ? "wide" : "narrow";
}

function compileTest(test: RowTest, columns: KnownColumns, reading: Reading): RowPredicate | null {
  const ids = test.columnId === undefined ? columns.titled(test.title ?? "") : [test.columnId];
  const matches = cellTest(test);
  if (ids === null || ids.length === 0 || matches === null) return null;
  const parts: RowPredicate[] = [];
  for (const id of ids) {
    const type: ColumnType | undefined = columns.types.get(id);
    if (type === undefined) return null;
    parts.push((row) => matches(row.cells[id], type));
  }
  return reading === "narrow" ? every(parts) : some(parts);
}

/** One part alone is handed on as it is, and plain loops: this runs for every row of a sheet. */
function every(parts: readonly RowPredicate[]): RowPredicate {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return (row) => {
    for (const matches of parts) if (!matches(row)) return false;
    return true;
  };
}

function some(parts: readonly RowPredicate[]): RowPredicate {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return (row) => {
    for (const matches of parts) if (matches(row)) return true;
    return false;
  };
}
