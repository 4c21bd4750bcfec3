import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { workspaceOf } from "../../store/tree";
import { startForTest } from "../../testing";
import { list, startTalk, type TalkSandbox, type Wire } from "../talk/talk-world.test-helper";

const MORNING = Date.parse("2026-11-24T09:10:00Z");
const MINUTE = 60_000;

let now = MORNING;
let sandbox: TalkSandbox;
beforeAll(async () => {
  sandbox = await startTalk({ clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  now = MORNING;
  await sandbox.control("POST", "/reset");
});

const since = (at: number) => `since=${new Date(at).toISOString()}`;
const read = async (query: string, who = "ada") => {
  const answer = await sandbox.as(who, "GET", `/events?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const kinds = (body: Wire) => list(body.data).map(({ objectType, action }) => `${objectType} ${action}`);
const minutesId = () => sandbox.sheetId("Minutes");
const talk = (who: string, text = "Hello") =>
  sandbox.as(who, "POST", `${sandbox.sheet}/discussions`, { comment: { text } });
const assuming = (who: string) => ({ "Assume-User": encodeURIComponent(`${who}@acme.test`) });

describe("reading the stream", () => {
  it("is for System Admins", async () => {
    const refused = await sandbox.as("olga", "GET", `/events?${since(now)}`);
    expect(refused).toMatchObject({ status: 403, body: { errorCode: 1004 } });
    const proxy = await sandbox.as("ada", "GET", `/events?${since(now)}`, undefined, assuming("olga"));
    expect(proxy.status).toBe(403);
  });

  it("needs the scope", async () => {
    const issued = await sandbox.control("POST", "/tokens/issue", {
      email: "ada@acme.test",
      scopes: "READ_SHEETS",
    });
    const token = String(issued.body.accessToken);
    expect((await sandbox.call("GET", `/events?${since(now)}`, { token })).body.errorCode).toBe(1004);
  });

  it("shows one's own plan only", async () => {
    const eve = sandbox.store.person("eve@outside.test");
    if (!eve) throw new Error("the scenario has an outsider");
    eve.admin = true;
    await talk("fin");
    const token = sandbox.token("eve@outside.test");
    const query = `/events?${since(now)}`;
    expect((await sandbox.call("GET", query, { token })).body.data).toEqual([]);
    const acme = sandbox.store.plan("acme")?.id;
    expect((await sandbox.call("GET", `${query}&managedPlanId=${acme}`, { token })).status).toBe(403);
    expect(kinds(await read(`${since(now)}&managedPlanId=${acme}`))).toHaveLength(1);
  });

  it("goes on where it stopped", async () => {
    for (const text of ["one", "two", "three"]) await talk("fin", text);
    const first = await read(`${since(now)}&maxCount=2`);
    expect([kinds(first).length, first.moreAvailable]).toEqual([2, true]);
    const second = await read(`streamPosition=${first.nextStreamPosition}&maxCount=2`);
    expect([kinds(second).length, second.moreAvailable]).toEqual([1, false]);
    const third = await read(`streamPosition=${second.nextStreamPosition}`);
    expect(third).toMatchObject({ data: [], moreAvailable: false });
    await talk("fin", "four");
    const fourth = await read(`streamPosition=${third.nextStreamPosition}`);
    expect(kinds(fourth)).toEqual(["DISCUSSION CREATE"]);
    const ids = [first, second, fourth].flatMap(({ data }) => list(data).map(({ eventId }) => eventId));
    expect(new Set(ids).size).toBe(4);
  });

  it("counts moments in whole hours", async () => {
    await talk("fin", "ten past nine");
    now += 40 * MINUTE;
    await talk("fin", "ten to ten");
    now += 40 * MINUTE;
    await talk("fin", "half past ten");
    const seen = async (query: string) => kinds(await read(query)).length;
    expect(await seen(since(MORNING + 30 * MINUTE))).toBe(3);
    expect(await seen(since(MORNING + 60 * MINUTE))).toBe(1);
    expect(await seen(`${since(MORNING)}&to=2026-11-24T09:20:00Z`)).toBe(2);
    expect(await seen(`${since(MORNING)}&to=2030-01-01T00:00:00Z`)).toBe(3);
    expect(await seen(`${since(MORNING)}&to=${new Date(MORNING).toISOString()}`)).toBe(0);
  });

  it.each([
    ["", 1228],
    ["maxCount=5", 1228],
    ["to=2026-11-24", 1228],
    ["since=2026-11-24&streamPosition=abc", 1227],
    ["streamPosition=abc&to=2026-11-24", 1227],
    ["streamPosition=abc", 1018],
    ["since=yesterday", 1018],
    ["since=2026-11-24&to=2026-11-23", 1018],
    ["since=2026-11-24&maxCount=0", 1229],
    ["since=2026-11-24&maxCount=10001", 1229],
    ["since=2026-11-24&maxCount=many", 1229],
    ["since=2026-11-24&managedPlanId=mine", 1018],
  ])("asked with %j is refused with %d", async (query, errorCode) => {
    const refused = await sandbox.as("ada", "GET", `/events?${query}`);
    expect(refused).toMatchObject({ status: 400, body: { errorCode } });
  });
});

describe("filtered events", () => {
  const ask = (who: string, body: Wire) =>
    sandbox.as(who, "POST", "/filteredEvents", { since: new Date(now).toISOString(), ...body });

  it("are of sheets the person has, and name those they have not", async () => {
    await talk("fin");
    await sandbox.as("olga", "GET", `/sheets/${sandbox.sheetId("Diary")}`);
    const sheetIds = [minutesId(), sandbox.sheetId("Diary"), "1234567890123456"];
    const { status, body } = await ask("vik", { sheetIds });
    expect(status).toBe(200);
    expect(kinds(body)).toEqual(["DISCUSSION CREATE"]);
    expect(body).toMatchObject({
      moreAvailable: false,
      unavailableSheetIds: [sandbox.sheetId("Diary"), "1234567890123456"],
      unavailableWorkspaceIds: [],
    });
  });

  it("page like the others, with numeric dates and numbers for ids", async () => {
    await talk("fin", "one");
    await talk("fin", "two");
    const sheetIds = [Number(minutesId())];
    const first = (await ask("vik", { since: now, numericDates: true, maxCount: 1, sheetIds })).body;
    expect(first).toMatchObject({ moreAvailable: true, data: [{ eventTimestamp: now }] });
    const streamPosition = first.nextStreamPosition;
    const second = (await ask("vik", { since: undefined, streamPosition, sheetIds })).body;
    expect(second).toMatchObject({ moreAvailable: false, data: [{ action: "CREATE" }] });
  });

  it("of a workspace are those of what lies in it", async () => {
    const company = await startForTest({ rate: 0, clock: () => now });
    const { store } = company;
    const sheet = store.sheets.find(({ container }) => workspaceOf(container) !== null);
    if (!sheet) throw new Error("the company keeps sheets in a workspace");
    await company.get(`/sheets/${sheet.id}`, sheet.owner.email);
    const body = {
      since: new Date(now).toISOString(),
      workspaceIds: store.workspaces.map(({ id }) => String(id)),
    };
    const token = company.token(sheet.owner.email);
    const answer = await company.call("POST", "/filteredEvents", { token, body });
    expect(list(answer.body.data).map(({ objectId }) => objectId)).toEqual([String(sheet.id)]);
    await company.close();
  });

  it.each([
    [{}, 1012],
    [{ sheetIds: "all" }, 1031],
    [{ sheetIds: ["x"] }, 1031],
    [{ sheetIds: [{}] }, 1031],
    [{ sheetIds: ["123"], since: { toString: 1 } }, 1031],
    [{ sheetIds: ["123"], since: undefined }, 1228],
  ])("asked with %j are refused with %d", async (body, errorCode) => {
    expect(await ask("vik", body)).toMatchObject({ status: 400, body: { errorCode } });
  });
});
