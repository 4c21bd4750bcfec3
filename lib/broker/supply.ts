import "server-only";
import { FIGURES } from "./figures";
import { Pace } from "./pace";
import type { Quota, QuotaKeeper } from "./quota-keeper";
import { TokenBucket } from "./token-bucket";
import { UsedCalls } from "./used-calls";

/** The calls of one token: how many there are, how fast they come back, and their record across restarts. */
export class Supply {
  readonly #bucket: TokenBucket;
  readonly #pace: Pace;
  readonly #used = new UsedCalls();

  constructor(
    quota: Quota,
    private readonly keeper: QuotaKeeper,
    now: number,
  ) {
    const { left, perMinute, blockedUntil } = quota;
    this.#pace = new Pace({ perMinute, blockedUntil, now });
    this.#bucket = new TokenBucket({
      burst: FIGURES.burst,
      perMinute: this.#pace.perMinute(now),
      left,
      at: Math.max(now, blockedUntil),
    });
  }

  get blockedUntil(): number {
    return this.#pace.blockedUntil;
  }

  isBlocked(now: number): boolean {
    return this.#pace.isBlocked(now);
  }

  perMinute(now: number): number {
    const perMinute = this.#pace.perMinute(now);
    if (perMinute !== this.#bucket.perMinute) this.#bucket.setPerMinute(perMinute, now);
    return perMinute;
  }

  left(now: number): number {
    this.perMinute(now);
    return this.#bucket.left(now);
  }

  usedLastMinute(now: number): number {
    return this.#used.inLastMinute(now);
  }

  has(amount: number, now: number): boolean {
    return !this.isBlocked(now) && this.left(now) >= amount;
  }

  /** Until so many will have come in all, if nobody takes any; not before the end of a pause. */
  msUntil(amount: number, now: number): number {
    this.perMinute(now);
    return Math.max(this.#bucket.msUntil(amount, now), this.blockedUntil - now);
  }

  /** Whether a call may be taken at once; otherwise `prepare` comes first. */
  isPrepared(weight: number, now: number): boolean {
    return this.keeper.covers(this.left(now), weight);
  }

  /** Writes down that the next calls are gone before they are. */
  prepare(weight: number, now: number): Promise<void> {
    return this.keeper.save(this.#quota(now), weight);
  }

  take(weight: number, now: number): void {
    this.#bucket.take(weight, now);
    this.#used.note(weight, now);
    this.keeper.noteUse();
  }

  /** After a 429: nothing is left, and what comes back comes more slowly and after the pause. */
  slowDown(now: number, sentAt: number, retryAfterSeconds: number | undefined, random: number): void {
    this.#pace.slowDown(now, sentAt, retryAfterSeconds, random);
    this.perMinute(now);
    this.#bucket.drain(now, this.blockedUntil);
    void this.prepare(0, now);
  }

  flush(now: number): Promise<void> {
    return this.keeper.saveExactly(this.#quota(now));
  }

  #quota(now: number): Quota {
    return { left: this.left(now), perMinute: this.perMinute(now), blockedUntil: this.blockedUntil };
  }
}
