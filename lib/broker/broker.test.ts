import { describe, expect, it } from "vitest";
import type { Gate, TryOutcome } from "@/lib/smartsheet/gate";
import type { Asking } from "./schema";
import { settled, VirtualTime, virtualBroker } from "./virtual-time.test-helper";

function world() {
  const time = new VirtualTime();
  const broker = virtualBroker(time);
  const gate = (person: string, kind: Asking["kind"] = "read", connection = "C-1") =>
    broker.gateOf(connection, { person, kind, pollsPerMinute: 60 });
  const log: { person: string; at: number; answer: string; seconds?: number }[] = [];

  async function call(
    person: string,
    through: Gate = gate(person),
    outcome: TryOutcome = { kind: "answered" },
  ) {
    const entered = await through.enter({ weight: 1, isRetry: false });
    if (entered.ok) entered.value.settle(outcome);
    const { code, retryAfterSeconds, isQueued } = entered.ok ? { code: "ok" } : { ...entered.error };
    const answer = `${code}${isQueued ? " queued" : ""}`;
    log.push({ person, at: time.now, answer, ...(retryAfterSeconds && { seconds: retryAfterSeconds }) });
    return answer;
  }
  const many = (count: number, ...rest: Parameters<typeof call>) => {
    for (let n = 0; n < count; n++) void call(...rest);
  };
  const of = (person: string, answer = "ok") =>
    log.filter((one) => one.person === person && one.answer === answer);
  return { time, broker, gate, call, many, of, log };
}

describe("the quota", () => {
  it("keeps a tenth for administrators and health checks", async () => {
    const { time, gate, many, of, call } = world();
    many(40, "vik");
    await time.advance(0);
    expect(of("vik")).toHaveLength(27);
    expect(await call("ada", gate("ada", "admin"))).toBe("ok");
    expect(await call("system", gate("system", "health"))).toBe("ok");
    expect(await call("ada", gate("ada", "admin"))).toBe("ok");
    expect(of("vik")).toHaveLength(27);
  });

  it("lets administrators use all of it while nobody else waits", async () => {
    const { time, gate, many, of } = world();
    many(20, "ada", gate("ada", "admin"));
    many(20, "sid", gate("sid", "admin"));
    await time.advance(0);
    expect(of("ada").length + of("sid").length).toBe(30);
  });

  it("does not let administrators keep the others out", async () => {
    const { time, gate, many, of } = world();
    many(20, "ada", gate("ada", "admin"));
    many(20, "vik");
    await time.advance(0);
    const before = of("vik").length;
    for (let turn = 0; turn < 80; turn++) {
      many(1, "ada", gate("ada", "admin"));
      many(1, "vik");
      await time.advance(100);
    }
    expect(of("vik").length - before).toBeGreaterThan(10);
    expect(of("ada").length).toBeGreaterThan(of("vik").length);
  });

  it("bounds polls by the connection's own budget", async () => {
    const { time, gate, call, of } = world();
    for (let second = 0; second < 120; second++) {
      await call("system", gate("system", "poll"));
      await call("system", gate("system", "poll"));
      await time.advance(1000);
    }
    expect(of("system").length).toBeGreaterThanOrEqual(120);
    expect(of("system").length).toBeLessThanOrEqual(120 + 10);
    const none = world();
    const never = none.broker.gateOf("C-1", { person: "system", kind: "poll", pollsPerMinute: 0 });
    expect(await none.call("system", never)).toBe("rate_limited queued");
  });
});

describe("the line", () => {
  it("T19 a greedy person waits behind their own calls, the others get their turn", async () => {
    const { time, many, of, log } = world();
    many(30, "greedy");
    await time.advance(0);
    for (let tick = 0; tick < 250; tick++) {
      many(1, "greedy");
      if (tick % 50 === 0) many(1, "vik");
      if (tick % 50 === 25) many(1, "wanda");
      await time.advance(20);
    }
    await time.advance(1_000);
    expect(of("vik")).toHaveLength(5);
    expect(of("wanda")).toHaveLength(5);
    expect(log.filter(({ person, answer }) => person !== "greedy" && answer !== "ok")).toEqual([]);
    expect(of("greedy", "rate_limited queued").length).toBeGreaterThan(150);
  });

  it("refuses at once who would surely wait longer than 10 s, with the seconds until their turn", async () => {
    const { time, call, many, log } = world();
    for (let person = 0; person < 200; person++) many(1, `p${person}`);
    await time.advance(0);
    const refused = log.filter(({ answer }) => answer === "rate_limited queued");
    const served = log.filter(({ answer }) => answer === "ok").length;
    expect(served).toBe(27);
    expect(refused).toHaveLength(200 - 27 - 39);
    // One a quarter of a second: no two of them are sent back at the same one.
    const seconds = refused.map((one) => one.seconds ?? 0);
    expect(Math.min(...seconds)).toBe(10);
    expect(Math.max(...seconds)).toBe(Math.ceil((10_000 + 250 * (refused.length - 1)) / 1000));
    await time.advance(10_000);
    expect(log.filter(({ answer }) => answer === "ok")).toHaveLength(66);
    expect(await call("late")).toBe("ok");
  });

  it("refuses after 10 s who had hoped for less", async () => {
    const { time, gate, many, log } = world();
    many(27, "vik");
    await time.advance(0);
    many(20, "wanda");
    await time.advance(0);
    // Those before them turn out to come in numbers.
    for (let tick = 0; tick < 100; tick++) {
      for (const person of ["olga", "vik", "ada"]) many(1, person, gate(person));
      await time.advance(100);
    }
    await time.advance(1_000);
    const late = log.filter(
      ({ person, at, answer }) => person === "wanda" && at === 10_000 && answer !== "ok",
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ seconds }) => seconds !== undefined && seconds >= 1)).toBe(true);
    expect(log.every(({ person, at }) => person !== "wanda" || at <= 10_000)).toBe(true);
  });

  it("forgets who gave up waiting", async () => {
    const { time, gate, many, broker } = world();
    many(27, "vik");
    await time.advance(0);
    const stop = new AbortController();
    const waiting = gate("wanda").enter({ weight: 1, isRetry: false, signal: stop.signal });
    await time.advance(0);
    expect((await broker.stateOf("C-1")).waiting).toBe(1);
    stop.abort();
    expect(await waiting).toMatchObject({ ok: false, error: { code: "aborted" } });
    expect((await broker.stateOf("C-1")).waiting).toBe(0);
  });
});

