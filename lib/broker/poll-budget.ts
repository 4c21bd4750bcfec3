import { TokenBucket } from "./token-bucket";

const BURST = 10;

/** Bounds what looking after open pages may cost, by a connection's own setting. Times: monotonic milliseconds. */
export class PollBudget {
  #bucket: TokenBucket | null = null;

  /** Takes a poll, or says in how many milliseconds there will be one; 0 means taken. */
  take(weight: number, perMinute: number, now: number): number {
    if (perMinute <= 0) return Number.POSITIVE_INFINITY;
    const bucket = this.#bucketOf(perMinute, now);
    return bucket.take(weight, now) ? 0 : bucket.msUntil(weight, now);
  }

  #bucketOf(perMinute: number, now: number): TokenBucket {
    const old = this.#bucket;
    if (old && old.perMinute === perMinute) return old;
    // A small budget must not begin with a large burst, and a changed one not with a new one.
    const burst = Math.min(BURST, Math.max(1, perMinute / BURST));
    const left = old ? Math.min(burst, old.left(now)) : burst;
    this.#bucket = new TokenBucket({ burst, perMinute, left, at: now });
    return this.#bucket;
  }
}
