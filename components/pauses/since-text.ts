import { daysBetween } from "@/components/ui/relative-text";

/** The hour, with the day where it was another one or nobody knows today's. The day is the one in `timeZone`. Pure. */
export function sinceText(at: Date, now: Date | null, timeZone: string): string {
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
  if (now !== null && daysBetween(now, at, timeZone) === 0) return hour;
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone }).format(at);
  return `${day}, ${hour}`;
}
