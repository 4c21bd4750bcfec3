import { daysBetween, exactDay, relativeText, shortDay } from "@/components/ui/relative-text";

/** An end is exclusive: midnight into 1 January means the last day is 31 December. */
const lastMoment = (endsAt: string) => new Date(Date.parse(endsAt) - 1);

export interface UntilText {
  text: string;
  /** Under seven days, or over. */
  isNear: boolean;
}

/** "31 Dec", "in 6 days", "today", "ended 3 Nov". Days are counted in `timeZone`, or in the reader's own. */
export function untilText(endsAt: string, now: Date, timeZone?: string): UntilText {
  const last = lastMoment(endsAt);
  if (Date.parse(endsAt) <= now.getTime())
    return { text: `ended ${shortDay(last, now, timeZone)}`, isNear: true };
  const days = daysBetween(now, last, timeZone);
  if (days >= 7) return { text: shortDay(last, now, timeZone), isNear: false };
  if (days > 1) return { text: `in ${days} days`, isNear: true };
  if (days === 1) return { text: "tomorrow", isNear: true };
  const isEndOfDay = daysBetween(now, new Date(endsAt), timeZone) === 1;
  return { text: isEndOfDay ? "today" : relativeText(last, now, timeZone), isNear: true };
}

/** Without a present to compare with: the first paint, exports. */
export function untilDay(endsAt: string, timeZone?: string): string {
  return exactDay(lastMoment(endsAt), timeZone);
}
