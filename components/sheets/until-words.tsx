"use client";

import { UntilDate } from "@/components/access/until-date";
import { untilText } from "@/components/access/until-text";
import { useNow } from "@/components/ui/use-now";

/** "until 31 Dec"; in the last days "ends in 6 days", in the warning colour. */
export function UntilWords({ at, timeZone }: { at: string; timeZone: string }) {
  const now = useNow();
  const isNear = now !== null && untilText(at, new Date(now), timeZone).isNear;
  const isOver = now !== null && Date.parse(at) <= now;
  if (!isNear)
    return (
      <>
        until <UntilDate at={at} timeZone={timeZone} isPlain />
      </>
    );
  return (
    <span className="text-warning">
      {isOver ? null : "ends "}
      <UntilDate at={at} timeZone={timeZone} />
    </span>
  );
}
