import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "../tree/small-world.test-helper";

let sandbox: TestSandbox;
const now = Date.parse("2026-11-24T09:00:00Z");
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0, scenario: smallWorld(), clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

type Wire = Record<string, unknown>;
const list = (value: unknown) => value as Wire[];
const as = (email: string) => (method: string, path: string, body?: unknown) =>
  sandbox.call(method, path, { token: sandbox.token(email), ...(body === undefined ? {} : { body }) });
const ada = as("ada@acme.test");
const vik = as("vik@acme.test");
const wanda = as("wanda@acme.test");
const idOf = (email: string) => sandbox.store.mustFind(email).id;
const crew = (tail = "") => `/groups/${sandbox.store.groups[0]?.id}${tail}`;

describe("groups", () => {
  it("are the plan's, with members where one is read", async () => {
    const { body } = await vik("GET", "/groups");
    expect(body).toMatchObject({ totalCount: 1, data: [{ name: "Crew", ownerId: idOf("ada@acme.test") }] });
    expect(list(body.data)[0]).not.toHaveProperty("members");
    expect((await vik("GET", crew())).body.members).toEqual([
      expect.objectContaining({ email: "wanda@acme.test", name: "Wanda Watcher" }),
    ]);
    expect(await as("eve@outside.test")("GET", crew())).toMatchObject({
      status: 404,
      body: { errorCode: 1106 },
    });
  });

  it("are found by when they changed", async () => {
    const since = async () =>
      (await vik("GET", "/groups?modifiedSince=2026-11-01T00:00:00Z")).body.totalCount;
    expect(await since()).toBe(0);
    await ada("PUT", crew(), { description: "The ones with ladders" });
    expect(await since()).toBe(1);
  });

  it("are made, renamed, handed over and deleted by group administrators", async () => {
    const { body } = await ada("POST", "/groups", {
      name: "Roofers",
      description: "Up there",
      members: [{ email: "vik@acme.test" }, { email: "VIK@acme.test" }],
    });
    expect(body.result).toMatchObject({ name: "Roofers", owner: "ada@acme.test" });
    expect(list((body.result as Wire).members)).toHaveLength(1);
    const path = `/groups/${(body.result as Wire).id}`;
    sandbox.store.mustFind("olga@acme.test").groupAdmin = true;
    expect(
      (await ada("PUT", path, { name: "Tilers", ownerId: idOf("olga@acme.test") })).body.result,
    ).toMatchObject({
      name: "Tilers",
      owner: "olga@acme.test",
    });
    expect((await as("olga@acme.test")("DELETE", path)).body.resultCode).toBe(0);
    expect((await vik("GET", path)).status).toBe(404);
  });

  it.each([
    [{ name: "crew" }, 1103],
    [{ description: "No name" }, 1012],
    [{ name: "A", members: [{ email: "eve@outside.test" }, { email: "x@y.test" }] }, 1105],
    [{ name: "A", members: "all" }, 1008],
    [{ name: "A", colour: "red" }, 1032],
    [{ name: "A".repeat(51) }, 1041],
  ])("are refused, %#", async (body, errorCode) => {
    expect((await ada("POST", "/groups", body)).body.errorCode).toBe(errorCode);
    expect((await vik("GET", "/groups")).body.totalCount).toBe(1);
  });

  it("are changed by nobody else", async () => {
    expect((await vik("POST", "/groups", { name: "Mine" })).body.errorCode).toBe(1104);
    expect((await vik("PUT", crew(), { name: "Mine" })).body.errorCode).toBe(1004);
    expect((await vik("DELETE", crew())).body.errorCode).toBe(1004);
    expect((await vik("POST", crew("/members"), [{ email: "vik@acme.test" }])).body.errorCode).toBe(1004);
    expect((await ada("PUT", crew(), { ownerId: idOf("vik@acme.test") })).body.errorCode).toBe(1031);
  });

  it("gain and lose members, and with them what is shared with the group", async () => {
    const workspaces = async () => list((await as("sam@acme.test")("GET", "/workspaces")).body.data).length;
    expect(await workspaces()).toBe(1);
    const added = await ada("POST", crew("/members"), [
      { email: "sam@acme.test" },
      { email: "wanda@acme.test" },
    ]);
    // Who is a member already is passed over in a list, and an error alone.
    expect(list(added.body.result).map(({ email }) => email)).toEqual(["sam@acme.test"]);
    expect((await ada("POST", crew("/members"), { email: "sam@acme.test" })).body.errorCode).toBe(1129);
    expect(await workspaces()).toBe(2);
    expect((await ada("DELETE", crew(`/members/${idOf("sam@acme.test")}`))).body.resultCode).toBe(0);
    expect(await workspaces()).toBe(1);
    expect((await ada("DELETE", crew(`/members/${idOf("sam@acme.test")}`))).body.errorCode).toBe(1020);
  });

  it("take their shares along when they go", async () => {
    expect(list((await wanda("GET", "/workspaces")).body.data)).toHaveLength(1);
    await ada("DELETE", crew());
    expect(list((await wanda("GET", "/workspaces")).body.data)).toHaveLength(0);
  });
});

