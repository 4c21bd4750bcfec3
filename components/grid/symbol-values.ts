/**
 * Smartsheet stores a symbol as the words of its option; the API does not document them, so reading is lenient:
 * case, hyphens and a trailing noun ("Three Bars") do not count.
 */
const COUNTS = new Map(
  Object.entries({ empty: 0, zero: 0, none: 0, no: 0, one: 1, two: 2, three: 3, four: 4, five: 5 }),
);
const SHARES = new Map(
  Object.entries({
    empty: 0,
    quarter: 0.25,
    "one quarter": 0.25,
    half: 0.5,
    "three quarter": 0.75,
    "three quarters": 0.75,
    full: 1,
  }),
);

export function symbolWord(value: string): string {
  return value.trim().toLowerCase().replaceAll(/[-_]/g, " ").replaceAll(/\s+/g, " ");
}

/** 0 to 5; null when the value names no count. */
export function countOf(value: string): number | null {
  const first = symbolWord(value).split(" ")[0] ?? "";
  if (/^[0-5]$/.test(first)) return Number(first);
  return COUNTS.get(first) ?? null;
}

/** 0 to 1; null when the value names no share. */
export function shareOf(value: string): number | null {
  const word = symbolWord(value);
  const known = SHARES.get(word);
  if (known !== undefined) return known;
  const percent = /^(\d{1,3})\s*%$/.exec(word);
  if (percent) return Math.min(100, Number(percent[1])) / 100;
  const count = countOf(word);
  return count !== null && count <= 4 ? count / 4 : null;
}
