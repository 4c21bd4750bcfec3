import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import { type CellFormat, formatOf } from "./format";
import type { Range } from "./selection";
import type { Steps } from "./slices";

export interface SelectionSummary {
  /** Cells in the selection, blank ones too. */
  cells: number;
  filled: number;
  numbers: number;
  sum: number;
  average: number | null;
  min: number | null;
  max: number | null;
  /** The numbers' format where all share it, so that a sum of euros reads as euros. */
  format: CellFormat | null;
}

export const NOTHING_SELECTED: SelectionSummary = {
  cells: 0,
  filled: 0,
  numbers: 0,
  sum: 0,
  average: null,
  min: null,
  max: null,
  format: null,
};

const ROWS_PER_STEP = 500;

function isAlike(a: CellFormat, b: CellFormat): boolean {
  return a.numberStyle === b.numberStyle && a.currency === b.currency;
}

export function* summarize(input: {
  rows: readonly VisibleRow[];
  order: readonly number[];
  columns: readonly VisibleColumn[];
  range: Range | null;
}): Steps<SelectionSummary> {
  const { rows, order, columns, range } = input;
  if (!range || range.top < 0) return NOTHING_SELECTED;
  const chosen = columns.slice(range.left, range.right + 1);
  let [filled, numbers, sum, lost] = [0, 0, 0, 0];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let format: CellFormat | null = null;
  let isMixed = false;
  for (let at = range.top; at <= range.bottom; at += 1) {
    if ((at - range.top) % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const cells = rows[order[at] ?? -1]?.cells;
    if (!cells) continue;
    for (const column of chosen) {
      const cell = cells[column.id];
      if (!cell) continue;
      filled += 1;
      const value = cell.value;
      if (typeof value !== "number") continue;
      numbers += 1;
      min = Math.min(min, value);
      max = Math.max(max, value);
      // Neumaier's sum: 0.1 + 0.2 shall read 0.3 in the foot, and cents shall not drift over 20,000 rows.
      const next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
      const own = formatOf(cell.format, column.format);
      if (format === null) format = own;
      else if (!isAlike(format, own)) isMixed = true;
    }
  }
  const total = sum + lost;
  return {
    cells: (range.bottom - range.top + 1) * chosen.length,
    filled,
    numbers,
    sum: total,
    average: numbers > 0 ? total / numbers : null,
    min: numbers > 0 ? min : null,
    max: numbers > 0 ? max : null,
    format: isMixed ? null : format,
  };
}
