import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "./testing";

let now = 0;
let sandbox: TestSandbox;
beforeEach(async () => {
  now = Date.parse("2026-11-24T08:00:00Z");
  sandbox = await startForTest({ rate: 5, clock: () => now });
});
afterEach(() => sandbox.close());

const me = () => sandbox.get("/users/me", "vik@acme.test");
const fault = (kind: string, more: Record<string, unknown> = {}) =>
  sandbox.control("POST", "/fault", { match: { path: "/users/me" }, kind, ...more });

describe("faults", () => {
  it("strike as often as told, then end", async () => {
    await fault("429", { times: 2, retryAfter: 7 });
    const first = await me();
    expect(first).toMatchObject({ status: 429, body: { errorCode: 4003 } });
    expect(first.headers.get("retry-after")).toBe("7");
    expect((await me()).status).toBe(429);
    expect((await me()).status).toBe(200);
  });

  it("strike only calls that match", async () => {
    await sandbox.control("POST", "/fault", { match: { assumed: "olga@acme.test" }, kind: "500" });
    expect((await sandbox.get("/users/me", "ada@acme.test", "olga@acme.test")).status).toBe(500);
    expect((await sandbox.get("/users/me", "ada@acme.test", "vik@acme.test")).status).toBe(200);
    expect((await me()).status).toBe(200);
    await sandbox.control("DELETE", "/fault");
    expect((await sandbox.get("/users/me", "ada@acme.test", "olga@acme.test")).status).toBe(200);
  });

  it("500, 503 page, 200 page, empty, wrong shape", async () => {
    const seen: unknown[] = [];
    for (const kind of ["500", "503html", "html200", "empty", "wrongshape"]) {
      await fault(kind, { times: 1 });
      const { status, headers, body } = await me();
      seen.push([kind, status, headers.get("content-type")?.split(";")[0], Object.keys(body).length]);
    }
    expect(seen).toEqual([
      ["500", 500, "application/json", 3],
      ["503html", 503, "text/html", 1],
      ["html200", 200, "text/html", 1],
      ["empty", 200, "application/json", 1],
      ["wrongshape", 200, "application/json", 4],
    ]);
  });

  it("reset breaks the connection, cutjson the text", async () => {
    await fault("reset", { times: 1 });
    await expect(me()).rejects.toThrow("fetch failed");
    await fault("cutjson", { times: 1 });
    await expect(me()).rejects.toThrow(SyntaxError);
  });

  it("timeout never answers", async () => {
    await fault("timeout", { times: 1 });
    const headers = { authorization: `Bearer ${sandbox.token("vik@acme.test")}` };
    const signal = AbortSignal.timeout(300);
    await expect(fetch(`${sandbox.apiUrl}/users/me`, { headers, signal })).rejects.toThrow("timeout");
  });

  it("brotli packs without being asked", async () => {
    await fault("brotli", { times: 1 });
    const answer = await me();
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(answer.body.email).toBe("vik@acme.test");
  });

  it("redirect shows whether the token was carried along", async () => {
    await fault("redirect", { times: 1 });
    await me();
    const { calls } = (await sandbox.control("GET", "/calls")).body as { calls: Record<string, unknown>[] };
    expect(calls.at(-1)).toMatchObject({ path: "/__sandbox/elsewhere", caller: "vik@acme.test" });
  });
});

describe("the meter", () => {
  it("refuses the sixth call of a minute, per token, and forgets after a minute", async () => {
    for (let call = 0; call < 5; call += 1) expect((await me()).status).toBe(200);
    expect(await me()).toMatchObject({
      status: 429,
      body: { errorCode: 4003, message: "Rate limit exceeded." },
    });
    expect((await sandbox.get("/users/me", "mia@acme.test")).status).toBe(200);
    now += 60_000;
    expect((await me()).status).toBe(200);
  });

  it("counts assumed calls on the admin's token", async () => {
    for (let call = 0; call < 5; call += 1) await sandbox.get("/users/me", "ada@acme.test", "vik@acme.test");
    expect((await sandbox.get("/users/me", "ada@acme.test", "olga@acme.test")).status).toBe(429);
    expect((await me()).status).toBe(200);
  });
});

describe("the controls", () => {
  it("refuse pages of other origins and foreign hosts", async () => {
    const url = `http://127.0.0.1:${sandbox.port}/__sandbox/info`;
    expect((await fetch(url, { headers: { origin: "https://evil.example" } })).status).toBe(404);
    expect((await fetch(url)).status).toBe(200);
  });

  it("expire access tokens", async () => {
    const { body } = await sandbox.control("POST", "/tokens/issue", { email: "vik@acme.test" });
    const token = String(body.accessToken);
    expect((await sandbox.call("GET", "/users/me", { token })).status).toBe(200);
    await sandbox.control("POST", "/tokens/expire", { email: "vik@acme.test" });
    expect((await sandbox.call("GET", "/users/me", { token })).body.errorCode).toBe(1003);
  });
});