describe("Smartsheet in trouble", () => {
  it("F01 I10 after a 429 nothing goes out with that token until Retry-After is over, and all others go on", async () => {
    const { time, gate, call, many, of, broker } = world();
    await call("vik", gate("vik"), { kind: "limited", retryAfterSeconds: 42 });
    expect(await call("vik")).toBe("rate_limited");
    expect(await call("ada", gate("ada", "admin"))).toBe("rate_limited");
    expect(await call("vik", gate("vik", "read", "C-2"))).toBe("ok");
    expect(await broker.stateOf("C-1")).toMatchObject({ blockedForSeconds: 42, perMinute: 120, left: 0 });
    expect(await broker.stateOf("C-2")).toMatchObject({ blockedForSeconds: 0, perMinute: 240 });
    await time.advance(41_999);
    expect(of("vik", "ok")).toHaveLength(2);
    many(3, "olga");
    await time.advance(0);
    expect(of("olga")).toHaveLength(0);
    // Nothing was saved up meanwhile: it begins slowly.
    await time.advance(2_100);
    expect(of("olga").map(({ at }) => at)).toEqual([44_000]);
  });

  it("F01 turns away at once who waits when a 429 comes", async () => {
    const { time, gate, many, log } = world();
    const under = await gate("ada", "admin").enter({ weight: 1, isRetry: false });
    many(28, "vik");
    await time.advance(0);
    if (under.ok) under.value.settle({ kind: "limited" });
    await time.advance(0);
    expect(log.at(-1)).toMatchObject({ person: "vik", at: 0, answer: "rate_limited" });
    expect(log.at(-1)?.seconds).toBeGreaterThanOrEqual(60);
  });

  it("F03 calls fail at once while it is open; one probe goes, and its success opens the way", async () => {
    const { time, gate, call, broker } = world();
    for (let failure = 0; failure < 5; failure++) await call("vik", gate("vik"), { kind: "failed" });
    expect(await call("vik")).toBe("unavailable");
    expect(await call("ada", gate("ada", "admin"))).toBe("unavailable");
    expect(await broker.stateOf("C-1")).toMatchObject({ breaker: "open", nextProbeInSeconds: 20 });
    await time.advance(20_000);
    const probe = await gate("vik").enter({ weight: 1, isRetry: false });
    expect(await call("wanda")).toBe("unavailable");
    expect((await broker.stateOf("C-1")).breaker).toBe("half_open");
    if (probe.ok) probe.value.settle({ kind: "answered" });
    expect(await call("wanda")).toBe("ok");
    expect((await broker.stateOf("C-1")).breaker).toBe("closed");
  });

  it("F03 of many who come for the probe one is sent and none waits", async () => {
    const { time, gate, call, many, of } = world();
    for (let failure = 0; failure < 5; failure++) await call("vik", gate("vik"), { kind: "failed" });
    await time.advance(20_000);
    const entered = ["olga", "vik", "wanda"].map((person) =>
      gate(person).enter({ weight: 1, isRetry: false }),
    );
    await settled();
    many(5, "olga");
    const answers = await Promise.all(entered);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await time.advance(0);
    expect(of("olga", "unavailable")).toHaveLength(5);
  });

  it("F02 a retry earns no further one", async () => {
    const { gate, time } = world();
    const vik = gate("vik");
    await vik.enter({ weight: 1, isRetry: false });
    while (vik.mayRetry());
    for (let retry = 0; retry < 100; retry++) {
      await vik.enter({ weight: 1, isRetry: true });
      await time.advance(500);
    }
    expect(vik.mayRetry()).toBe(false);
  });

  it("F02 retries are at most a tenth of the calls of one token", async () => {
    const { gate, call, time } = world();
    let retries = 0;
    for (let turn = 0; turn < 400; turn++) {
      await call("vik");
      if (gate("vik").mayRetry()) retries += 1;
      await time.advance(500);
    }
    expect(retries).toBeGreaterThanOrEqual(40);
    expect(retries).toBeLessThanOrEqual(400 / 10 + 10);
    await call("vik", gate("vik", "read", "C-2"));
    expect(gate("vik", "read", "C-2").mayRetry()).toBe(true);
  });
});
