import type { WhoAnswer, WhoColumn, WhoLine } from "@/lib/access/schema";
import { foldTitle } from "@/lib/policy/titles";

/** `absent`: the sheet has no such column. */
export type CellState = "visible" | "masked" | "closed" | "absent";

export interface MatrixColumn {
  key: string;
  title: string;
  isSensitive: boolean;
}

export interface MatrixRow {
  line: WhoLine;
  /** In the order of the matrix's columns. */
  cells: CellState[];
  /** Columns the person sees that found no place in the matrix. */
  others: WhoLine["columns"];
}

export interface Matrix {
  columns: MatrixColumn[];
  rows: MatrixRow[];
}

/** More columns than one reads across; what is beyond is named in words. */
export const MOST_ACROSS = 24;

/** One sheet: people down, its columns across, or only the one asked about. */
export function sheetMatrix(answer: WhoAnswer, columnId?: string): Matrix {
  const columns = answer.columns
    .filter(({ id }) => columnId === undefined || id === columnId)
    .map(({ id, title, isSensitive }) => ({ key: id, title, isSensitive }));
  return fill(answer.lines, columns, ({ id }) => id);
}

/** One person: sheets down, column titles across, those of most sheets first. Only titles they see somewhere. */
export function personMatrix(answer: WhoAnswer): Matrix {
  const byTitle = new Map<string, MatrixColumn & { sheets: number }>();
  for (const { columns } of answer.lines)
    for (const column of columns) {
      const key = folded(column);
      const known = byTitle.get(key) ?? { key, title: column.title, isSensitive: false, sheets: 0 };
      const isSensitive = known.isSensitive || column.isSensitive;
      byTitle.set(key, { ...known, isSensitive, sheets: known.sheets + 1 });
    }
  const columns = [...byTitle.values()]
    .sort((a, b) => b.sheets - a.sheets)
    .map(({ key, title, isSensitive }) => ({ key, title, isSensitive }));
  return fill(answer.lines, columns, folded);
}

function fill(
  lines: readonly WhoLine[],
  all: readonly MatrixColumn[],
  keyOf: (column: WhoColumn) => string,
): Matrix {
  const columns = all.slice(0, MOST_ACROSS);
  const across = new Set(columns.map(({ key }) => key));
  return {
    columns,
    rows: lines.map((line) => {
      const open = new Map(line.columns.map((column) => [keyOf(column), column]));
      const closed = new Set(line.closed.map(keyOf));
      return {
        line,
        cells: columns.map(({ key }) => stateOf(open.get(key), closed.has(key))),
        others: line.columns.filter((column) => !across.has(keyOf(column))),
      };
    }),
  };
}

function stateOf(open: { isMasked: boolean } | undefined, isClosed: boolean): CellState {
  if (open) return open.isMasked ? "masked" : "visible";
  return isClosed ? "closed" : "absent";
}

/** As rules take titles: those that read the same are one column of the matrix. */
function folded({ title }: WhoColumn): string {
  return foldTitle(title);
}
