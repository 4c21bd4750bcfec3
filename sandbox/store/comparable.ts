import type { Column } from "./types";

const DAY = 86_400_000;

/** What a value is compared by: a number, a day, the hours of a duration. Null for a word. */
export function measure(given: unknown, column: Column): number | string | null {
  const value = bare(given);
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return null;
  if (column.type === "DURATION") return hours(value);
  const day = dayOf(value);
  if (day !== null) return day;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A working day is eight hours, a week five days. */
const HOURS: Record<string, number> = { w: 40, d: 8, h: 1, m: 1 / 60, s: 1 / 3_600 };

function hours(text: string): number | null {
  let sum = 0;
  for (const part of text.trim().split(/\s+/)) {
    const match = /^(\d+(?:\.\d+)?)([wdhms])$/.exec(part);
    if (!match) return null;
    sum += Number(match[1]) * (HOURS[match[2] ?? ""] ?? 0);
  }
  return sum;
}

/** A value may come as an object, as the definitions of reports have it: `{objectType: "DATE", value}`. */
export function bare(wanted: unknown): unknown {
  return objectType(wanted) === null ? wanted : (wanted as { value?: unknown }).value;
}

export function objectType(wanted: unknown): unknown {
  return typeof wanted === "object" && wanted !== null && "objectType" in wanted ? wanted.objectType : null;
}

/** The day of a date or a moment as the API writes them; null for any other value. */
export function dayOf(value: unknown): string | null {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d(T\d\d:\d\d|$)/.test(value)
    ? value.slice(0, 10)
    : null;
}

export function isWithin(day: string | null, first: string, last: string): boolean {
  return day !== null && day >= first && day <= last;
}

export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Zero for what is no number of days; cut to a century, so that every sum is a date. */
export function count([days]: unknown[]): number {
  const number = Math.trunc(Number(days));
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), 36_500) : 0;
}
