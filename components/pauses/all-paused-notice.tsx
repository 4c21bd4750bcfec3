import { CirclePause } from "lucide-react";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { PausedAll } from "@/lib/pauses/schema";
import { SinceTime } from "./since-time";

interface AllPausedNoticeProps {
  paused: PausedAll;
  /** Administrators read the reason and can lift it; what one wrote for the others may not be for everybody. */
  isAdmin: boolean;
  timeZone: string;
}

/** Why sheets are missing: over every administrator's page and over the sheets. */
export function AllPausedNotice({ paused, isAdmin, timeZone }: AllPausedNoticeProps) {
  const { by, at, reason } = paused;
  return (
    <Notice
      tone={isAdmin ? "danger" : "warning"}
      shape="bar"
      icon={<CirclePause />}
      role="status"
      action={
        isAdmin ? (
          <Link href="/admin/pauses" prefetch={false} className="rounded-small font-medium">
            Pauses
          </Link>
        ) : undefined
      }
    >
      <b>All delegated reading is paused</b> by {by} since <SinceTime at={at} timeZone={timeZone} />
      {isAdmin
        ? `: ${reason}`
        : ". Sheets that rules open to you are missing until it goes on; your own sheets stay."}
    </Notice>
  );
}
