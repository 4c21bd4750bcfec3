import { FIGURES } from "./figures";

/**
 * How fast a token may be used: halved when Smartsheet asks to slow down, then a little more with each quiet minute
 * (additive increase, multiplicative decrease). Times: monotonic milliseconds.
 */
export class Pace {
  #base: number;
  #quietSince: number;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #blockedUntil: number;

  constructor(start: { perMinute: number; blockedUntil: number; now: number }) {
    this.#base = Math.min(FIGURES.perMinute, Math.max(FIGURES.leastPerMinute, start.perMinute));
    this.#blockedUntil = start.blockedUntil;
    this.#quietSince = Math.max(start.now, start.blockedUntil);
  }

  perMinute(now: number): number {
    const quietMinutes = Math.max(0, Math.floor((now - this.#quietSince) / 60_000));
    return Math.min(FIGURES.perMinute, this.#base + quietMinutes * FIGURES.gainPerMinute);
  }

  /** Nothing may go out before. */
  get blockedUntil(): number {
    return this.#blockedUntil;
  }

  isBlocked(now: number): boolean {
    return now < this.#blockedUntil;
  }

  /**
   * After a 429 to a try sent at `sentAt`. Tries that were under way together count as one: only those sent since the
   * last slowing down halve again. Never shorter than what Smartsheet asked for (F01).
   */
  slowDown(now: number, sentAt: number, retryAfterSeconds: number | undefined, random: number): void {
    const asked = retryAfterSeconds ?? FIGURES.pauseSeconds;
    const seconds = Math.min(FIGURES.longestPauseSeconds, Math.max(1, asked));
    const until = now + seconds * 1000 * (1 + FIGURES.pauseJitter * random);
    if (sentAt >= this.#slowedAt) {
      this.#base = Math.max(FIGURES.leastPerMinute, this.perMinute(now) / 2);
      this.#slowedAt = now;
    }
    this.#blockedUntil = Math.max(this.#blockedUntil, until);
    this.#quietSince = this.#blockedUntil;
  }
}
