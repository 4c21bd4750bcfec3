import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  fileBody,
  list,
  result,
  startTalk,
  type TalkSandbox,
  type Wire,
} from "../talk/talk-world.test-helper";

const MORNING = Date.parse("2026-11-24T09:10:00Z");

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
const id = (email: string) => Number(sandbox.store.person(`${email}@acme.test`)?.id);
const minutesId = () => sandbox.sheetId("Minutes");
const talk = (who: string, text = "Hello") =>
  sandbox.as(who, "POST", `${sandbox.sheet}/discussions`, { comment: { text } });
const assuming = (who: string) => ({ "Assume-User": encodeURIComponent(`${who}@acme.test`) });

describe("an event", () => {
  it("of a sheet read says who read it", async () => {
    await sandbox.as("vik", "GET", sandbox.sheet);
    const { data } = await read(since(now));
    expect(data).toEqual([
      {
        eventId: expect.any(String),
        objectType: "SHEET",
        action: "LOAD",
        objectId: minutesId(),
        eventTimestamp: "2026-11-24T09:10:00Z",
        userId: id("vik"),
        requestUserId: id("vik"),
        source: "API_UNDEFINED_APP",
        additionalDetails: { emailAddress: "vik@acme.test" },
      },
    ]);
  });

  it("under Assume-User names the assumed person as its user: who looked through their eyes is not told", async () => {
    await sandbox.as("ada", "GET", sandbox.sheet, undefined, assuming("vik"));
    const [event] = list((await read(since(now))).data);
    expect(event).toMatchObject({
      userId: id("vik"),
      requestUserId: id("ada"),
      additionalDetails: { emailAddress: "vik@acme.test" },
    });
  });

  it("of an app's call says so", async () => {
    const issued = await sandbox.control("POST", "/tokens/issue", { email: "vik@acme.test" });
    await sandbox.call("GET", sandbox.sheet, { token: String(issued.body.accessToken) });
    expect(list((await read(since(now))).data)[0]?.source).toBe("API_INTEGRATED_APP");
  });

  it("has numeric dates on request", async () => {
    await sandbox.as("vik", "GET", sandbox.sheet);
    const { data } = await read(`since=${now}&numericDates=true`);
    expect(list(data)[0]?.eventTimestamp).toBe(now);
  });

  it("comes of no refused call", async () => {
    await sandbox.as("mia", "GET", sandbox.sheet);
    await sandbox.as("vik", "POST", `${sandbox.sheet}/discussions`, { comment: { text: "No" } });
    expect((await read(since(now))).data).toEqual([]);
  });
});

describe("what is told", () => {
  it("of comments", async () => {
    const made = result(await talk("fin"));
    const path = `${sandbox.sheet}/discussions/${made.id}`;
    const reply = result(await sandbox.as("dana", "POST", `${path}/comments`, { text: "Yes" }));
    await sandbox.as("dana", "DELETE", `${sandbox.sheet}/comments/${reply.id}`);
    await sandbox.as("fin", "DELETE", path);
    const body = await read(since(now));
    expect(kinds(body)).toEqual([
      "DISCUSSION CREATE",
      "DISCUSSION UPDATE",
      "DISCUSSION UPDATE",
      "DISCUSSION DELETE",
    ]);
    for (const event of list(body.data))
      expect(event).toMatchObject({
        objectId: String(made.id),
        additionalDetails: { sheetId: Number(minutesId()) },
      });
  });

  it("of comments on rows names the row", async () => {
    await sandbox.as("fin", "POST", `${sandbox.row(1)}/discussions`, { comment: { text: "Here" } });
    const [event] = list((await read(since(now))).data);
    expect(event?.additionalDetails).toMatchObject({ sheetRowId: Number(sandbox.row(1).split("/").at(-1)) });
  });

  it("of files", async () => {
    const made = result(await sandbox.upload("dana", `${sandbox.sheet}/attachments`, fileBody("a.txt", "a")));
    const path = `${sandbox.sheet}/attachments/${made.id}`;
    await sandbox.as("vik", "GET", path);
    await sandbox.as("dana", "DELETE", path);
    const body = await read(since(now));
    expect(kinds(body)).toEqual(["ATTACHMENT CREATE", "ATTACHMENT LOAD", "ATTACHMENT DELETE"]);
    expect(list(body.data).map(({ additionalDetails }) => additionalDetails)).toEqual([
      { emailAddress: "dana@acme.test", sheetId: Number(minutesId()), attachmentName: "a.txt" },
      { emailAddress: "vik@acme.test", sheetId: Number(minutesId()) },
      { emailAddress: "dana@acme.test", sheetId: Number(minutesId()) },
    ]);
  });

  it("of cells is one update of the sheet, however many there were", async () => {
    const rowId = Number(sandbox.row(1).split("/").at(-1));
    const cells = ["Point", "Status"].map((title) => ({
      columnId: Number(sandbox.columnId("Minutes", title)),
      value: "Done",
    }));
    await sandbox.as("dana", "PUT", `${sandbox.sheet}/rows`, [{ id: rowId, cells }]);
    expect(kinds(await read(since(now)))).toEqual(["SHEET UPDATE"]);
  });

  it("of exports, lists of all sheets and ended tokens", async () => {
    await sandbox.as("vik", "GET", sandbox.sheet, undefined, { accept: "text/csv" });
    await sandbox.as("ada", "GET", "/users/sheets");
    await sandbox.as("vik", "DELETE", "/token");
    const body = await read(since(now));
    expect(kinds(body)).toEqual(["SHEET EXPORT", "ACCOUNT LIST_SHEETS", "ACCESS_TOKEN REVOKE"]);
    expect(list(body.data)[2]?.additionalDetails).toMatchObject({ tokenUserId: id("vik") });
  });
});

