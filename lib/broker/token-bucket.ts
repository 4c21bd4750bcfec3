/**
 * Holds at most `burst` tokens and gets `perMinute` back, evenly. In any span of time it gives at most `burst` plus what
 * came back meanwhile. Times: milliseconds of any one clock that does not run backwards. `left` may begin below zero.
 */
export class TokenBucket {
  readonly #burst: number;
  #perMinute: number;
  #left: number;
  #at: number;

  constructor(start: { burst: number; perMinute: number; left?: number; at: number }) {
    this.#burst = start.burst;
    this.#perMinute = start.perMinute;
    this.#left = Math.min(start.left ?? start.burst, start.burst);
    this.#at = start.at;
  }

  left(now: number): number {
    if (now > this.#at) {
      this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) * this.#perMinute) / 60_000);
      this.#at = now;
    }
    return this.#left;
  }

  /** Takes `amount` if at least `keep` stay behind. */
  take(amount: number, now: number, keep = 0): boolean {
    if (this.left(now) < amount + keep) return false;
    this.#left -= amount;
    return true;
  }

  /** Until so many will have come in all, if nobody takes any; may be more than the bucket holds at once. */
  msUntil(amount: number, now: number): number {
    const missing = amount - this.left(now);
    if (missing <= 0) return 0;
    const idle = Math.max(0, this.#at - now);
    return this.#perMinute > 0 ? idle + (missing * 60_000) / this.#perMinute : Number.POSITIVE_INFINITY;
  }

  get perMinute(): number {
    return this.#perMinute;
  }

  /** From now on; what came back until now counts at the old rate. */
  setPerMinute(perMinute: number, now: number): void {
    this.left(now);
    this.#perMinute = perMinute;
  }

  /** Nothing is left, and nothing comes back before `until`. */
  drain(now: number, until: number): void {
    this.#left = Math.min(0, this.left(now));
    this.#at = Math.max(this.#at, until);
  }
}
