import type { ColumnId } from "@/lib/policy/ids";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import type { Compare } from "./tree";

export interface SortState {
  columnId: ColumnId;
  direction: "ascending" | "descending";
}

/** Ascending, descending, off. */
export function nextSort(current: SortState | null, columnId: ColumnId): SortState | null {
  if (current?.columnId !== columnId) return { columnId, direction: "ascending" };
  return current.direction === "ascending" ? { columnId, direction: "descending" } : null;
}

type Key = number | string | null;

function dateKey(cell: VisibleCell): Key {
  const typed = cell.objectValue;
  const text = typed && "value" in typed ? typed.value : cell.value;
  if (typeof text !== "string") return typeof text === "number" ? text : null;
  const time = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
  return Number.isNaN(time) ? text : time;
}

const SPAN = /(-?\d+(?:\.\d+)?)\s*(ms|w|d|h|m|s)/g;
/** A working day has eight hours and a week five days, as in a new project sheet; used for order only. */
const SECONDS: Record<string, number> = { w: 144_000, d: 28_800, h: 3600, m: 60, s: 1, ms: 0.001 };

function durationKey(text: string): Key {
  let seconds: number | null = null;
  for (const [, amount, unit] of text.matchAll(SPAN)) {
    seconds = (seconds ?? 0) + Number(amount) * (SECONDS[unit ?? ""] ?? 0);
  }
  return seconds ?? text;
}

function keyOf(cell: VisibleCell | undefined, column: VisibleColumn, textOf: TextOf): Key {
  if (!cell) return null;
  switch (column.type) {
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return dateKey(cell);
    case "CHECKBOX":
      if (typeof cell.value === "boolean") return cell.value ? 1 : 0;
      break;
    case "PICKLIST": {
      // The order of the options is the one their owner meant: Low, Medium, High.
      const place = column.options?.indexOf(String(cell.value)) ?? -1;
      if (place >= 0) return place;
      break;
    }
    case "DURATION":
      return durationKey(textOf(cell, column));
    default:
      break;
  }
  return typeof cell.value === "number" ? cell.value : textOf(cell, column) || null;
}

/**
 * Compares rows by one column, for sorting siblings within their parent. Numbers stand before text, blanks last in
 * both directions. Keys are read once, so that the sort itself does no formatting.
 */
export function rowCompare(
  rows: readonly VisibleRow[],
  column: VisibleColumn,
  direction: SortState["direction"],
  context: { textOf: TextOf; locale: string },
): Compare {
  const keys = rows.map((row) => keyOf(row.cells[column.id], column, context.textOf));
  const collator = new Intl.Collator(context.locale, { numeric: true, sensitivity: "base" });
  const sign = direction === "ascending" ? 1 : -1;
  return (a, b) => {
    const [x, y] = [keys[a] ?? null, keys[b] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === "number") return sign * (typeof y === "number" ? x - y : -1);
    return sign * (typeof y === "number" ? 1 : collator.compare(x, y));
  };
}
