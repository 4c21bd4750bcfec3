"use client";

import { exactDay, exactTime, relativeText } from "./relative-text";
import { useNow } from "./use-now";

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  className?: string;
}

/** First the date in UTC, the same on server and browser; then how long ago, in the reader's own zone. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={now === null ? exactTime(date, "UTC") : exactTime(date)} className={className}>
      {now === null ? exactDay(date, "UTC") : relativeText(date, new Date(now))}
    </time>
  );
}
