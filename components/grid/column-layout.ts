import type { VisibleColumn } from "@/lib/policy/sheet";
import { GUTTER_WIDTH } from "./grid-types";

export const MIN_WIDTH = 48;
export const MAX_WIDTH = 900;

const DEFAULT_WIDTHS: Partial<Record<VisibleColumn["type"], number>> = {
  CHECKBOX: 80,
  DATE: 120,
  DURATION: 100,
  PREDECESSOR: 110,
  CONTACT_LIST: 170,
  MULTI_CONTACT_LIST: 220,
};

export interface ColumnLayout {
  widths: readonly number[];
  /** From the left edge of the sheet, the gutter included. */
  lefts: readonly number[];
  total: number;
  /** Columns that stay in sight: the primary one where it stands first, else none. */
  frozenCount: 0 | 1;
}

export function clampWidth(width: number): number {
  return Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));
}

export function ownWidth(column: VisibleColumn): number {
  return clampWidth(column.width ?? (column.primary ? 280 : (DEFAULT_WIDTHS[column.type] ?? 150)));
}

/** `fill` is the width there is to fill: the last column takes what is left unless a person set its width. */
export function layoutColumns(
  columns: readonly VisibleColumn[],
  chosen: ReadonlyMap<string, number>,
  fill: number,
): ColumnLayout {
  const widths = columns.map((column) => chosen.get(column.id) ?? ownWidth(column));
  const taken = widths.reduce((sum, width) => sum + width, GUTTER_WIDTH);
  const last = columns.at(-1);
  if (last && !chosen.has(last.id) && fill > taken)
    widths[widths.length - 1] = (widths.at(-1) ?? 0) + fill - taken;
  const lefts: number[] = [];
  let at = GUTTER_WIDTH;
  for (const width of widths) {
    lefts.push(at);
    at += width;
  }
  return { widths, lefts, total: at, frozenCount: columns[0]?.primary ? 1 : 0 };
}
