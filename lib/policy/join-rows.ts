import type { RowId } from "./ids";
import { hasDoubles } from "./looked-at";
import type { SourceRow, SourceSheet } from "./sheet";

/** The rows of several answers, side by side: `answers[source][row]` is what that source says of `main[row]`. */
export interface JoinedRows {
  /** Each row once, in the sheet's order, from the first source that has it. */
  main: readonly SourceRow[];
  answers: readonly (readonly (SourceRow | undefined)[])[];
}

/**
 * Rows of several answers at one version, joined by row id, in the sheet's order. A row that stands twice in one
 * answer counts once, the first time.
 */
export function joinRows(sheets: readonly SourceSheet[]): JoinedRows {
  const [only, ...others] = sheets;
  // One answer is in order already.
  if (only !== undefined && others.length === 0 && !hasDoubles(only))
    return { main: only.rows, answers: [only.rows] };
  const byId = sheets.map(({ rows }) => indexRows(rows));
  const all = new Map<RowId, SourceRow>();
  for (const rows of byId) for (const [id, row] of rows) if (!all.has(id)) all.set(id, row);
  const main = [...all.values()];
  // Of several, one may have rows that the first lacks.
  if (others.length > 0) main.sort((a, b) => a.rowNumber - b.rowNumber);
  return { main, answers: byId.map((rows) => main.map(({ id }) => rows.get(id))) };
}

function indexRows(rows: readonly SourceRow[]): Map<RowId, SourceRow> {
  const byId = new Map<RowId, SourceRow>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return byId;
}
