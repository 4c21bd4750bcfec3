import "server-only";
import type { QuotaRow } from "@/db/queries/quota";
import type { Clock } from "@/lib/clock";
import { log } from "@/lib/log";
import { FIGURES } from "./figures";
import { TokenBucket } from "./token-bucket";

export interface QuotaQueries {
  findQuota(connectionId: string): Promise<QuotaRow | null>;
  saveQuota(quota: QuotaRow): Promise<void>;
}

/** Times: monotonic milliseconds of this process. */
export interface Quota {
  left: number;
  perMinute: number;
  blockedUntil: number;
}

/**
 * Keeps one token's quota in the database, so that a restart, even after a crash, never finds more of it than there is
 * (F25). What is stored is therefore always less than or equal to what is left: each write already leaves out the calls
 * of the next two seconds, and a call that would go beyond them is preceded by a write.
 */
export class QuotaKeeper {
  /** What a process that started now would find. */
  #stored: TokenBucket;
  #isExact = true;

  constructor(
    private readonly parts: {
      connectionId: string;
      clock: Clock;
      monotonicMs: () => number;
      queries: QuotaQueries;
    },
  ) {
    const { burst, perMinute } = FIGURES;
    this.#stored = new TokenBucket({ burst, perMinute, at: parts.monotonicMs() });
  }

  async load(): Promise<Quota> {
    const { connectionId, queries } = this.parts;
    const row = await queries.findQuota(connectionId);
    const now = this.parts.monotonicMs();
    const { burst } = FIGURES;
    if (row === null) {
      // The first call writes: a crash before must not make two full bursts.
      this.#stored = new TokenBucket({ burst, perMinute: FIGURES.perMinute, at: now });
      return { left: burst, perMinute: FIGURES.perMinute, blockedUntil: now };
    }
    const { perMinute } = row;
    const wall = this.parts.clock.now().getTime();
    const blockedFor = row.blockedUntil === null ? 0 : Date.parse(row.blockedUntil) - wall;
    // A wall clock that was set back must neither block for long nor give anything.
    const blockedUntil =
      now + Math.min(Math.max(0, blockedFor), FIGURES.longestPauseSeconds * 1000 * (1 + FIGURES.pauseJitter));
    const filledMs =
      wall - Math.max(Date.parse(row.savedAt), row.blockedUntil === null ? 0 : Date.parse(row.blockedUntil));
    const left = Math.min(burst, row.left + (Math.max(0, filledMs) * perMinute) / 60_000);
    this.#stored = new TokenBucket({ burst, perMinute, left, at: blockedUntil });
    return { left, perMinute, blockedUntil };
  }

  /** Whether a call of this weight may go out without a write before it. */
  covers(left: number, weight: number): boolean {
    return this.#stored.left(this.parts.monotonicMs()) <= left - weight;
  }

  /** Notes that calls went out since the last write. */
  noteUse(): void {
    this.#isExact = false;
  }

  /** Writes ahead for the next calls. A failure is logged and not passed on: the audit stops reads if writing is broken. */
  async save(quota: Quota, weight: number): Promise<void> {
    const aside = (FIGURES.saveEveryMs * quota.perMinute) / 60_000;
    await this.#write({ ...quota, left: Math.min(0, quota.left) - weight - aside });
    this.#isExact = false;
  }

  /** Writes what is left to the call. */
  async saveExactly(quota: Quota): Promise<void> {
    if (this.#isExact) return;
    this.#isExact = true;
    await this.#write(quota);
  }

  async #write(quota: Quota): Promise<void> {
    const { connectionId, clock, monotonicMs, queries } = this.parts;
    const now = monotonicMs();
    const wall = clock.now().getTime();
    const { left, perMinute, blockedUntil } = quota;
    const iso = (ms: number) => new Date(ms).toISOString();
    const { burst } = FIGURES;
    this.#stored = new TokenBucket({ burst, perMinute, left, at: Math.max(now, blockedUntil) });
    try {
      await queries.saveQuota({
        connectionId,
        left,
        perMinute,
        // Rounded up, so that nobody is let out a moment early.
        blockedUntil: blockedUntil > now ? iso(wall + Math.ceil(blockedUntil - now)) : null,
        savedAt: iso(wall),
      });
    } catch (cause) {
      log.error({ cause, connectionId }, "the upstream quota could not be saved");
    }
  }
}
