import type { LiveEventName, LiveEvents } from "@/lib/live/events";

export type LiveEvent =
  | { [Name in LiveEventName]: { name: Name } & LiveEvents[Name] }[LiveEventName]
  /** The stream was not opened; asking for the sheet will tell why. */
  | { name: "refused" };

/** What is used of an `EventSource`. */
export interface Source {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

interface StreamParts {
  open(tag: string): Source;
  /** The tag of what is shown now; null while there is nothing whole. */
  tagNow(): string | null;
  tell(event: LiveEvent): void;
  /** From 0 to 1, so that a thousand pages do not come back in one moment. */
  random?(): number;
}

const NAMES: readonly LiveEventName[] = ["hello", "age", "change", "reload", "stale", "gone"];
const CLOSED = 2;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How long to wait before the next try after so many failed ones. */
export function pauseAfter(failures: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10));
  return pause * (0.75 + random / 2);
}

/**
 * One stream of changes, kept open while wanted. It is opened anew by us and not by the browser, which would send the
 * tag it began with and come back at one pace for ever.
 */
export function createLiveStream({ open, tagNow, tell, random = Math.random }: StreamParts) {
  let source: Source | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function stop(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function start(): void {
    const tag = tagNow();
    if (source || tag === null) return;
    clearTimeout(timer);
    const own = open(tag);
    source = own;
    for (const name of NAMES)
      own.addEventListener(name, (event) => {
        if (source !== own) return;
        failures = 0;
        if (name === "gone") stop();
        tell({ name, ...JSON.parse(String((event as MessageEvent).data)) } as LiveEvent);
      });
    own.addEventListener("error", () => {
      if (source !== own) return;
      const isRefused = own.readyState === CLOSED;
      stop();
      failures += 1;
      timer = setTimeout(start, pauseAfter(failures, random()));
      if (isRefused) tell({ name: "refused" });
    });
  }

  return { start, stop };
}
