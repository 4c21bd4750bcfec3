import type { ColumnId } from "@/lib/policy/ids";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import { columnValues } from "./column-values";
import { type Compare, compareByRank } from "./tree";

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

/** Numbers before text. */
function compareKeys(x: number | string, y: number | string, collator: Intl.Collator): number {
  if (typeof x === "number") return typeof y === "number" ? x - y : -1;
  return typeof y === "number" ? 1 : collator.compare(x, y);
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
  const collator = new Intl.Collator(context.locale, { numeric: true, sensitivity: "base" });
  const sign = direction === "ascending" ? 1 : -1;
  const values = columnValues(rows, column);
  if (values) {
    const keys = values.cells().map((cell) => keyOf(cell, column, context.textOf));
    return compareByRank(values.keys, ranksOf(keys, collator, sign));
  }
  const keys = rows.map((row) => keyOf(row.cells[column.id], column, context.textOf));
  return (a, b) => {
    const [x, y] = [keys[a] ?? null, keys[b] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * compareKeys(x, y, collator);
  };
}

/**
 * For each key its rank from 0 on, so that rows are compared by one number: equal keys have one rank, blanks the last.
 */
function ranksOf(keys: readonly Key[], collator: Intl.Collator, sign: 1 | -1): Uint32Array {
  const filled = nearlySorted(keys);
  const ranks = new Uint32Array(keys.length);
  let rank = 0;
  let isSorted = false;
  for (let place = 0; place < filled.length; place += 1) {
    const [before, own] = [filled[place - 1], filled[place]];
    if (!own) continue;
    const order = before ? compareKeys(before.key, own.key, collator) : 0;
    if (order > 0 && !isSorted) {
      // Not in order after all: from here on it is, and the ranks are counted anew.
      isSorted = true;
      filled.sort((a, b) => compareKeys(a.key, b.key, collator));
      [rank, place] = [0, -1];
      continue;
    }
    if (order < 0) rank += 1;
    ranks[own.at] = rank;
  }
  if (sign < 0) for (const { at } of filled) ranks[at] = rank - (ranks[at] ?? 0);
  keys.forEach((key, at) => {
    if (key === null) ranks[at] = rank + 1;
  });
  return ranks;
}

interface Filled {
  key: number | string;
  at: number;
}

/** Up to so many texts the collator alone is as fast. */
const FEW = 500;

/**
 * Filled keys in about the order a collator will want. A collator takes long for each pair, and the sort that follows
 * asks it about few pairs when most of them stand right already.
 */
function nearlySorted(keys: readonly Key[]): Filled[] {
  const numbers: Filled[] = [];
  const texts: Filled[] = [];
  keys.forEach((key, at) => {
    if (typeof key === "number") numbers.push({ key, at });
    else if (key !== null) texts.push({ key, at });
  });
  if (texts.length < FEW) return numbers.concat(texts);
  numbers.sort((a, b) => Number(a.key) - Number(b.key));
  const places = texts.map(({ key }, place) => `${roughly(String(key))}\0${place}`).sort();
  for (const text of places) {
    const found = texts[Number(text.slice(text.lastIndexOf("\0") + 1))];
    if (found) numbers.push(found);
  }
  return numbers;
}

/** Numbers in a text stand by what they are worth, not by their first digit. */
function roughly(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(10, "0"));
}
