const MINUTE_MS = 60_000;

/** What went out in the last minute. Never long: no more than 270 may. Times: monotonic milliseconds. */
export class UsedCalls {
  #calls: { at: number; weight: number }[] = [];

  note(weight: number, now: number): void {
    this.#calls.push({ at: now, weight });
    this.#forget(now);
  }

  inLastMinute(now: number): number {
    this.#forget(now);
    return this.#calls.reduce((sum, { weight }) => sum + weight, 0);
  }

  #forget(now: number): void {
    const first = this.#calls.findIndex(({ at }) => at > now - MINUTE_MS);
    this.#calls = first < 0 ? [] : this.#calls.slice(first);
  }
}
