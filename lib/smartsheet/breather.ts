import { setImmediate } from "node:timers/promises";

const LONGEST_HOLD_MS = 40;

/** Gives other requests a turn when work has run for a while: await it between steps of a long loop (F09). */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST_HOLD_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
