import type { Scheduler } from "./scheduler";

/** For tests: time that passes when told to. */
export class Clockwork implements Scheduler {
  /** What waits, in the order it was asked for. */
  waiting: { ms: number; run: () => void }[] = [];

  after(ms: number, run: () => void): void {
    this.waiting.push({ ms, run });
  }

  clear(): void {
    this.waiting = [];
  }

  /** Runs what was asked for first; how long it wanted to wait. */
  next(): number {
    const first = this.waiting.shift();
    if (!first) throw new Error("nothing is waiting");
    first.run();
    return first.ms;
  }
}
