import { parseInstant } from "./times";
import type { Clock, Facts, Rule, WeeklyHours } from "./types";

const MINUTE_MS = 60_000;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MIDNIGHT = "24:00";

export type TimesMatch = "in_force" | "not_started" | "ended" | "times_unreadable";

/**
 * In force while `startsAt <= now < endsAt`. A forbid whose time can't be read counts as in force.
 * Throws where the fact `now` is no time.
 */
export function matchTimes(rule: Rule, nowText: string): TimesMatch {
  const now = nowOf(nowText);
  const startsAt = (rule.startsAt ?? null) === null ? Number.NEGATIVE_INFINITY : parseInstant(rule.startsAt);
  const endsAt = parseInstant(rule.endsAt);
  // Comparisons with NaN are false, so a missing or unreadable bound of a forbid neither delays nor ends it.
  if (now < startsAt) return "not_started";
  if (now >= endsAt) return "ended";
  const isReadable = !Number.isNaN(startsAt) && !Number.isNaN(endsAt);
  return isReadable || rule.effect === "forbid" ? "in_force" : "times_unreadable";
}

export type HoursMatch = "inside" | "outside_hours" | "clock_unknown" | "invalid_hours";

/** Whether the clock stands inside a rule's weekly hours; a rule without any is always inside. */
export function matchHours(hours: WeeklyHours | null | undefined, clock: Facts["clock"]): HoursMatch {
  if (hours === null || hours === undefined) return "inside";
  if (!areHours(hours)) return "invalid_hours";
  const now = knownClock(clock);
  if (now === null) return "clock_unknown";
  const isInside = hours.days.includes(now.weekday) && hours.from <= now.time && now.time < hours.to;
  return isInside ? "inside" : "outside_hours";
}

/**
 * When a permit that is in force now lets go: at its end, or when today's hours are over if that is sooner, so that
 * pages close in time. Counted from the full minute of `now`, so that it stays the same until then. ISO 8601.
 */
export function closingOf(rule: Extract<Rule, { effect: "permit" }>, { now, clock }: Facts): string {
  const time = knownClock(clock)?.time;
  if (!rule.hours || time === undefined) return rule.endsAt;
  const minute = Math.floor(nowOf(now) / MINUTE_MS) + minutesOf(rule.hours.to) - minutesOf(time);
  const closes = minute * MINUTE_MS;
  return closes < parseInstant(rule.endsAt) ? new Date(closes).toISOString() : rule.endsAt;
}

function nowOf(text: string): number {
  const now = parseInstant(text);
  if (Number.isNaN(now)) throw new Error("The fact `now` is not a time.");
  return now;
}

/** Text of one width, so comparing it as text compares the times. A window over midnight is two rules. */
function areHours({ days, from, to }: WeeklyHours): boolean {
  const areDays = Array.isArray(days) && days.length > 0 && days.every(isWeekday);
  return areDays && TIME.test(from) && (TIME.test(to) || to === MIDNIGHT) && from < to;
}

function isWeekday(day: unknown): boolean {
  return typeof day === "number" && Number.isInteger(day) && day >= 1 && day <= 7;
}

/** A clock that can't be read is not known. */
function knownClock(clock: Facts["clock"]): Clock | null {
  return clock && isWeekday(clock.weekday) && TIME.test(clock.time) ? clock : null;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
