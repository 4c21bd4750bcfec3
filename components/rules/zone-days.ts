import { dayIn } from "@/lib/clock";
import { addDays } from "@/lib/policy/times";

const DAY_MS = 86_400_000;

/** What the clock on the wall shows at `at` in the zone, read as if it were UTC, in milliseconds. */
function wallTime(at: number, timeZone: string): number {
  const words = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return Date.parse(`${words.replace(" ", "T")}Z`);
}

/**
 * The first moment of a day in a time zone, ISO 8601 UTC; right on days of 23 and 25 hours. `day` is `YYYY-MM-DD`.
 * A form needs no more of Temporal than this, and the polyfill would double what the page loads (45 kB packed).
 */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((at) => wallTime(at, timeZone) - at);
  const tries = offsets.map((offset) => midnight - offset).sort((a, b) => a - b);
  // Where the clock jumps over midnight no try fits; the later one is the moment it jumps.
  const found = tries.find((at) => wallTime(at, timeZone) === midnight) ?? tries[1];
  return new Date(found ?? midnight).toISOString().replace(".000Z", "Z");
}

/** The moment a picked last day is over. */
export function endOfDay(day: string, timeZone: string): string {
  return startOfDay(addDays(day, 1) ?? day, timeZone);
}

/** The last day that still counts before an exclusive end. */
export function lastDayBefore(endsAt: string, timeZone: string): string {
  return dayIn(timeZone, new Date(Date.parse(endsAt) - 1));
}

/** `day` moved by whole months; the 31st becomes the month's last day where there is none. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Ends worth one press. Near the end of a year, the next year's end is meant. */
export function quickEnds(today: string): { label: string; value: string }[] {
  const year = Number(today.slice(0, 4));
  return [
    { label: "1 week", value: addDays(today, 7) ?? today },
    { label: "1 month", value: addMonths(today, 1) },
    { label: "3 months", value: addMonths(today, 3) },
    { label: "End of year", value: `${today.slice(5) > "12-24" ? year + 1 : year}-12-31` },
  ];
}
