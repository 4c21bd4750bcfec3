import { afterEach, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../testing";
import { readPlan } from "./plan";

let sandbox: TestSandbox;
afterEach(() => sandbox.close());

const FAULTS = [
  { kind: "500", match: { path: "/users/me" }, chance: 0.4 },
  { kind: "429", match: { caller: "mia@acme.test" }, after: 2, times: 3 },
];

async function statuses(calls = 60): Promise<number[]> {
  const seen: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const email = call % 3 === 0 ? "mia@acme.test" : "vik@acme.test";
    seen.push((await sandbox.get("/users/me", email)).status);
  }
  return seen;
}

async function run(seed: number, faults: unknown[] = FAULTS): Promise<number[]> {
  sandbox = await startForTest({ rate: 0, faults: readPlan({ seed, faults }) });
  const seen = await statuses();
  await sandbox.close();
  return seen;
}

it("same seed and same calls, same faults; another seed, others", async () => {
  const first = await run(7);
  expect(new Set(first)).toEqual(new Set([200, 429, 500]));
  expect(await run(7)).toEqual(first);
  expect(await run(8)).not.toEqual(first);
});

it("a reset starts the plan anew", async () => {
  sandbox = await startForTest({ rate: 0, faults: readPlan({ seed: 7, faults: FAULTS }) });
  const first = await statuses();
  await sandbox.control("DELETE", "/fault");
  expect(new Set(await statuses())).toEqual(new Set([200]));
  await sandbox.control("POST", "/reset");
  expect(await statuses()).toEqual(first);
});

it("chance strikes about as often as it says", async () => {
  const seen = await run(3, [{ kind: "4002", chance: 0.5 }]);
  const struck = seen.filter((status) => status === 500).length;
  expect(struck).toBeGreaterThan(15);
  expect(struck).toBeLessThan(45);
});

it("after lets the first matching calls pass, times ends it", async () => {
  const seen = await run(1, [{ kind: "429", match: { caller: "mia@acme.test" }, after: 2, times: 3 }]);
  const mine = seen.filter((_, call) => call % 3 === 0);
  expect(mine).toEqual([200, 200, 429, 429, 429, ...Array<number>(15).fill(200)]);
});

it("latency waits within its range, and whatever else strikes still does", async () => {
  sandbox = await startForTest({
    faults: readPlan({
      seed: 1,
      faults: [
        { kind: "latency", ms: [30, 60] },
        { kind: "4001", times: 1 },
      ],
    }),
  });
  const started = performance.now();
  expect((await sandbox.get("/users/me", "vik@acme.test")).status).toBe(503);
  expect(performance.now() - started).toBeGreaterThanOrEqual(29);
  expect((await sandbox.get("/users/me", "vik@acme.test")).status).toBe(200);
  const { calls } = (await sandbox.control("GET", "/calls")).body as {
    calls: { fault: string; ms: number }[];
  };
  expect(calls.map(({ fault }) => fault)).toEqual(["4001", "latency"]);
  expect(calls.every(({ ms }) => ms >= 29)).toBe(true);
});

it("faults match by method, and one can be taken away alone", async () => {
  sandbox = await startForTest();
  await sandbox.control("POST", "/fault", { match: { method: "post" }, kind: "4000" });
  const { body } = await sandbox.control("POST", "/fault", { kind: "4001" });
  const token = sandbox.token("vik@acme.test");
  expect((await sandbox.call("POST", "/users", { token })).status).toBe(500);
  expect((await sandbox.get("/users/me", "vik@acme.test")).status).toBe(503);
  expect((await sandbox.control("DELETE", `/fault/${body.id}`)).status).toBe(200);
  expect((await sandbox.control("DELETE", `/fault/${body.id}`)).status).toBe(404);
  expect((await sandbox.get("/users/me", "vik@acme.test")).status).toBe(200);
  const plan = await sandbox.control("GET", "/plan");
  expect(plan.body).toEqual({
    seed: 1,
    faults: [{ id: 1, match: { method: "POST" }, kind: "4000", seen: 1, struck: 1 }],
  });
});
