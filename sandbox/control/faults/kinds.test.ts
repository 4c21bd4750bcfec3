import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answer, grid, startForTest, type TestSandbox } from "../../testing";
import { FAULT_NAMES } from "./kinds";

let now = 0;
let before = 0;
let sandbox: TestSandbox;
beforeEach(async () => {
  now = Date.parse("2026-11-24T08:00:00Z");
  sandbox = await startForTest({ rate: 0, clock: () => now });
  // One connection, which fetch keeps.
  await me();
  before = process.getActiveResourcesInfo().filter((name) => name.includes("TCPSocket")).length;
});
afterEach(() => sandbox.close());

const SHEET = "Payroll 2026";
const path = () => `/sheets/${sandbox.sheetId(SHEET)}`;
const read = (query = "") => sandbox.get(`${path()}${query}`, "olga@acme.test");
const me = () => sandbox.get("/users/me", "vik@acme.test");
const fault = (kind: string, more: Record<string, unknown> = {}) =>
  sandbox.control("POST", "/fault", { kind, ...more });
const titles = ({ body }: Answer) => (body.columns as { title: string }[]).map(({ title }) => title);

describe("errors of Smartsheet's own", () => {
  it.each([
    ["429", 429, 4003],
    ["4000", 500, 4000],
    ["4001", 503, 4001],
    ["4002", 500, 4002],
    ["4004", 500, 4004],
    ["500", 500, 4000],
  ])("%s answers %i with %i", async (kind, status, errorCode) => {
    await fault(kind, { times: 1 });
    const answer = await me();
    expect([answer.status, answer.body.errorCode]).toEqual([status, errorCode]);
    expect(answer.headers.get("retry-after")).toBeNull();
    expect((await me()).status).toBe(200);
  });

  it.each(["429", "4001", "503html"])("%s says when to come back, if told to", async (kind) => {
    await fault(kind, { retryAfter: 9 });
    expect((await me()).headers.get("retry-after")).toBe("9");
  });
});

describe("writes", () => {
  const write = () =>
    sandbox.call("PUT", `${path()}/rows`, {
      token: sandbox.token("olga@acme.test"),
      body: [{ id: rowId, cells: [{ columnId: Number(columnId), value: "Changed" }] }],
    });
  let rowId = 0;
  let columnId = "";

  it("are applied and then fail under afterwrite, which lets reads alone", async () => {
    rowId = ((await read()).body.rows as { id: number }[])[0]?.id ?? 0;
    columnId = sandbox.columnId(SHEET, "Person");
    await fault("afterwrite", { times: 1 });
    expect((await read()).status).toBe(200);
    const answer = await write();
    expect([answer.status, answer.body.errorCode]).toEqual([500, 4002]);
    expect(grid((await read()).body)[0]?.Person).toBe("Changed");
  });

  it("that are refused stay refused under afterwrite", async () => {
    await fault("afterwrite", { times: 1 });
    const token = sandbox.token("olga@acme.test");
    const answer = await sandbox.call("POST", `${path()}/rows`, { token, body: "no rows" });
    expect(answer.status).toBe(400);
  });
});

