import type { RowId } from "./ids";
import type { SourceRow } from "./sheet";

/** One row as each source answered it, by the source's place; `main` is the first of them. */
export interface JoinedRow {
  main: SourceRow;
  answers: (SourceRow | undefined)[];
}

/**
 * Rows of several answers at one version, joined by row id, in the sheet's order. A row that stands twice in one
 * answer counts once, the first time.
 */
export function joinRows(sheets: readonly (readonly SourceRow[])[]): JoinedRow[] {
  const byId = new Map<RowId, JoinedRow>();
  for (const [place, rows] of sheets.entries()) {
    for (const row of rows) {
      let joined = byId.get(row.id);
      if (joined === undefined) {
        joined = { main: row, answers: sheets.map(() => undefined) };
        byId.set(row.id, joined);
      }
      joined.answers[place] ??= row;
    }
  }
  const joined = [...byId.values()];
  // One answer is in order already; of several, one may have rows that the first lacks.
  return sheets.length > 1 ? joined.sort((a, b) => a.main.rowNumber - b.main.rowNumber) : joined;
}
