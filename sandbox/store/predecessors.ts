import { type Predecessor, parsePredecessors, predecessorsText } from "../render/predecessors";
import type { Sheet } from "./sheet";
import type { Column, Id, Row } from "./types";

interface Held {
  row: Row;
  column: Column;
  text: string;
  list: (Predecessor & { rowId: Id | undefined })[];
}

/** Predecessors name rows by number: when rows move, the numbers move with them; a row that is gone leaves `#REF`. */
export function keepPredecessors(sheet: Sheet, change: () => void): void {
  const held = collect(sheet);
  change();
  if (held.length === 0) return;
  const numbers = new Map(sheet.rows.map((row, index) => [row.id, index + 1]));
  for (const { row, column, text, list } of held) {
    const renumbered = list.map(({ rowId, ...predecessor }) => ({
      ...predecessor,
      rowNumber: rowId === undefined ? predecessor.rowNumber : (numbers.get(rowId) ?? 0),
    }));
    const value = predecessorsText(renumbered);
    const isMoved = renumbered.some(({ rowNumber }, place) => rowNumber !== list[place]?.rowNumber);
    if (isMoved && value !== text) row.cells.set(column.id, { ...row.cells.get(column.id), value });
  }
}

function collect(sheet: Sheet): Held[] {
  const columns = sheet.columns.filter(({ type }) => type === "PREDECESSOR");
  if (columns.length === 0) return [];
  return sheet.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const text = row.cells.get(column.id)?.value;
      const list = typeof text === "string" ? parsePredecessors(text) : null;
      if (typeof text !== "string" || !list) return [];
      const named = list.map((one) => ({ ...one, rowId: sheet.rows[one.rowNumber - 1]?.id }));
      return [{ row, column, text, list: named }];
    }),
  );
}