describe("answers that arrive spoilt", () => {
  it("wrongtypes keeps the shape and no value's type", async () => {
    const right = (await me()).body;
    await fault("wrongtypes");
    const wrong = (await me()).body;
    expect(Object.keys(wrong)).toEqual(Object.keys(right));
    expect([typeof wrong.id, typeof wrong.email, typeof wrong.admin]).toEqual(["string", "number", "string"]);
    expect(Object.keys(wrong.account as object)).toEqual(Object.keys(right.account as object));
  });

  it("wrongencoding claims what the body is not", async () => {
    for (const encoding of ["gzip", "br"]) {
      await fault("wrongencoding", { times: 1, encoding });
      await expect(me()).rejects.toThrow();
    }
    await fault("wrongencoding", { times: 1 });
    const { headers, text } = await plain("/users/me");
    expect(headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(text).email).toBe("vik@acme.test");
  });

  it("gzipbomb unpacks to a thousand times what was sent", async () => {
    await fault("gzipbomb", { megabytes: 8 });
    const { text: packed } = await plain("/users/me");
    expect(packed.length).toBeLessThan(20_000);
    const headers = { authorization: `Bearer ${sandbox.token("vik@acme.test")}` };
    const unpacked = await (await fetch(`${sandbox.apiUrl}/users/me`, { headers })).arrayBuffer();
    expect(unpacked.byteLength).toBe(8 * 1024 * 1024 + 2);
  });

  it("drip sends every byte, one at a time", async () => {
    await fault("drip", { ms: 1 });
    const { text, pieces } = await plain("/nowhere");
    expect(JSON.parse(text).errorCode).toBe(1006);
    expect(pieces).toBeGreaterThan(5);
  });

  it("endless goes on until the client hangs up, and the server with it", async () => {
    await fault("endless", { times: 1 });
    const received = await hangUpAfter("/users/me", 200_000);
    expect(received).toBeGreaterThanOrEqual(200_000);
    expect((await me()).status).toBe(200);
  });

  it("revoke breaks off halfway, and the token is good for nothing more", async () => {
    await fault("revoke");
    await expect(me()).rejects.toThrow("terminated");
    expect((await me()).body.errorCode).toBe(1002);
    expect((await sandbox.get("/users/me", "mia@acme.test")).status).toBe(200);
  });
});

describe("redirects to another host", () => {
  it("go to the sandbox by its other name, where a token carried along shows", async () => {
    await fault("redirecthost", { times: 1 });
    await me();
    const { calls } = (await sandbox.control("GET", "/calls")).body as { calls: Record<string, unknown>[] };
    expect(calls.at(-2)).toMatchObject({ status: 302, fault: "redirecthost" });
    expect(calls.at(-1)).toMatchObject({ path: "/__sandbox/elsewhere", caller: null });
    expect(calls.at(-1)).not.toHaveProperty("warning");
  });

  it("or to where they are told", async () => {
    await fault("redirecthost", { location: "https://elsewhere.example/x" });
    const headers = { authorization: `Bearer ${sandbox.token("vik@acme.test")}` };
    const answer = await fetch(`${sandbox.apiUrl}/users/me`, { headers, redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "https://elsewhere.example/x"]);
  });
});

describe("sheets that change under the reader", () => {
  it("duplicaterows sends one row twice in a page", async () => {
    const right = (await read("?pageSize=10")).body.rows as { id: number }[];
    await fault("duplicaterows");
    const rows = (await read("?pageSize=10")).body.rows as { id: number }[];
    expect(rows).toHaveLength(right.length + 1);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(right.map(({ id }) => id)));
  });

  it("movingversion raises the version between pages, not for whole reads", async () => {
    await fault("movingversion");
    const whole = Number((await read()).body.version);
    const versions: unknown[] = [];
    for (const page of [1, 2, 3]) versions.push((await read(`?pageSize=20&page=${page}`)).body.version);
    expect(versions).toEqual([whole, whole + 1, whole + 2]);
  });

  it("columnremoved takes the last column, for good and once", async () => {
    const before = titles(await read());
    await fault("columnremoved");
    expect(titles(await read())).toEqual(before.slice(0, -1));
    expect(titles(await read())).toEqual(before.slice(0, -1));
  });

  it("columnrenamed renames the column named", async () => {
    await fault("columnrenamed", { column: "Department", title: "Team" });
    await me();
    const after = titles(await read());
    expect(after).toContain("Team");
    expect(after).not.toContain("Department");
  });
});

