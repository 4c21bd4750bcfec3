import "server-only";
import type { RightsStamp } from "@/db/queries/rights-stamp";
import { log } from "@/lib/log";

/** Looks once a second whether rights or sign-ins changed, while somebody has a page open. */
export interface RightsWatch {
  /** Resolves once there is a state that later changes are told from. Starting what runs does nothing. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * Every path by which rules, pauses, people and connections change ends in the database, other processes' too; asking
 * it once a second costs less than a notice in each of them, and forgets none. A stamp that cannot be read counts as a
 * change.
 */
export function createRightsWatch(
  readStamp: (previous: RightsStamp | null) => Promise<RightsStamp>,
  onChange: () => void,
  everyMs = 1_000,
): RightsWatch {
  let running: { first: Promise<void> } | null = null;
  let timer: NodeJS.Timeout | null = null;

  function again(run: object, known: RightsStamp | null): void {
    timer = setTimeout(() => void look(run, known), everyMs);
    timer.unref();
  }

  async function look(run: object, known: RightsStamp | null): Promise<void> {
    const stamp = await readStamp(known).catch((cause: unknown) => {
      log.error({ cause }, "the rights of open pages could not be watched");
      return null;
    });
    if (running !== run) return;
    if (stamp === null || stamp.text !== known?.text) onChange();
    if (running === run) again(run, stamp);
  }

  return {
    async start() {
      if (running === null) {
        const run = { first: Promise.resolve() };
        running = run;
        run.first = readStamp(null).then(
          (stamp) => {
            if (running === run) again(run, stamp);
          },
          (cause: unknown) => {
            if (running === run) running = null;
            throw cause;
          },
        );
      }
      await running.first;
    },
    stop() {
      running = null;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
