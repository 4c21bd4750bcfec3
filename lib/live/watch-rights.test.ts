import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deleteSession, insertSession, setUserEnabled } from "@/db/queries/people";
import { type RightsStamp, rightsStampNow } from "@/db/queries/rights-stamp";
import type { Viewer } from "@/lib/auth/principal";
import { openWorld, PAYROLL, payrollRule, type World } from "@/scripts/testing/world";
import { settle } from "./live-world.test-helper";
import { createRightsWatch } from "./watch-rights";

describe("what rights hang on", () => {
  let world: World;
  let ada: Viewer;
  let vik: Viewer;
  beforeEach(async () => {
    world = await openWorld();
    ada = await world.signIn("ada");
    vik = await world.signIn("vik");
  });
  afterEach(() => world.close());

  const session = (id: string) => ({
    ...{
      id,
      tokenHash: id,
      userId: vik.userId,
      at: "2026-11-24T09:00:00Z",
      expiresAt: "2026-12-01T09:00:00Z",
    },
    ...{ userAgent: null, network: null },
  });

  it("T04 leaves a trace in the stamp, each change its own", async () => {
    const { services } = world;
    const by = [ada, world.context(ada)] as const;
    const context = world.context(ada);
    const all = { kind: "all", target: "" } as const;
    const person = { kind: "person", target: vik.userId } as const;
    const group = { name: "Field", members: ["vik@acme.test"] };
    const table = (region: string) => `email,region\nvik@acme.test,${region}\n`;
    let rule = "";
    let groupId = "";
    const changes: [string, () => Promise<unknown>][] = [
      [
        "a rule is written",
        async () => {
          const made = await services.rules.create(payrollRule(), ...by);
          rule = made.ok ? made.value.id : "";
        },
      ],
      ["a rule is ended", () => services.rules.end(rule, ...by)],
      ["delegation is paused", () => services.pauses.pause(all, "A test", ...by)],
      ["a pause is lifted", () => services.pauses.lift(all, ...by)],
      ["a person is paused", () => services.pauses.pause(person, "A test", ...by)],
      ["a person is let in again", () => services.pauses.lift(person, ...by)],
      ["a person is disabled", () => setUserEnabled(vik.userId, false)],
      ["an address is bound", () => world.signIn("wanda")],
      [
        "a group is made",
        async () => {
          const made = await services.groups.save(group, ...by);
          groupId = made.ok ? made.value.id : "";
        },
      ],
      ["a group is removed", () => services.groups.remove(groupId, ...by)],
      ["the table of people is filled", () => services.groups.importAttributes(table("north"), context)],
      ["a value of it changes", () => services.groups.importAttributes(table("south"), context)],
      ["a sign-in begins", () => insertSession(session("one"))],
      ["a sign-in ends", () => deleteSession("one", vik.userId)],
      [
        "a connection is removed",
        async () => {
          const [first] = await services.connections.list();
          await services.connections.remove(first?.id ?? "", context);
        },
      ],
    ];
    let stamp = await rightsStampNow(null);
    const seen: Record<string, boolean> = {};
    for (const [what, change] of changes) {
      world.wait(1);
      await change();
      const next: RightsStamp = await rightsStampNow(stamp);
      seen[what] = next.text !== stamp.text;
      stamp = next;
    }
    expect(seen).toEqual(Object.fromEntries(changes.map(([what]) => [what, true])));
    expect(Object.keys(seen)).toHaveLength(15);
  });

  it("is not what people read", async () => {
    await world.services.rules.create(payrollRule(), ada, world.context(ada));
    const stamp = await rightsStampNow(null);
    const read = await world.services.readSheet({
      ...world.context(vik),
      ...{ userId: vik.userId, sheetId: PAYROLL, action: "read", freshSeconds: 0 },
      window: { page: 1, pageSize: 10 },
    });
    expect(read.ok).toBe(true);
    expect((await rightsStampNow(stamp)).text).toBe(stamp.text);
  });
});

describe("the watch", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const stampOf = (text: string): RightsStamp => ({ text, seq: 0, tableSeq: 0 });
  async function second(): Promise<void> {
    await vi.advanceTimersByTimeAsync(1_000);
    await settle();
  }

  it("tells of a change once, and of none when nothing changed", async () => {
    let text = "a";
    let told = 0;
    const watch = createRightsWatch(
      async () => stampOf(text),
      () => void told++,
    );
    await watch.start();
    await second();
    expect(told).toBe(0);
    text = "b";
    await second();
    await second();
    expect(told).toBe(1);
    watch.stop();
  });

  it("takes a stamp it cannot read for a change", async () => {
    let isBroken = false;
    let told = 0;
    const read = async () => {
      if (isBroken) throw new Error("The database is locked.");
      return stampOf("a");
    };
    const watch = createRightsWatch(read, () => void told++);
    await watch.start();
    isBroken = true;
    await second();
    expect(told).toBe(1);
    watch.stop();
  });

  it("does not start without a first stamp, and starts again after", async () => {
    let isBroken = true;
    const read = async () => {
      if (isBroken) throw new Error("The database is locked.");
      return stampOf("a");
    };
    const watch = createRightsWatch(read, () => {});
    await expect(watch.start()).rejects.toThrow("locked");
    expect(vi.getTimerCount()).toBe(0);
    isBroken = false;
    await watch.start();
    expect(vi.getTimerCount()).toBe(1);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("asks nothing more once it is stopped, though an answer was under way", async () => {
    let asked = 0;
    let told = 0;
    let answer = (_: RightsStamp) => {};
    const read = () => {
      asked += 1;
      if (asked === 1) return Promise.resolve(stampOf("a"));
      return new Promise<RightsStamp>((resolve) => (answer = resolve));
    };
    const watch = createRightsWatch(read, () => void told++);
    await watch.start();
    await second();
    watch.stop();
    answer(stampOf("b"));
    await settle();
    await second();
    expect([asked, told, vi.getTimerCount()]).toEqual([2, 0, 0]);
  });
});