describe("clockskew", () => {
  it("puts the Date header off", async () => {
    await fault("clockskew", { minutes: -30 });
    expect(Date.parse((await me()).headers.get("date") ?? "")).toBe(now - 30 * 60_000);
  });

  it("ends a token early, by the clock of that one answer", async () => {
    const issued = await sandbox.control("POST", "/tokens/issue", { email: "vik@acme.test" });
    const token = String(issued.body.accessToken);
    const call = () => sandbox.call("GET", "/users/me", { token });
    now += (604_799 - 300) * 1000;
    await fault("clockskew", { minutes: 10, times: 1 });
    expect((await call()).body.errorCode).toBe(1003);
    expect((await call()).status).toBe(200);
  });

  it("gives out tokens that end sooner than they say", async () => {
    const issued = await sandbox.control("POST", "/tokens/issue", { email: "vik@acme.test" });
    await fault("clockskew", { minutes: 60, match: { path: "/token" } });
    const form = {
      grant_type: "refresh_token",
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
      refresh_token: String(issued.body.refreshToken),
    };
    const answer = await fetch(sandbox.tokenUrl, { method: "POST", body: new URLSearchParams(form) });
    const body = (await answer.json()) as { access_token: string; expires_in: number };
    expect(body.expires_in).toBe(604_799);
    now += (604_799 - 3_600) * 1000;
    expect((await sandbox.call("GET", "/users/me", { token: body.access_token })).body.errorCode).toBe(1003);
  });
});

it("whoever hangs up on an answer without end leaves nothing behind", async () => {
  const open = () => process.getActiveResourcesInfo().filter((name) => /TCPSocket|Zlib/.test(name)).length;
  for (const [kind, more] of [
    ["endless", {}],
    ["drip", { ms: 5 }],
    ["timeout", {}],
    ["gzipbomb", { megabytes: 50_000 }],
  ] as const) {
    await fault(kind, { ...more, times: 3 });
    for (let call = 0; call < 3; call += 1) await hangUpAfter("/users/me", 1);
  }
  await vi.waitFor(() => expect(open()).toBeLessThanOrEqual(before));
  expect((await me()).status).toBe(200);
});

it("no kind takes the sandbox down, and each shows in the call log", async () => {
  const quiet = { megabytes: 1, ms: 1 };
  const { FAULT_KINDS } = await import("./kinds");
  for (const kind of FAULT_NAMES) {
    const members: readonly string[] = (FAULT_KINDS[kind] as { members?: readonly string[] }).members ?? [];
    const more = Object.fromEntries(Object.entries(quiet).filter(([name]) => members.includes(name)));
    await sandbox.control("POST", "/reset");
    await fault(kind, { ...more, match: { path: "/sheets/" } });
    await hangUpAfter(`/sheets/${sandbox.sheetId(SHEET)}?pageSize=5`, 1);
    if (kind === "afterwrite")
      await sandbox.call("DELETE", `${path()}/rows?ids=1`, { token: sandbox.token("olga@acme.test") });
    const { calls } = (await sandbox.control("GET", "/calls")).body as { calls: Record<string, unknown>[] };
    expect(calls.map((call) => call.fault)).toContain(kind);
  }
  expect((await me()).status).toBe(200);
});

interface Plain {
  headers: Record<string, unknown>;
  text: string;
  pieces: number;
}

/** Without the unpacking, redirecting and pooling of `fetch`. */
function plain(at: string): Promise<Plain> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${sandbox.token("vik@acme.test")}` };
    request(`${sandbox.apiUrl}${at}`, { headers, agent: false }, (response) => {
      let text = "";
      let pieces = 0;
      response.setEncoding("latin1");
      response.on("data", (piece: string) => {
        text += piece;
        pieces += 1;
      });
      response.on("end", () => resolve({ headers: response.headers, text, pieces }));
      response.on("error", reject);
    })
      .on("error", reject)
      .end();
  });
}

/** Bytes received before hanging up; what the server does instead of answering in a tenth of a second is no matter. */
function hangUpAfter(at: string, bytes: number): Promise<number> {
  return new Promise((resolve) => {
    let received = 0;
    const headers = { authorization: `Bearer ${sandbox.token("olga@acme.test")}` };
    const call = request(`${sandbox.apiUrl}${at}`, { headers, agent: false }, (response) => {
      response.on("data", (piece: Buffer) => {
        received += piece.length;
        if (received >= bytes) call.destroy();
      });
      response.on("error", () => {});
      response.on("close", () => resolve(received));
    });
    call.on("error", () => resolve(received));
    call.on("close", () => resolve(received));
    call.setTimeout(100, () => call.destroy());
    call.end();
  });
}
