import { afterAll, beforeAll, expect, it } from "vitest";
import { insertConnection } from "@/db/queries/connections";
import { findQuota, saveQuota } from "@/db/queries/quota";
import { type Broker, createBroker } from "@/lib/broker/broker";
import { mostInAMinute, VirtualTime } from "@/lib/broker/virtual-time.test-helper";
import type { ConnectionId } from "@/lib/policy/ids";
import { Secret } from "@/lib/secret";
import { createSmartsheet } from "@/lib/smartsheet/http-adapter";
import { type SandboxWorld, sandboxWorld } from "@/lib/smartsheet/testing/contract-worlds";
import { createSheetCopies } from "@/lib/snapshots/copies";
import { MemoryStore } from "@/lib/snapshots/memory-store";
import { openWorld, type World } from "@/scripts/testing/world";
import { connectionPlace, createDelegatedReader } from "./delegated-reader";

let world: World;
let sandbox: SandboxWorld;
beforeAll(async () => {
  [world, sandbox] = await Promise.all([openWorld(), sandboxWorld()]);
});
afterAll(async () => {
  world.close();
  await sandbox.close();
});

const connectionId = "C-2" as ConnectionId;

/** The delegated reader over HTTP, with a clock that stands still while calls are under way. */
async function openReader() {
  const { vault, audit } = world.services;
  const time = new VirtualTime();
  const sent: { at: number; weight: number }[] = [];
  const statuses: (number | null)[] = [];
  const real = createSmartsheet({
    apiUrl: sandbox.apiUrl,
    retry: { baseMs: 1 },
    onCall: ({ status }) => statuses.push(status),
  });
  const token = vault.seal(new Secret(sandbox.rawToken("ada@acme.test")), connectionPlace(connectionId));
  await insertConnection(
    {
      id: connectionId,
      name: "Sandbox",
      apiUrl: sandbox.apiUrl,
      token,
      createdBy: "test",
      at: time.clock.now().toISOString(),
    },
    audit.draft({
      requestId: "request-0",
      actor: { kind: "system" },
      action: "connection:create",
      decision: "done",
    }),
  );
  const { clock, monotonicMs, schedule } = time;
  const broker = createBroker({ clock, monotonicMs, schedule, queries: { findQuota, saveQuota } });
  const noting: Pick<Broker, "gateOf"> = {
    gateOf(id, asking) {
      const gate = broker.gateOf(id, asking);
      return {
        ...gate,
        async enter(asked) {
          const entered = await gate.enter(asked);
          if (entered.ok) sent.push({ at: time.now, weight: asked.weight });
          return entered;
        },
      };
    },
  };
  const copies = createSheetCopies({ memory: new MemoryStore(1024), disk: null, clock, monotonicMs });
  const reader = createDelegatedReader({ vault, audit, smartsheet: () => real, copies, broker: noting });
  return { time, sent, statuses, broker, reader };
}

it("F01 a thousand people who ask at once: never over 270 calls in any 60 s, and each comes to their turn", async () => {
  const { time, sent, statuses, broker, reader } = await openReader();
  const PEOPLE = 1_000;
  let isDone = 0;
  let turnedAway = 0;
  const comeBack: { at: number; person: number }[] = Array.from({ length: PEOPLE }, (_, person) => ({
    at: 0,
    person,
  }));
  const running = new Set<Promise<void>>();

  async function ask(person: number): Promise<void> {
    const answer = await reader.getPath(
      { purpose: "path", connectionId, assume: "olga@acme.test", asset: "sheet", sheetId: sandbox.payrollId },
      {
        requestId: `request-${person}`,
        actor: { kind: "user", id: String(person), email: `p${person}@acme.test` },
      },
    );
    if (answer.ok) {
      isDone += 1;
      return;
    }
    const { error } = answer.error;
    expect(error).toMatchObject({ code: "rate_limited", isQueued: true });
    turnedAway += 1;
    // As the page does when its seconds are over.
    comeBack.push({ at: time.now + (error.retryAfterSeconds ?? 0) * 1000, person });
  }

  /** Until nothing is under way but those who wait for the clock. */
  async function quiet(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const { waiting } = await broker.stateOf(connectionId);
      if (running.size <= waiting) return;
    }
  }

  while (isDone < PEOPLE) {
    for (const due of comeBack.filter(({ at }) => at <= time.now)) {
      comeBack.splice(comeBack.indexOf(due), 1);
      const asking = ask(due.person).finally(() => running.delete(asking));
      running.add(asking);
    }
    await quiet();
    await time.advance(250);
    await quiet();
    if (time.now > 15 * 60_000) throw new Error(`Only ${isDone} came to their turn.`);
  }

  expect(sent).toHaveLength(PEOPLE);
  expect(statuses).toEqual(Array.from({ length: PEOPLE }, () => 200));
  expect(mostInAMinute(sent)).toBeLessThanOrEqual(270);
  // The quota is used, not only kept: 1,000 calls at 240 a minute need a little over four minutes.
  expect(mostInAMinute(sent)).toBeGreaterThan(230);
  expect(time.now).toBeLessThan(5.5 * 60_000);
  expect(turnedAway).toBeGreaterThan(500);
  expect(await findQuota(connectionId)).not.toBeNull();
}, 120_000);
