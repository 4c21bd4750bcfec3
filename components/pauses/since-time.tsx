"use client";

import { exactTime } from "@/components/ui/relative-text";
import { useNow } from "@/components/ui/use-now";
import { sinceText } from "./since-text";

/** "12:04", or the day with it when it was not today. */
export function SinceTime({ at, timeZone }: { at: string; timeZone: string }) {
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={exactTime(date, timeZone)}>
      {sinceText(date, now === null ? null : new Date(now), timeZone)}
    </time>
  );
}