describe("contacts", () => {
  it("are the active colleagues, by opaque ids", async () => {
    const { body } = await vik("GET", "/contacts?includeAll=true");
    expect(list(body.data).map(({ email }) => email)).toEqual([
      "ada@acme.test",
      "olga@acme.test",
      "sam@acme.test",
      "wanda@acme.test",
    ]);
    const [first] = list(body.data);
    expect(first?.id).toMatch(/^[\w-]+$/);
    expect((await vik("GET", `/contacts/${first?.id}`)).body).toEqual(first);
    expect((await vik("GET", "/contacts/ABC")).status).toBe(404);
  });
});

describe("favourites", () => {
  const roof = () => sandbox.store.sheetByKey("roof")?.id;
  const works = () => sandbox.store.workspaces[0]?.id;

  it("are marked, listed, read and taken back", async () => {
    const both = [
      { type: "sheet", objectId: roof() },
      { type: "workspace", objectId: works() },
    ];
    expect((await vik("POST", "/favorites", both)).body).toMatchObject({ resultCode: 0, result: both });
    expect((await vik("GET", "/favorites?include=name")).body).toMatchObject({
      totalCount: 2,
      data: [{ type: "sheet", name: "Roof" }, { name: "Works" }],
    });
    expect((await vik("GET", `/favorites/sheet/${roof()}`)).body).toEqual(both[0]);
    expect((await vik("DELETE", `/favorites/sheet/${roof()}`)).body.resultCode).toBe(0);
    expect((await vik("GET", `/favorites/sheet/${roof()}`)).status).toBe(404);
    expect((await vik("DELETE", `/favorites/workspace?objectIds=${works()},1`)).body.resultCode).toBe(0);
    expect((await vik("GET", "/favorites")).body.totalCount).toBe(0);
    // Everybody has their own.
    expect((await wanda("GET", "/favorites")).body.totalCount).toBe(0);
  });

  it("are marked once: alone that is an error, in a list it is passed over", async () => {
    const one = { type: "sheet", objectId: String(roof()) };
    expect((await vik("POST", "/favorites", one)).body.result).toEqual({ type: "sheet", objectId: roof() });
    expect((await vik("POST", "/favorites", one)).body.errorCode).toBe(1129);
    expect((await vik("POST", "/favorites", [one])).body.result).toEqual([]);
  });

  it.each([
    [{ type: "row", objectId: 1 }, 1031],
    [{ objectId: 1 }, 1012],
    [{ type: "sheet" }, 1012],
    [{ type: "sheet", objectId: 1 }, 1006],
    [{ type: "template", objectId: 1 }, 1006],
  ])("are refused, %j", async (body, errorCode) => {
    expect((await vik("POST", "/favorites", body)).body.errorCode).toBe(errorCode);
  });

  it("need ids to be taken back together", async () => {
    expect((await vik("DELETE", "/favorites/sheet")).body.errorCode).toBe(1009);
    expect((await vik("DELETE", "/favorites/sheet?objectIds=x")).body.errorCode).toBe(1018);
    expect((await vik("DELETE", `/favorites/sheet?objectIds=${roof()}`)).status).toBe(404);
    expect((await vik("GET", "/favorites/row/1")).body.errorCode).toBe(1018);
  });

  it("vanish with what they mark", async () => {
    await vik("POST", "/favorites", { type: "sheet", objectId: roof() });
    await as("olga@acme.test")("DELETE", `/workspaces/${works()}`);
    expect((await vik("GET", "/favorites")).body.totalCount).toBe(0);
  });
});
