import { isBlank } from "./cells";
import { isListed } from "./copy-visible";
import type { RowId } from "./ids";
import type { SourceRow, SourceSheet } from "./sheet";

/**
 * What was found out about a sheet while it was shown before. A copy is shown to many people, and looking at half a
 * million cells costs more than all the rest. Nothing here depends on who looks, and a sheet is never written to, so
 * remembering makes no difference but in time; the memory goes with the sheet.
 */
interface LookedAt {
  /** What they were looked at as: the same rows with other columns are another matter. */
  columns: SourceSheet["columns"];
  hasDoubles: boolean;
  /** By the row's place: 0 not looked at, 1 plain, 2 not. */
  plain: Uint8Array;
}

/** By the list of rows, which a sheet keeps while nothing of it changes. */
const sheets = new WeakMap<SourceSheet["rows"], LookedAt>();

/** Whether any row stands twice. */
export function hasDoubles(sheet: SourceSheet): boolean {
  return lookedAt(sheet).hasDoubles;
}

/**
 * Whether every cell of the row at this place may leave the server as it stands: it has content, lies in one of the
 * sheet's columns, and holds not a field more than a cell has (I12).
 */
export function isPlainRow(sheet: SourceSheet, place: number): boolean {
  const { plain } = lookedAt(sheet);
  if (plain[place] === 0) plain[place] = isPlain(sheet, sheet.rows[place]?.cells ?? {}) ? 1 : 2;
  return plain[place] === 1;
}

function lookedAt({ rows, columns }: SourceSheet): LookedAt {
  const known = sheets.get(rows);
  if (known?.columns === columns) return known;
  const ids = new Set<RowId>();
  for (const { id } of rows) ids.add(id);
  const looked = { columns, hasDoubles: ids.size < rows.length, plain: new Uint8Array(rows.length) };
  sheets.set(rows, looked);
  return looked;
}

function isPlain({ columns }: SourceSheet, cells: SourceRow["cells"]): boolean {
  // React refuses to hand an object without a prototype to the browser.
  if (Object.getPrototypeOf(cells) !== Object.prototype) return false;
  let found = 0;
  for (const { id } of columns) {
    const cell = cells[id];
    if (cell === undefined) continue;
    if (isBlank(cell) || !isListed(cell)) return false;
    found += 1;
  }
  return Object.keys(cells).length === found;
}
