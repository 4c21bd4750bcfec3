"use client";

import { cx } from "@/components/ui/class-names";
import { exactTime } from "@/components/ui/relative-text";
import { useNow } from "@/components/ui/use-now";
import { untilDay, untilText } from "./until-text";

interface UntilDateProps {
  /** ISO 8601; the first moment in which it no longer holds. */
  at: string;
  /** The zone in which the day was picked; without it, the reader's own. */
  timeZone?: string;
  /** The day only, in the colour around it: inside a badge or a sentence. */
  isPlain?: boolean;
}

/** When an access ends. Warning-coloured under seven days, the exact time on hover. */
export function UntilDate({ at, timeZone, isPlain }: UntilDateProps) {
  const now = useNow();
  const firstPaint = { text: untilDay(at, timeZone ?? "UTC"), isNear: false };
  const { text, isNear } = now === null ? firstPaint : untilText(at, new Date(now), timeZone);
  const plainText = isPlain ? text.replace(/^in (?=\d+ days)/, "") : text;
  return (
    <time
      dateTime={at}
      title={exactTime(new Date(at), now === null ? (timeZone ?? "UTC") : timeZone)}
      className={
        isPlain ? undefined : cx("whitespace-nowrap", isNear ? "font-strong text-warning" : "text-ink-3")
      }
    >
      {plainText}
    </time>
  );
}
