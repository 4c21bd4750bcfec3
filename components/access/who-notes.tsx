import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WhoAnswer } from "@/lib/access/schema";

/** How far the answer goes, and which sheets are missing from it. */
export function WhoNotes({ answer, isBySheet }: { answer: WhoAnswer; isBySheet: boolean }) {
  const { skipped, unreadable, at } = answer;
  return (
    <div className="flex flex-col gap-2 px-6 pt-3 pb-6 max-narrow:px-4">
      {unreadable.length > 0 ? (
        <Notice tone="warning">
          Could not be looked at: <b>{unreadable.join(", ")}</b>. No rule reads it now, or its connection does
          not answer, so who sees it is not known.
        </Notice>
      ) : null}
      {skipped.length > 0 ? (
        <Notice tone="warning">
          Not looked at, as there are too many at once: <b>{skipped.join(", ")}</b>. Ask for each of them by
          sheet.
        </Notice>
      ) : null}
      <p className="max-w-[90ch] text-s text-pretty text-ink-3">
        As of <RelativeTime at={at} />.{" "}
        {isBySheet
          ? "Only people who have signed in here are listed."
          : "Only sheets that a rule opens to them are listed."}{" "}
        Own access counts as far as Sheetpass has seen it since it was started: somebody who has not opened a
        sheet here may still reach it in Smartsheet itself. Rows count where they show something.
      </p>
    </div>
  );
}
