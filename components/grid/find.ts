import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import type { Steps } from "./slices";

/** A cell that holds the words: the row's place in `rows`, the column's in `columns`. */
export interface Hit {
  place: number;
  column: number;
}

/** Case does not count, nor do spaces around. Empty means no search. */
export function needleOf(query: string | undefined): string {
  return (query ?? "").trim().toLowerCase();
}

const ROWS_PER_STEP = 200;

/** Hits in reading order. Searches only the columns given, so nothing a person may not see can be found (I13). */
export function* findHits(input: {
  rows: readonly VisibleRow[];
  order: readonly number[];
  columns: readonly VisibleColumn[];
  textOf: TextOf;
  needle: string;
}): Steps<Hit[]> {
  const { rows, order, columns, textOf, needle } = input;
  const hits: Hit[] = [];
  if (needle === "") return hits;
  for (let i = 0; i < order.length; i += 1) {
    if (i > 0 && i % ROWS_PER_STEP === 0) yield;
    const place = order[i] ?? 0;
    const cells = rows[place]?.cells;
    if (!cells) continue;
    for (let column = 0; column < columns.length; column += 1) {
      const described = columns[column];
      const cell = described && cells[described.id];
      if (cell && textOf(cell, described).toLowerCase().includes(needle)) hits.push({ place, column });
    }
  }
  return hits;
}

/** Steps through hits and around the end. `current` is -1 before the first step. */
export function stepHit(count: number, current: number, by: 1 | -1): number {
  if (count === 0) return -1;
  if (current < 0) return by === 1 ? 0 : count - 1;
  return (current + by + count) % count;
}

export interface TextPart {
  text: string;
  isHit: boolean;
}

/** The text cut at its hits. Where lower case has another length (a few letters do), the whole text is the hit. */
export function markParts(text: string, needle: string): TextPart[] {
  const lower = text.toLowerCase();
  if (needle === "" || !lower.includes(needle)) return [{ text, isHit: false }];
  if (lower.length !== text.length) return [{ text, isHit: true }];
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = lower.indexOf(needle); at !== -1; at = lower.indexOf(needle, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), isHit: false });
    from = at + needle.length;
    parts.push({ text: text.slice(at, from), isHit: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from), isHit: false });
  return parts;
}
