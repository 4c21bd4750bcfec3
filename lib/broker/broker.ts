import "server-only";
import type { Clock } from "@/lib/clock";
import type { Gate } from "@/lib/smartsheet/gate";
import { QuotaKeeper, type QuotaQueries } from "./quota-keeper";
import type { Asking, Schedule, TokenState } from "./schema";
import { Supply } from "./supply";
import { Turnstile } from "./turnstile";

/** One turnstile for each connection's token: what one is slowed down by never touches another (I10). */
export interface Broker {
  /** What every try with the connection's token goes through. Costs nothing until the first try enters. */
  gateOf(connectionId: string, asking: Asking): Gate;
  stateOf(connectionId: string): Promise<TokenState>;
  /** Writes every quota in use. Done before it returns where the queries are, as when the process ends. */
  flush(): Promise<void>;
}

const byTimer: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export function createBroker(parts: {
  clock: Clock;
  monotonicMs: () => number;
  queries: QuotaQueries;
  schedule?: Schedule;
  /** From 0 to 1, for jitter. */
  random?: () => number;
}): Broker {
  const { clock, monotonicMs, queries, schedule = byTimer, random = Math.random } = parts;
  const loading = new Map<string, Promise<Turnstile>>();
  const open = new Map<string, Turnstile>();

  async function load(connectionId: string): Promise<Turnstile> {
    const keeper = new QuotaKeeper({ connectionId, clock, monotonicMs, queries });
    const quota = await keeper.load();
    const supply = new Supply(quota, keeper, monotonicMs());
    const turnstile = new Turnstile(supply, { monotonicMs, schedule, random });
    open.set(connectionId, turnstile);
    return turnstile;
  }

  function turnstileOf(connectionId: string): Promise<Turnstile> {
    const known = loading.get(connectionId);
    if (known) return known;
    const started = load(connectionId);
    loading.set(connectionId, started);
    // A database that was busy once is asked again the next time.
    started.catch(() => loading.delete(connectionId));
    return started;
  }

  return {
    gateOf(connectionId, asking) {
      return {
        enter: async (asked) => (await turnstileOf(connectionId)).enter(asking, asked),
        // Asked after a try, so the turnstile is there.
        mayRetry: () => open.get(connectionId)?.mayRetry() ?? false,
      };
    },
    stateOf: async (connectionId) => (await turnstileOf(connectionId)).state(),
    async flush() {
      await Promise.all([...open.values()].map((turnstile) => turnstile.flush()));
    },
  };
}
