import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../testing";
import { Meter } from "./meter";

const START = Date.parse("2026-11-24T08:00:00Z");
let now = START;

describe("a meter", () => {
  const vik = { key: "token-vik", email: "vik@acme.test", kind: "raw" as const };
  let meter: Meter;
  beforeEach(() => {
    now = START;
    meter = new Meter(20, () => now);
  });

  it("weighs calls, and forgets each a minute after it came", () => {
    expect(meter.admits(vik, 10)).toBe(true);
    now += 30_000;
    expect(meter.admits(vik, 10)).toBe(true);
    expect(meter.admits(vik, 1)).toBe(false);
    now += 30_000;
    expect(meter.admits(vik, 10)).toBe(true);
    expect(meter.admits(vik, 1)).toBe(false);
  });

  it("says what was used, refused, and when it frees up", () => {
    meter.admits(vik, 10);
    now += 10_000;
    for (let call = 0; call < 11; call += 1) meter.admits(vik);
    expect(meter.read()).toEqual([
      {
        ...{ email: "vik@acme.test", kind: "raw", token: "-vik", used: 20, refused: 1 },
        calls: { "1": 10, "10": 1 },
        freeAt: "2026-11-24T08:01:00.000Z",
        emptyAt: "2026-11-24T08:01:10.000Z",
      },
    ]);
    expect(meter.freeAt(vik, 11)).toBe(START + 70_000);
    expect(meter.left(vik)).toBe(0);
    now += 60_000;
    expect(meter.read()).toMatchObject([{ used: 0, refused: 1, freeAt: null, emptyAt: null }]);
  });

  it("without a limit counts all the same, thousands at once", () => {
    meter.limit = 0;
    for (let call = 0; call < 50_000; call += 1) {
      now += 1;
      meter.admits(vik);
    }
    expect(meter.read()[0]?.used).toBe(50_000);
    now += 59_000;
    expect(meter.read()[0]?.used).toBe(1_000);
  });
});

describe("the sandbox's meter", () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    now = START;
    sandbox = await startForTest({ rate: 3, clock: () => now });
  });
  afterEach(() => sandbox.close());

  const me = (email: string, assume?: string) => sandbox.get("/users/me", email, assume);
  const meter = async () => (await sandbox.control("GET", "/meter")).body;

  it("tells the control address, which can move the limit", async () => {
    for (let call = 0; call < 4; call += 1) await me("vik@acme.test");
    expect(await meter()).toMatchObject({
      limit: 3,
      windowSeconds: 60,
      tokens: [{ email: "vik@acme.test", used: 3, refused: 1, calls: { "1": 3 } }],
    });
    await sandbox.control("POST", "/meter", { limit: 5 });
    expect((await me("vik@acme.test")).status).toBe(200);
    await sandbox.control("POST", "/meter", { clear: true });
    expect((await meter()).tokens).toEqual([]);
    expect((await sandbox.control("POST", "/meter", { limit: -1 })).status).toBe(400);
    await sandbox.control("POST", "/reset");
    expect((await meter()).limit).toBe(3);
  });

  it("counts on the admin's token, or on the assumed person: meteredToken", async () => {
    for (let call = 0; call < 3; call += 1) await me("ada@acme.test", "vik@acme.test");
    expect((await me("ada@acme.test", "olga@acme.test")).status).toBe(429);
    await sandbox.control("POST", "/switches", { meteredToken: "assumed" });
    for (let call = 0; call < 3; call += 1)
      expect((await me("ada@acme.test", "vik@acme.test")).status).toBe(200);
    expect((await me("ada@acme.test", "vik@acme.test")).status).toBe(429);
    expect((await me("ada@acme.test", "olga@acme.test")).status).toBe(200);
    expect((await meter()).tokens).toContainEqual(
      expect.objectContaining({ email: "vik@acme.test", kind: "assumed", used: 3, refused: 1 }),
    );
  });

  it("refuses without headers, or with them: retryAfter", async () => {
    for (let call = 0; call < 3; call += 1) await me("vik@acme.test");
    now += 15_500;
    const bare = await me("vik@acme.test");
    expect([bare.status, bare.headers.get("retry-after"), bare.headers.get("x-rate-limit-limit")]).toEqual([
      429,
      null,
      null,
    ]);
    await sandbox.control("POST", "/switches", { retryAfter: "sent" });
    const { headers } = await me("vik@acme.test");
    expect(headers.get("retry-after")).toBe("45");
    expect(headers.get("x-rate-limit-limit")).toBe("3");
    expect(headers.get("x-rate-limit-remaining")).toBe("0");
    expect(headers.get("x-rate-limit-reset")).toBe(String(START / 1000 + 60));
  });

  it("leaves cost, milliseconds and error code in the call log", async () => {
    for (let call = 0; call < 4; call += 1) await me("vik@acme.test");
    const { calls } = (await sandbox.control("GET", "/calls")).body as { calls: Record<string, unknown>[] };
    expect(calls[0]).toMatchObject({ cost: 1, ms: expect.any(Number) });
    expect(calls[0]).not.toHaveProperty("errorCode");
    expect(calls[3]).toMatchObject({ status: 429, errorCode: 4003 });
  });
});

describe("an unknown path or method with a bad token: errorOrder", () => {
  it("tells of the token, or of the path", async () => {
    const sandbox = await startForTest();
    const codes = async () => [
      (await sandbox.call("GET", "/nowhere", {})).body.errorCode,
      (await sandbox.call("PATCH", "/users/me", { token: "made-up" })).body.errorCode,
      (await sandbox.call("GET", "/users/me", { token: "made-up" })).body.errorCode,
    ];
    expect(await codes()).toEqual([1001, 1002, 1002]);
    await sandbox.control("POST", "/switches", { errorOrder: "path" });
    expect(await codes()).toEqual([1006, 1010, 1002]);
    await sandbox.close();
  });
});
