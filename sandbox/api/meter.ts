import { Minute, WINDOW_MS } from "./minute";

/** Whose minute a call takes from. */
export interface Budget {
  /** A token, or the person assumed (switch `meteredToken`). */
  key: string;
  email: string;
  kind: "raw" | "oauth" | "assumed";
}

interface Used extends Budget {
  minute: Minute;
  refused: number;
}

/** What one token used of its minute. Times are ISO 8601 UTC. */
export interface MeterReading {
  email: string;
  kind: Budget["kind"];
  /** The end of the token, to tell two of one person apart; empty for an assumed person. */
  token: string;
  used: number;
  /** Calls of this minute by what each cost. */
  calls: Record<string, number>;
  /** Since the start or the last reset. */
  refused: number;
  /** When a call of cost 1 is admitted again; null: now. */
  freeAt: string | null;
  /** When nothing of the minute is used any more; null: now. */
  emptyAt: string | null;
}

/** Calls per token in a sliding minute, by weight. Refused calls take nothing, but are counted. */
export class Meter {
  #budgets = new Map<string, Used>();
  /** Cost a minute and token; 0 admits everything. */
  limit: number;

  constructor(
    private readonly initial: number,
    private readonly clock: () => number,
  ) {
    this.limit = initial;
  }

  admits(budget: Budget, cost = 1): boolean {
    const used = this.#budgets.get(budget.key) ?? { ...budget, minute: new Minute(), refused: 0 };
    this.#budgets.set(budget.key, used);
    const now = this.clock();
    used.minute.forget(now);
    const isAdmitted = this.limit === 0 || used.minute.taken + cost <= this.limit;
    if (isAdmitted) used.minute.spend(now, cost);
    else used.refused += 1;
    return isAdmitted;
  }

  /** How many calls of cost 1 are left. */
  left({ key }: Budget): number {
    return Math.max(0, this.limit - (this.#budgets.get(key)?.minute.taken ?? 0));
  }

  /** Milliseconds since the epoch: when a call of this cost fits; one that never fits, a minute from now. */
  freeAt({ key }: Budget, cost = 1): number {
    const now = this.clock();
    const minute = this.#budgets.get(key)?.minute;
    if (!minute || this.limit === 0 || minute.taken + cost <= this.limit) return now;
    let taken = minute.taken;
    for (const call of minute.calls) {
      taken -= call.cost;
      if (taken + cost <= this.limit) return call.at + WINDOW_MS;
    }
    return now + WINDOW_MS;
  }

  /** Who called in the last minute or was ever refused, the busiest first. */
  read(): MeterReading[] {
    const now = this.clock();
    return [...this.#budgets.values()]
      .map((used) => this.#reading(used, now))
      .filter((reading) => reading.used > 0 || reading.refused > 0)
      .sort((one, other) => other.used - one.used || other.refused - one.refused);
  }

  clear(): void {
    this.#budgets.clear();
  }

  /** Back to the limit the sandbox was started with. */
  reset(): void {
    this.limit = this.initial;
    this.clear();
  }

  #reading(used: Used, now: number): MeterReading {
    used.minute.forget(now);
    const spent = used.minute.calls;
    const calls: Record<string, number> = {};
    for (const { cost } of spent) calls[cost] = (calls[cost] ?? 0) + 1;
    const freeAt = this.freeAt(used);
    const last = spent.at(-1);
    return {
      email: used.email,
      kind: used.kind,
      token: used.kind === "assumed" ? "" : used.key.slice(-4),
      used: used.minute.taken,
      calls,
      refused: used.refused,
      freeAt: freeAt > now ? new Date(freeAt).toISOString() : null,
      emptyAt: last ? new Date(last.at + WINDOW_MS).toISOString() : null,
    };
  }
}
