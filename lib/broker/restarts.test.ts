import fc from "fast-check";
import { expect, it } from "vitest";
import { findQuota, saveQuota } from "@/db/queries/quota";
import { openTestDatabase } from "@/scripts/testing/database";
import type { QuotaQueries } from "./quota-keeper";
import type { Asking } from "./schema";
import {
  mostInAMinute,
  quotaInMemory,
  settled,
  VirtualTime,
  virtualBroker,
} from "./virtual-time.test-helper";

const vik: Asking = { person: "vik", kind: "read" };
const ada: Asking = { person: "ada", kind: "admin" };

/** Sends as many as go out at once; the others are told to come back. */
async function burst(
  broker: ReturnType<typeof virtualBroker>,
  asking: Asking,
  most: number,
): Promise<number> {
  let out = 0;
  for (let call = 0; call < most; call++) {
    const stop = new AbortController();
    const entering = broker.gateOf("C-1", asking).enter({ weight: 1, isRetry: false, signal: stop.signal });
    await settled();
    stop.abort();
    const entered = await entering;
    if (entered.ok) {
      out += 1;
      entered.value.settle({ kind: "answered" });
    }
  }
  return out;
}

async function withDatabase(run: (queries: QuotaQueries) => Promise<void>): Promise<void> {
  const database = await openTestDatabase();
  try {
    await run({ findQuota, saveQuota });
  } finally {
    database.close();
  }
}

it("F25 an orderly end keeps the quota to the call", () =>
  withDatabase(async (queries) => {
    const time = new VirtualTime();
    const first = virtualBroker(time, queries);
    expect(await burst(first, ada, 20)).toBe(20);
    await first.flush();
    expect(await findQuota("C-1")).toMatchObject({ left: 10, perMinute: 240, blockedUntil: null });
    time.dropTimers();
    await time.advance(1_000);
    const second = virtualBroker(time, queries);
    expect(await second.stateOf("C-1")).toMatchObject({ left: 14 });
    expect(await burst(second, ada, 30)).toBe(14);
  }));

it("F25 the end of the process needs no further turn of the event loop", () =>
  withDatabase(async (queries) => {
    const time = new VirtualTime();
    const broker = virtualBroker(time, queries);
    await burst(broker, ada, 5);
    // As in an `exit` handler, where nothing that is awaited ever comes.
    void broker.flush();
    const seen = findQuota("C-1");
    expect(await seen).toMatchObject({ left: 25 });
  }));

it("F25 a crash costs some calls and never gives any", () =>
  withDatabase(async (queries) => {
    const time = new VirtualTime();
    expect(await burst(virtualBroker(time, queries), ada, 20)).toBe(20);
    time.dropTimers();
    const second = virtualBroker(time, queries);
    expect(await burst(second, ada, 30)).toBe(0);
    await time.advance(5_000);
    const come = await burst(second, ada, 30);
    expect(come).toBeGreaterThan(8);
    expect(come).toBeLessThanOrEqual(30);
  }));

it("F25 F01 a pause and a slower rate outlive a restart", () =>
  withDatabase(async (queries) => {
    const time = new VirtualTime();
    const first = virtualBroker(time, queries);
    const entered = await first.gateOf("C-1", vik).enter({ weight: 1, isRetry: false });
    if (entered.ok) entered.value.settle({ kind: "limited", retryAfterSeconds: 50 });
    await settled();
    time.dropTimers();
    await time.advance(8_000);
    const second = virtualBroker(time, queries);
    expect(await second.stateOf("C-1")).toMatchObject({ blockedForSeconds: 42, perMinute: 120, left: 0 });
    expect(await burst(second, ada, 3)).toBe(0);
    await time.advance(42_000);
    expect(await burst(second, ada, 3)).toBe(0);
    await time.advance(20_000);
    expect(await burst(second, ada, 50)).toBeGreaterThan(20);
  }));

it("F25 a wall clock that was set back gives nothing and blocks nobody for long", () =>
  withDatabase(async (queries) => {
    const late = new VirtualTime();
    late.now = 3_600_000;
    const first = virtualBroker(late, queries);
    const entered = await first.gateOf("C-1", vik).enter({ weight: 1, isRetry: false });
    if (entered.ok) entered.value.settle({ kind: "limited", retryAfterSeconds: 60 });
    await settled();
    const state = await virtualBroker(new VirtualTime(), queries).stateOf("C-1");
    expect(state.left).toBe(0);
    expect(state.blockedForSeconds).toBeLessThanOrEqual(132);
  }));

it("writes at most every two seconds while calls go out", async () => {
  const time = new VirtualTime();
  const queries = quotaInMemory();
  const broker = virtualBroker(time, queries);
  let out = 0;
  for (let tick = 0; tick < 600; tick++) {
    out += await burst(broker, ada, 2);
    await time.advance(100);
  }
  expect(out).toBeGreaterThan(260);
  expect(queries.writes).toBeLessThanOrEqual(31);
});

it("F25 F01 no more than 270 go out in any 60 s, whoever asks when and however often it crashes", async () => {
  const step = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant("ask" as const),
        person: fc.nat(6),
        kind: fc.constantFrom("read" as const, "admin" as const, "poll" as const),
        calls: fc.integer({ min: 1, max: 40 }),
        weight: fc.constantFrom(1, 1, 1, 10),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.oneof(fc.nat(300), fc.nat(9_000)) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("end" as const) }) },
  );
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 160 }), async (steps) => {
      const time = new VirtualTime();
      const queries = quotaInMemory();
      let broker = virtualBroker(time, queries);
      const out: { at: number; weight: number }[] = [];
      let life = 0;
      for (const now of steps) {
        if (now.do === "wait") await time.advance(now.ms);
        else if (now.do === "ask") {
          const started = life;
          const { kind, weight } = now;
          const gate = broker.gateOf("C-1", { person: `p${now.person}`, kind, pollsPerMinute: 150 });
          for (let call = 0; call < now.calls; call++)
            void gate.enter({ weight, isRetry: false }).then((entered) => {
              // A process that died sends nothing.
              if (entered.ok && started === life) out.push({ at: time.now, weight });
            });
          await settled();
        } else {
          await settled();
          if (now.do === "end") await broker.flush();
          life += 1;
          time.dropTimers();
          broker = virtualBroker(time, queries);
        }
      }
      await time.advance(10_000);
      const found = mostInAMinute(out);
      most = Math.max(most, found);
      expect(found).toBeLessThanOrEqual(270);
    }),
    { numRuns: 60 },
  );
  // The law is about something: it is nearly reached.
  expect(most).toBeGreaterThan(150);
});
