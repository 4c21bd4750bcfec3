"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { BulkDayDialog, BulkReasonDialog } from "./bulk-dialogs";
import type { ListEntry } from "./list-entry";
import type { Bulk } from "./use-bulk";
import { endOfDay } from "./zone-days";

interface BulkBarProps {
  chosen: readonly ListEntry[];
  bulk: Bulk;
  timeZone: string;
  today: string;
  onClear: () => void;
}

/** What one can do with the chosen rules at once, and which of them the last change failed for. */
export function BulkBar({ chosen, bulk, timeZone, today, onClear }: BulkBarProps) {
  const { progress, failures, run } = bulk;
  const ids = chosen.map(({ id }) => id);
  const permits = chosen.filter(({ effect }) => effect === "permit").map(({ id }) => id);
  const paused = chosen.filter(({ isPaused }) => isPaused).map(({ id }) => id);
  const many = countWords(ids.length);
  if (ids.length === 0 && failures.length === 0 && progress === null) return null;
  return (
    <section
      aria-label="Chosen rules"
      data-print="no"
      className="sticky top-0 z-10 flex flex-none flex-col gap-2 border-b border-line bg-accent-soft px-6 py-2 max-narrow:px-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span role="status" className="mr-1 font-strong tabular-nums">
          {progress === null ? `${ids.length} chosen` : `${progress.done} of ${progress.of} done`}
        </span>
        {ids.length > 0 ? (
          <>
            <BulkDayDialog
              title={`Extend ${many}`}
              today={today}
              onConfirm={(day) => run(ids, { kind: "extend", endsAt: endOfDay(day, timeZone) })}
            />
            <BulkReasonDialog
              label="Change reason"
              title={`Change the reason of ${many}`}
              text="Each gets a new version with this reason; nothing else changes."
              longest={500}
              onConfirm={(reason) => run(ids, { kind: "reason", reason })}
            />
            {permits.length > 0 ? (
              <BulkReasonDialog
                label="Pause"
                title={`Pause ${countWords(permits.length)}`}
                text="The next request under them is refused, until somebody lifts the pause. Forbids are never paused."
                longest={300}
                onConfirm={(reason) => run(permits, { kind: "pause", reason })}
              />
            ) : null}
            {paused.length > 0 ? (
              <ConfirmDialog
                trigger={<Button size="s">Lift</Button>}
                title={`Lift the pause of ${countWords(paused.length)}?`}
                confirmLabel="Lift pause"
                onConfirm={() => run(paused, { kind: "lift" })}
              >
                What they opened is open again from the next request on.
              </ConfirmDialog>
            ) : null}
            <ConfirmDialog
              trigger={<Button size="s">End</Button>}
              title={`End ${many}?`}
              confirmLabel={`End ${many}`}
              isDanger
              onConfirm={() => run(ids, { kind: "end" })}
            >
              <p>{ids.join(", ")}</p>
              <p className="mt-2">
                From the very next request on they neither open nor close anything. They and their history
                stay on record; none can be started again.
              </p>
            </ConfirmDialog>
            <Button size="s" variant="quiet" onClick={onClear}>
              Choose none
            </Button>
          </>
        ) : null}
      </div>
      {failures.length > 0 ? (
        <Notice
          tone="warning"
          role="alert"
          action={
            <Button size="s" variant="quiet" onClick={bulk.forget}>
              Close
            </Button>
          }
        >
          {countWords(failures.length)} stayed as {failures.length === 1 ? "it was" : "they were"}, and{" "}
          {failures.length === 1 ? "is" : "are"} still chosen:
          <ul className="mt-1 max-h-40 overflow-y-auto">
            {failures.map(({ id, message }) => (
              <li key={id}>
                <b>{id}</b> {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </section>
  );
}

function countWords(many: number): string {
  return `${many.toLocaleString("en")} ${many === 1 ? "rule" : "rules"}`;
}
