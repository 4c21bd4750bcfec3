import type { Weekday } from "@/lib/policy/types";

/** The time, handed to whoever needs it so that tests can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** `YYYY-MM-DD` of a moment in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
}

/** Weekday (1 is Monday) and `HH:MM` of a moment in an IANA time zone. */
export function wallClock(timeZone: string, at: Date): { weekday: Weekday; time: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const weekday = WEEKDAYS.indexOf(part("weekday")) + 1;
  return { weekday: weekday as Weekday, time: `${part("hour")}:${part("minute")}` };
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
