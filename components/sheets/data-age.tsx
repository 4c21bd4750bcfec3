"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { Tooltip } from "@/components/ui/tooltip";
import { useNow } from "@/components/ui/use-now";

const OLD_MS = 5 * 60_000;

interface DataAgeProps {
  /** ISO 8601. */
  fetchedAt: string;
  onRefresh: () => void;
}

/** "as of 12 s ago"; older than five minutes it turns warning-coloured and says why on hover and by keyboard. */
export function DataAge({ fetchedAt, onRefresh }: DataAgeProps) {
  const now = useNow();
  const isOld = now !== null && now - Date.parse(fetchedAt) > OLD_MS;
  const words = (
    <>
      as of <RelativeTime at={fetchedAt} />
    </>
  );
  if (!isOld) return <span className="whitespace-nowrap text-ink-3">{words}</span>;
  return (
    <Tooltip text="The sheet may have changed since. Press to read it again." side="bottom">
      <button
        type="button"
        onClick={onRefresh}
        className="rounded-small font-strong whitespace-nowrap text-warning underline-offset-3 enabled-hover:underline"
      >
        {words}
      </button>
    </Tooltip>
  );
}
