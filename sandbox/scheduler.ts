/** Runs things later. Tests put one of their own in its place and let time pass as they like. */
export interface Scheduler {
  after(ms: number, run: () => void): void;
  /** Forgets everything that has not run yet. */
  clear(): void;
}

/** The machine's own timers. They do not keep the process alive. */
export class Timers implements Scheduler {
  #waiting = new Set<NodeJS.Timeout>();

  after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      run();
    }, ms).unref();
    this.#waiting.add(timer);
  }

  clear(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }
}
