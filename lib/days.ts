import { Temporal } from "@js-temporal/polyfill";

/**
 * The moment a picked end date is over: the start of the next day in the installation's time zone, ISO 8601 UTC.
 * Right on days that have 23 or 25 hours. `day` is `YYYY-MM-DD`. Errors: `RangeError` on a day that does not exist.
 */
export function endOfDay(day: string, timeZone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return next.toZonedDateTime({ timeZone }).toInstant().toString();
}

/** The first moment of a day in the installation's time zone, ISO 8601 UTC. Errors: as for `endOfDay`. */
export function startOfDay(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).toInstant().toString();
}

/** The day a moment falls on, `YYYY-MM-DD`; with `isEnd` the last day that still counts before it. */
export function dayOf(moment: string, timeZone: string, isEnd = false): string {
  const instant = Temporal.Instant.from(moment).subtract({ milliseconds: isEnd ? 1 : 0 });
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
