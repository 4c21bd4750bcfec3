export const WINDOW_MS = 60_000;

interface Spent {
  at: number;
  cost: number;
}

/** What was spent in the last 60 seconds. Amortised constant time: without a limit, a minute may hold many thousands. */
export class Minute {
  #calls: Spent[] = [];
  #head = 0;
  #taken = 0;

  get taken(): number {
    return this.#taken;
  }

  /** Oldest first. */
  get calls(): Spent[] {
    return this.#calls.slice(this.#head);
  }

  spend(at: number, cost: number): void {
    this.#calls.push({ at, cost });
    this.#taken += cost;
  }

  forget(now: number): void {
    let oldest = this.#calls[this.#head];
    while (oldest && oldest.at <= now - WINDOW_MS) {
      this.#taken -= oldest.cost;
      this.#head += 1;
      oldest = this.#calls[this.#head];
    }
    if (this.#head < 1_024 || this.#head * 2 < this.#calls.length) return;
    this.#calls = this.#calls.slice(this.#head);
    this.#head = 0;
  }
}
