import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import { allColumnValues, type ColumnValues } from "./column-values";
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
const TEXTS_PER_STEP = 4_000;

export interface FindTask {
  rows: readonly VisibleRow[];
  order: readonly number[];
  columns: readonly VisibleColumn[];
  textOf: TextOf;
  needle: string;
}

/** Hits in reading order. Searches only the columns given, so nothing a person may not see can be found (I13). */
export function findHits(task: FindTask): Steps<Hit[]> {
  const values = task.needle === "" ? null : allColumnValues(task.rows, task.columns);
  return values ? findByColumn(task, values) : findByRow(task);
}

function* findByRow({ rows, order, columns, textOf, needle }: FindTask): Steps<Hit[]> {
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

function* findByColumn(task: FindTask, values: readonly ColumnValues[]): Steps<Hit[]> {
  const { order, columns, textOf, needle } = task;
  const hits: Hit[] = [];
  const holding: { column: number; keys: ArrayLike<number>; holds: Uint8Array }[] = [];
  for (let column = 0; column < columns.length; column += 1) {
    const own = values[column];
    if (!own) continue;
    const texts = lowerTexts(own, textOf);
    const holds = new Uint8Array(texts.length);
    let isAny = false;
    for (let key = 1; key < texts.length; key += 1) {
      if (key % TEXTS_PER_STEP === 0) yield;
      if (!texts[key]?.includes(needle)) continue;
      holds[key] = 1;
      isAny = true;
    }
    if (isAny) holding.push({ column, keys: own.keys, holds });
    yield;
  }
  if (holding.length === 0) return hits;
  for (let i = 0; i < order.length; i += 1) {
    if (i % TEXTS_PER_STEP === TEXTS_PER_STEP - 1) yield;
    const place = order[i] ?? 0;
    for (const { column, keys, holds } of holding)
      if (holds[keys[place] ?? 0] === 1) hits.push({ place, column });
  }
  return hits;
}

/** Kept while the column is: a word is typed letter by letter, and each letter searches again. */
const kept = new WeakMap<ColumnValues, { textOf: TextOf; texts: readonly string[] }>();

function lowerTexts(values: ColumnValues, textOf: TextOf): readonly string[] {
  const known = kept.get(values);
  if (known?.textOf === textOf) return known.texts;
  const before = values.base ? lowerTexts(values.base, textOf) : [];
  const added = values.lowerTexts(textOf, before.length);
  const texts = values.base ? [...before, ...added] : added;
  kept.set(values, { textOf, texts });
  return texts;
}

/** Reads all that a search will look through, so that the first letter finds as fast as the next ones. */
export function* readAhead(task: Pick<FindTask, "rows" | "columns" | "textOf">): Steps<null> {
  for (const values of allColumnValues(task.rows, task.columns) ?? []) {
    lowerTexts(values, task.textOf);
    yield;
  }
  return null;
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