describe("what is told of", () => {
  const post = (path: string, body: unknown) => sandbox.as("ada", "POST", path, body);

  it("shares names who got what", async () => {
    const query = `/shares?assetType=sheet&assetId=${minutesId()}`;
    const body = [
      { email: "mia@acme.test", accessLevel: "VIEWER" },
      { email: "ravi@acme.test", accessLevel: "EDITOR" },
    ];
    const made = list((await sandbox.as("olga", "POST", query, body)).body.result);
    await sandbox.as("olga", "DELETE", query.replace("?", `/${made[0]?.id}?`));
    const told = await read(since(now));
    expect(kinds(told)).toEqual(["SHEET ADD_SHARE", "SHEET ADD_SHARE", "SHEET REMOVE_SHARE"]);
    expect(list(told.data).map(({ additionalDetails }) => additionalDetails)).toEqual([
      { emailAddress: "olga@acme.test", accessLevel: "VIEWER", userId: id("mia") },
      { emailAddress: "olga@acme.test", accessLevel: "EDITOR", userId: id("ravi") },
      { emailAddress: "olga@acme.test" },
    ]);
  });

  it("people and groups names them", async () => {
    const group = result(await post("/groups", { name: "Night shift", members: [] })).id;
    await post(`/groups/${group}/members`, [{ email: "mia@acme.test" }]);
    await sandbox.as("ada", "DELETE", `/groups/${group}/members/${id("mia")}`);
    await sandbox.as("ada", "DELETE", `/groups/${group}`);
    await post(`/users/${id("ravi")}/deactivate`, undefined);
    const told = await read(since(now));
    expect(kinds(told)).toEqual([
      "GROUP CREATE",
      "GROUP ADD_MEMBER",
      "GROUP REMOVE_MEMBER",
      "GROUP DELETE",
      "USER UPDATE_USER",
    ]);
    const [, came, went, , user] = list(told.data);
    for (const event of [came, went])
      expect(event).toMatchObject({
        objectId: String(group),
        additionalDetails: { memberUserId: id("mia") },
      });
    expect(user?.objectId).toBe(String(id("ravi")));
  });

  it("sheets tells of their beginning and end", async () => {
    const columns = [{ title: "Name", type: "TEXT_NUMBER", primary: true }];
    const made = result(await sandbox.as("olga", "POST", "/sheets", { name: "New", columns }));
    await sandbox.as("olga", "DELETE", `/sheets/${made.id}`);
    const told = await read(since(now));
    expect(kinds(told)).toEqual(["SHEET CREATE", "SHEET DELETE"]);
    expect(list(told.data)[0]?.additionalDetails).toMatchObject({ sheetName: "New" });
  });
});
