const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Day, month and year as written on screen: "31 Dec 2026". The day is the one in `timeZone`, or the reader's own. */
export function exactDay(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone,
  }).format(at);
}

/** To the minute, with the zone: for titles and exports. */
export function exactTime(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(at);
}

/** "12 Nov", with the year only when it is not this one. */
export function shortDay(at: Date, now: Date, timeZone?: string): string {
  const year = (date: Date) => new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone }).format(date);
  return year(at) === year(now)
    ? new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone }).format(at)
    : exactDay(at, timeZone);
}

/** Whole calendar days from `now` to `at` in the zone; 1 is tomorrow, whatever the hour. */
export function daysBetween(now: Date, at: Date, timeZone?: string): number {
  const midnight = (date: Date) => Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone }).format(date));
  return Math.round((midnight(at) - midnight(now)) / day);
}

/**
 * How long ago, or how soon, in a few words: "12 s ago", "4 min ago", "yesterday", "Mon", "in 3 h". From a week on, a
 * date. Pure; the days are calendar days of `timeZone`, or of the reader's own zone without one.
 */
export function relativeText(at: Date, now: Date, timeZone?: string): string {
  const age = now.getTime() - at.getTime();
  const size = Math.abs(age);
  const say = (amount: string) => (age >= 0 ? `${amount} ago` : `in ${amount}`);
  if (size < 5 * second) return "just now";
  if (size < minute) return say(`${Math.floor(size / second)} s`);
  if (size < hour) return say(`${Math.floor(size / minute)} min`);
  const days = daysBetween(now, at, timeZone);
  if (days === 0 || size < 6 * hour) return say(`${Math.floor(size / hour)} h`);
  if (days === -1) return "yesterday";
  if (days === 1) return "tomorrow";
  if (days < 0 && days > -7)
    return new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone }).format(at);
  if (days > 0 && days < 7) return `in ${days} days`;
  return shortDay(at, now, timeZone);
}
