"use client";

import { OctagonPause } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { LiftButton } from "./lift-button";
import { PauseDialog } from "./pause-dialog";
import { KIND_WORDS, type PauseLine } from "./pause-words";

const ALL = { kind: "all", target: "" } as const;

/** The one switch for everything, apart from the rest and hard to press by accident. */
export function PauseAllPanel({ pause }: { pause: PauseLine | null }) {
  return (
    <section
      aria-labelledby="pause-all"
      className="mx-6 mt-1 mb-5 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-panel border border-danger bg-surface px-4 py-3 max-narrow:mx-4"
    >
      <OctagonPause className="size-5 flex-none text-danger" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-[320px]">
        <h2 id="pause-all" className="font-semibold">
          {pause === null ? "Stop everything rules open" : "All delegated reading is paused"}
        </h2>
        <p className="max-w-[76ch] text-pretty text-ink-2">
          {pause === null ? (
            "For an emergency: from the next request on no rule opens anything to anybody, open pages and links included. Everybody's own access goes on."
          ) : (
            <>
              By {pause.by}, <RelativeTime at={pause.at} />: {pause.reason}
            </>
          )}
        </p>
      </div>
      {pause === null ? (
        <PauseDialog
          what={ALL}
          name={KIND_WORDS.all}
          trigger={<Button variant="danger">Pause all delegated reading</Button>}
        />
      ) : (
        <LiftButton what={ALL} name={KIND_WORDS.all} />
      )}
    </section>
  );
}
