import type { QuotaRow } from "@/db/queries/quota";
import { createBroker } from "./broker";
import type { QuotaQueries } from "./quota-keeper";
import type { Schedule } from "./schema";

const START = Date.parse("2026-11-24T09:00:00Z");

/** A clock that only tests move, with timers that go off by it. */
export class VirtualTime {
  now = 0;
  #timers: { at: number; run: () => void }[] = [];

  readonly clock = { now: () => new Date(START + Math.floor(this.now)) };
  readonly monotonicMs = () => this.now;

  readonly schedule: Schedule = (run, ms) => {
    const timer = { at: this.now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** Forgets all timers, as a process that dies does. */
  dropTimers(): void {
    this.#timers = [];
  }

  get nextAt(): number | null {
    return this.#timers.length === 0 ? null : Math.min(...this.#timers.map(({ at }) => at));
  }

  /** Lets what is under way run on, then moves the clock, stopping at each timer on the way. */
  async advance(ms: number): Promise<void> {
    const until = this.now + ms;
    await settled();
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
      await settled();
    }
    this.now = until;
  }
}

/** Promises that wait for nothing outside have run by then. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** Where a broker writes, for tests that are not about the database. */
export function quotaInMemory(): QuotaQueries & { rows: Map<string, QuotaRow>; writes: number } {
  const kept = {
    rows: new Map<string, QuotaRow>(),
    writes: 0,
    findQuota: async (id: string) => kept.rows.get(id) ?? null,
    async saveQuota(row: QuotaRow) {
      kept.rows.set(row.connectionId, row);
      kept.writes += 1;
    },
  };
  return kept;
}

export function virtualBroker(time: VirtualTime, queries: QuotaQueries = quotaInMemory(), random = () => 0) {
  const { clock, monotonicMs, schedule } = time;
  return createBroker({ clock, monotonicMs, schedule, queries, random });
}

/** The most that lay within any 60 s, ends included. */
export function mostInAMinute(times: readonly { at: number; weight: number }[]): number {
  let most = 0;
  let sum = 0;
  let first = 0;
  for (const call of times) {
    sum += call.weight;
    for (let old = times[first]; old && old.at < call.at - 60_000; old = times[++first]) sum -= old.weight;
    most = Math.max(most, sum);
  }
  return most;
}
