import type { Weekday } from "@/lib/policy/types";
import type { HoursInput } from "@/lib/rules/schema";

/** From Monday, which is 1. */
export const WEEKDAYS: readonly { day: Weekday; short: string; long: string }[] = [
  { day: 1, short: "Mon", long: "Monday" },
  { day: 2, short: "Tue", long: "Tuesday" },
  { day: 3, short: "Wed", long: "Wednesday" },
  { day: 4, short: "Thu", long: "Thursday" },
  { day: 5, short: "Fri", long: "Friday" },
  { day: 6, short: "Sat", long: "Saturday" },
  { day: 7, short: "Sun", long: "Sunday" },
];

/** What the switch begins with. */
export const officeHours: HoursInput = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };

/** "Mon–Fri 9:00–17:00", "Mon, Wed 0:00–24:00", "every day 9:00–17:00". */
export function hoursWords({ days, from, to }: HoursInput): string {
  const clock = (time: string) => (time === "" ? "…" : time.replace(/^0(?=\d:)/, ""));
  return `${daysWords(days)} ${clock(from)}–${clock(to)}`;
}

function daysWords(days: readonly Weekday[]): string {
  const chosen = WEEKDAYS.filter(({ day }) => days.includes(day));
  if (chosen.length === 0) return "no day";
  if (chosen.length === WEEKDAYS.length) return "every day";
  const runs: (typeof chosen)[] = [];
  for (const day of chosen) {
    const run = runs.at(-1);
    if (run?.at(-1)?.day === day.day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => runWords(run.map(({ short }) => short))).join(", ");
}

function runWords(shorts: readonly string[]): string {
  return shorts.length < 3 ? shorts.join(", ") : `${shorts[0]}–${shorts.at(-1)}`;
}

/** A day more or less, in the week's order. */
export function withDay(hours: HoursInput, day: Weekday, isOn: boolean): HoursInput {
  const isIn = (each: Weekday) => (each === day ? isOn : hours.days.includes(each));
  return { ...hours, days: WEEKDAYS.map((each) => each.day).filter(isIn) };
}

/** A time field knows no 24:00; as an end its 00:00 can mean nothing else. */
export const endInField = (to: string) => (to === "24:00" ? "00:00" : to);
export const endOfField = (time: string) => (time === "00:00" ? "24:00" : time);
