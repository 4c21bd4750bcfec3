import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { grid, startForTest, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startForTest();
});
afterEach(() => sandbox.close());

const get = async (path: string) => (await sandbox.control("GET", path)).body;

describe("switches", () => {
  it("tell what they are about and where they stand", async () => {
    const { switches } = (await get("/switches")) as { switches: Record<string, unknown>[] };
    expect(switches.find(({ name }) => name === "unshared")).toEqual({
      name: "unshared",
      about: expect.stringContaining("not shared"),
      section: "8",
      settings: ["404", "403"],
      now: "404",
    });
  });

  it("are thrown together or not at all", async () => {
    const bad = await sandbox.control("POST", "/switches", { unshared: "403", totals: "guessed" });
    expect([bad.status, bad.body.message]).toEqual([400, '"totals" is one of told, unknown, not "guessed".']);
    expect((await sandbox.control("POST", "/switches", { constructor: "x" })).status).toBe(400);
    expect(sandbox.sandbox.switches.get("unshared")).toBe("404");
    await sandbox.control("POST", "/switches", { unshared: "403" });
    expect(sandbox.sandbox.switches.get("unshared")).toBe("403");
    await sandbox.control("POST", "/reset");
    expect(sandbox.sandbox.switches.get("unshared")).toBe("404");
  });

  it("ids: moves at the next reset, and back", async () => {
    const id = () => sandbox.sheetId("IT tickets");
    const before = id();
    await sandbox.control("POST", "/switches", { ids: "above" });
    expect(id()).toBe(before);
    await sandbox.control("POST", "/reset");
    expect(BigInt(id()) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    expect((await sandbox.get(`/sheets/${id()}/version`, "ravi@acme.test")).status).toBe(200);
    await sandbox.control("POST", "/switches", { ids: "below" });
    await sandbox.control("POST", "/reset");
    expect(id()).toBe(before);
  });
});

describe("the plan", () => {
  it("replaces all faults there were, and refuses what is none", async () => {
    await sandbox.control("POST", "/fault", { kind: "500" });
    const faults = [{ match: { path: "/users" }, kind: "4001", times: 2 }];
    await sandbox.control("POST", "/plan", { seed: 9, faults });
    const wanted = { seed: 9, faults: [{ id: 1, ...faults[0], seen: 0, struck: 0 }] };
    expect(await get("/plan")).toEqual(wanted);
    const bad = await sandbox.control("POST", "/plan", { faults: [{ kind: "418" }] });
    expect([bad.status, bad.body.errorCode]).toEqual([400, 1018]);
    expect(bad.body.message).toContain("faults[0]: kind is one of");
    expect(await get("/plan")).toEqual(wanted);
  });
});

describe("people", () => {
  it("take another name and title", async () => {
    const changed = await sandbox.control("POST", "/people/vik@acme.test", {
      name: "Viktor van Viewer",
      title: "Chair",
    });
    expect(changed.body).toMatchObject({
      name: "Viktor van Viewer",
      title: "Chair",
      admin: false,
      active: true,
    });
    expect((await sandbox.get("/users/me", "vik@acme.test")).body).toMatchObject({
      firstName: "Viktor",
      lastName: "van Viewer",
    });
    expect((await sandbox.control("POST", "/people/nobody%40acme.test", {})).status).toBe(404);
  });
});

describe("the clock", () => {
  it("can be put off: tokens run out by it, and the Date header follows", async () => {
    const { body } = await sandbox.control("POST", "/tokens/issue", { email: "vik@acme.test" });
    const me = () => sandbox.call("GET", "/users/me", { token: String(body.accessToken) });
    expect((await me()).status).toBe(200);
    await sandbox.control("POST", "/clock", { skewSeconds: 8 * 86_400 });
    const late = await me();
    expect(late.body.errorCode).toBe(1003);
    expect(Date.parse(late.headers.get("date") ?? "") - Date.now()).toBeGreaterThan(7 * 86_400_000);
    expect(await get("/clock")).toEqual({ now: expect.any(String), skewSeconds: 8 * 86_400 });
    expect((await sandbox.control("POST", "/clock", { skewSeconds: "soon" })).status).toBe(400);
    await sandbox.control("POST", "/reset");
    expect((await get("/clock")).skewSeconds).toBe(0);
  });
});

describe("sheets", () => {
  it("are shown as their owner reads them", async () => {
    const answer = await sandbox.control("GET", `/sheets/${sandbox.sheetId("Payroll 2026")}`);
    expect(answer.body).toMatchObject({ name: "Payroll 2026", accessLevel: "OWNER" });
    expect((await sandbox.control("GET", "/sheets/1")).status).toBe(404);
  });

  it("lose a column without the others slipping, even before anybody read them", async () => {
    const path = `/sheets/${sandbox.sheetId("Payroll 2026")}`;
    const column = sandbox.columnId("Payroll 2026", "Department");
    await sandbox.control("POST", `${path}/columns/${column}`, { remove: true });
    const after = grid((await sandbox.get(path, "olga@acme.test")).body);
    await sandbox.control("POST", "/reset");
    const before = grid((await sandbox.get(path, "olga@acme.test")).body);
    expect(after).toEqual(before.map(({ Department: _, ...rest }) => rest));
  });

  it.each([
    ["a type there is not", "/columns", { title: "New", type: "TEXT" }],
    ["a value that is none", "/cells", { rowNumber: 1, column: "Person", value: { a: 1 } }],
    ["an unknown level", "/shares", { email: "vik@acme.test", accessLevel: "KING" }],
  ])("refuse %s", async (_, path, body) => {
    const sheet = `/sheets/${sandbox.sheetId("Payroll 2026")}`;
    expect((await sandbox.control("POST", `${sheet}${path}`, body)).body.errorCode).toBe(1018);
  });

  it("keep a cell's history when the owner changes it", async () => {
    const sheet = `/sheets/${sandbox.sheetId("Payroll 2026")}`;
    const { body } = await sandbox.control("POST", `${sheet}/cells`, {
      rowNumber: 1,
      column: "Person",
      value: "New",
    });
    const live = sandbox.store.sheets.find(({ name }) => name === "Payroll 2026");
    expect(live?.history.get(`${body.rowId}/${body.columnId}`)?.at(-1)?.cell.value).toBe("New");
  });
});

describe("the heartbeat", () => {
  const beat = (body: unknown) => sandbox.control("POST", "/heartbeat", body);

  it("stands still until started, and makes a change on demand", async () => {
    expect(await get("/heartbeat")).toEqual({ everySeconds: null, log: [] });
    const versions = () => sandbox.store.sheets.map(({ version }) => version);
    const before = versions();
    const { body } = await beat({ beat: true });
    expect(body).toEqual({ everySeconds: null, log: [body.said], said: expect.any(String) });
    expect(versions()).not.toEqual(before);
  });

  it("starts, changes its pace, stops", async () => {
    expect((await beat({ everySeconds: 3600 })).body.everySeconds).toBe(3600);
    expect((await beat({ everySeconds: 60 })).body.everySeconds).toBe(60);
    expect((await beat({ off: true })).body.everySeconds).toBeNull();
    for (const wrong of [{}, { everySeconds: 0 }, { everySeconds: "5" }])
      expect((await beat(wrong)).status).toBe(400);
  });

  it("is after a reset as it was at the start", async () => {
    await beat({ everySeconds: 60 });
    await beat({ beat: true });
    await sandbox.control("POST", "/reset");
    expect(await get("/heartbeat")).toEqual({ everySeconds: null, log: [] });
    const other = await startForTest({ heartbeat: 3600 });
    await other.control("POST", "/heartbeat", { off: true });
    await other.control("POST", "/reset");
    expect((await other.control("GET", "/heartbeat")).body).toEqual({ everySeconds: 3600, log: [] });
    await other.close();
  });
});

it("the scenario says its name and sizes", async () => {
  expect(await get("/scenario")).toMatchObject({
    name: "acme",
    sizes: { people: sandbox.people.length, sheets: sandbox.store.sheets.length, rows: expect.any(Number) },
  });
});

it("bad requests to the controls are told so", async () => {
  const url = `http://127.0.0.1:${sandbox.port}/__sandbox`;
  expect((await fetch(`${url}/fault`, { method: "POST", body: "{" })).status).toBe(400);
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect((await fetch(`${url}/calls`, { method: "PUT" })).status).toBe(405);
  expect((await fetch(`${url}/people/%zz`, { method: "POST" })).status).toBe(400);
});
