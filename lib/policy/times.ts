/** A time without an offset would be read in the server's own zone, so it counts as unreadable. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=T|$)/;

const DAY_MS = 86_400_000;

export const FIRST_DAY = "0000-01-01";
export const LAST_DAY = "9999-12-31";

/** Milliseconds since 1970 of an ISO 8601 time with an offset, NaN where it can't be read. */
export function parseInstant(text: unknown): number {
  return typeof text === "string" && INSTANT.test(text) ? Date.parse(text) : Number.NaN;
}

/** The calendar day a date or date-time names in its own text, as `YYYY-MM-DD`; null where the text is neither. */
export function dayOfText(text: string): string | null {
  return DAY.test(text) ? text.slice(0, 10) : null;
}

/** `day` moved by whole days, held between the years 0000 and 9999; null where `day` is not `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string | null {
  if (dayOfText(day) !== day) return null;
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString();
  if (moved.startsWith("-")) return FIRST_DAY;
  if (moved.startsWith("+")) return LAST_DAY;
  return moved.slice(0, 10);
}
