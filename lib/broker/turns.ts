import { FairQueue } from "./fair-queue";
import { FIGURES, KEPT } from "./figures";
import type { Supply } from "./supply";
import { TokenBucket } from "./token-bucket";

export interface Call {
  /** Whose line it waits in. */
  person: string;
  weight: number;
  /** May use the kept share. */
  isKept: boolean;
}

/**
 * Whose turn it is when a call may go out: round among the persons, with a share that only administrators and health
 * checks may use. These may go before their turn for that share of the calls, so that neither side starves the other.
 */
export class Turns<T extends Call> extends FairQueue<T> {
  readonly #jumps: TokenBucket;

  constructor(
    private readonly supply: Supply,
    now: number,
  ) {
    super();
    const perMinute = FIGURES.perMinute * FIGURES.keptShare;
    this.#jumps = new TokenBucket({ burst: KEPT, perMinute, at: now });
  }

  /** Who may go now, if anybody. */
  next(now: number): T | undefined {
    const head = this.head();
    if (head === undefined || this.supply.has(this.#needOf(head), now)) return head;
    const kept = this.#firstKept();
    if (kept && this.supply.has(kept.weight, now) && this.#jumps.left(now) >= kept.weight) return kept;
    return undefined;
  }

  /** Takes out the one that `next` named. */
  go(entry: T, now: number): void {
    // Before its turn or from the kept share: it counts against the jumps, as far as there are any.
    if (!this.supply.has(this.#needOf(entry), now)) this.#jumps.take(entry.weight, now);
    this.serve(entry);
  }

  /** The least a new call would wait: nobody else comes, and all before it go as soon as they can. */
  msUntilTurn({ person, weight, isKept }: Call, now: number): number {
    const before = this.weightBefore(person, isKept ? (entry) => entry.isKept : undefined);
    return this.supply.msUntil(before + weight + (isKept ? 0 : KEPT), now);
  }

  /** When to look again; null while nobody waits. */
  msUntilNext(now: number): number | null {
    const head = this.head();
    if (head === undefined) return null;
    const usual = this.supply.msUntil(this.#needOf(head), now);
    const kept = this.#firstKept();
    if (kept === undefined) return usual;
    return Math.min(usual, this.supply.msUntil(kept.weight, now) + this.#jumps.msUntil(kept.weight, now));
  }

  #firstKept(): T | undefined {
    return this.head(({ isKept }) => isKept);
  }

  /** How much must be there for it. Administrators who are among themselves may use all. */
  #needOf(entry: T): number {
    const isAlone = entry.isKept && this.head(({ isKept }) => !isKept) === undefined;
    return entry.weight + (isAlone ? 0 : KEPT);
  }
}
