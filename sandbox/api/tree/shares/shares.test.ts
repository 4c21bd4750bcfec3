import { createClient } from "smartsheet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../../testing";
import { smallWorld } from "../small-world.test-helper";

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
const olga = as("olga@acme.test");
const vik = as("vik@acme.test");
const sam = as("sam@acme.test");
const idOf = (email: string) => sandbox.store.mustFind(email).id;
const sheet = (key: string) => sandbox.store.sheetByKey(key);

const roof = (tail = "", more = "") => `/shares${tail}?assetType=sheet&assetId=${sheet("roof")?.id}${more}`;
const loose = (tail = "") => `/shares${tail}?assetType=sheet&assetId=${sheet("loose")?.id}`;
const works = (tail = "") => `/shares${tail}?assetType=workspace&assetId=${sandbox.store.workspaces[0]?.id}`;
const sight = (tail = "") => `/shares${tail}?assetType=sight&assetId=${sandbox.store.sights[0]?.id}`;
const shareOf = async (path: string, name: string) =>
  list((await olga("GET", path)).body.items).find((share) => share.name === name);

describe("shares", () => {
  it("of a sheet are listed as items, with its owner", async () => {
    const { body } = await olga("GET", roof());
    expect(body).toEqual({
      items: [
        expect.objectContaining({ name: "Olga Owner", accessLevel: "OWNER", type: "USER", scope: "ITEM" }),
        {
          id: expect.stringMatching(/^[\w-]+$/),
          type: "USER",
          userId: String(idOf("sam@acme.test")),
          email: "sam@acme.test",
          name: "Sam Shared",
          accessLevel: "EDITOR",
          scope: "ITEM",
        },
      ],
    });
    const id = list(body.items)[1]?.id;
    expect((await olga("GET", roof(`/${id}`))).body).toEqual(list(body.items)[1]);
    expect((await olga("GET", roof("/nothing"))).body.errorCode).toBe(1027);
  });

  it("of the workspace around it are included on demand", async () => {
    const scopes = async (query: string) =>
      list((await olga("GET", roof("", query))).body.items).map(({ scope }) => scope);
    expect(await scopes("&sharingInclude=WORKSPACE")).toEqual(["WORKSPACE", "WORKSPACE", "WORKSPACE"]);
    expect(await scopes("&sharingInclude=ITEM,WORKSPACE")).toHaveLength(5);
    expect((await olga("GET", roof("", "&sharingInclude=ALL"))).body.errorCode).toBe(1018);
    const { body } = await olga("GET", works());
    expect(list(body.items)[2]).toMatchObject({ type: "GROUP", name: "Crew", scope: "WORKSPACE" });
    expect(list(body.items)[2]).not.toHaveProperty("email");
  });

  it("have their ids as numbers if so switched", async () => {
    const other = await startForTest({ scenario: smallWorld(), switches: { shareUserIds: "number" } });
    const path = `/shares?assetType=workspace&assetId=${other.store.workspaces[0]?.id}`;
    const { body } = await other.get(path, "olga@acme.test");
    expect(list(body.items).map(({ userId, groupId }) => typeof (userId ?? groupId))).toEqual([
      "number",
      "number",
      "number",
    ]);
    await other.close();
  });

  it("are paged by token", async () => {
    const first = (await olga("GET", `${works()}&maxItems=2`)).body;
    expect(list(first.items)).toHaveLength(2);
    const second = (await olga("GET", `${works()}&maxItems=2&lastKey=${first.lastKey}`)).body;
    expect(list(second.items)).toHaveLength(1);
    expect(second).not.toHaveProperty("lastKey");
  });

  it.each([
    ["", 1009],
    ["?assetType=sheet", 1009],
    ["?assetType=row&assetId=1", 1018],
    ["?assetType=collection&assetId=1", 1006],
    ["?assetType=sheet&assetId=x", 1018],
    ["?assetType=sheet&assetId=1", 1006],
  ])("refuse the query %j", async (query, errorCode) => {
    expect((await olga("GET", `/shares${query}`)).body.errorCode).toBe(errorCode);
  });

  it("are for those who may share: owner, administrators, editors who may", async () => {
    expect((await sam("GET", roof())).body.errorCode).toBe(1004);
    expect((await vik("GET", works())).body.errorCode).toBe(1004);
    expect((await vik("GET", loose())).status).toBe(200);
    expect((await as("wanda@acme.test")("GET", roof())).status).toBe(200);
    expect((await as("eve@outside.test")("GET", roof())).body.errorCode).toBe(1006);
  });

  it("need the scope of what they are shares of", async () => {
    const { accessToken } = (
      await sandbox.control("POST", "/tokens/issue", { email: "olga@acme.test", scopes: "READ_SHEETS" })
    ).body;
    const call = (method: string, path: string, body?: unknown) =>
      sandbox.call(method, path, { token: String(accessToken), ...(body ? { body } : {}) });
    expect((await call("GET", roof())).status).toBe(200);
    expect((await call("GET", sight())).body.errorCode).toBe(1004);
    expect((await call("POST", roof(), [])).body.errorCode).toBe(1004);
  });
});

describe("sharing", () => {
  const wandaViews = [{ email: "wanda@acme.test", accessLevel: "VIEWER" }];

  it("gives people and groups what it says", async () => {
    expect((await vik("GET", `/sheets/${sheet("boxed")?.id}`)).status).toBe(404);
    const groupId = sandbox.store.groups[0]?.id;
    const path = `/shares?assetType=sheet&assetId=${sheet("boxed")?.id}&sendEmail=true`;
    const { body } = await olga("POST", path, [
      { email: "VIK.V@acme.test", accessLevel: "COMMENTER", subject: "Look", message: "Here", ccMe: false },
      { groupId, accessLevel: "ADMIN" },
    ]);
    expect(body).toMatchObject({ message: "SUCCESS", resultCode: 0 });
    expect(body.result).toEqual([
      expect.objectContaining({ email: "vik@acme.test", accessLevel: "COMMENTER", scope: "ITEM" }),
      expect.objectContaining({ type: "GROUP", groupId: String(groupId), accessLevel: "ADMIN" }),
    ]);
    expect((await vik("GET", `/sheets/${sheet("boxed")?.id}`)).status).toBe(200);
    expect((await as("wanda@acme.test")("GET", `/sheets/${sheet("boxed")?.id}`)).body.accessLevel).toBe(
      "ADMIN",
    );
  });

  it("answers one for one", async () => {
    const { body } = await olga("POST", roof(), wandaViews[0]);
    expect(body.result).toMatchObject({ name: "Wanda Watcher", accessLevel: "VIEWER" });
  });

  it("takes addresses nobody here has", async () => {
    const { body } = await olga("POST", roof(), [{ email: "guest@far.test", accessLevel: "VIEWER" }]);
    expect(list(body.result)[0]).toMatchObject({ email: "guest@far.test", type: "USER" });
    expect(list(body.result)[0]).not.toHaveProperty("name");
    expect(list((await olga("GET", "/users?includeAll=true")).body.data)).toHaveLength(6);
  });

  it.each([
    [[{ email: "sam@acme.test", accessLevel: "VIEWER" }], 1025],
    [[{ email: "olga@acme.test", accessLevel: "VIEWER" }], 1025],
    [[wandaViews[0], wandaViews[0]], 1025],
    [[wandaViews[0], { email: "wanda", accessLevel: "VIEWER" }], 1156],
    [[{ email: "wanda@acme.test" }], 1012],
    [[{ accessLevel: "VIEWER" }], 1012],
    [[{ email: "wanda@acme.test", accessLevel: "GOD" }], 1031],
    [[{ email: "wanda@acme.test", accessLevel: "OWNER" }], 1026],
    [[{ groupId: 1, accessLevel: "VIEWER" }], 1106],
    [[{ groupId: 1, email: "wanda@acme.test", accessLevel: "VIEWER" }], 1031],
    [[{ email: "wanda@acme.test", accessLevel: "VIEWER", until: "tomorrow" }], 1032],
    ["wanda@acme.test", 1008],
  ])("refuses all of a request, %#", async (body, errorCode) => {
    expect((await olga("POST", roof(), body)).body.errorCode).toBe(errorCode);
    expect(list((await olga("GET", roof())).body.items)).toHaveLength(2);
  });

  it("makes nobody an editor of a dashboard", async () => {
    const share = { email: "sam@acme.test", accessLevel: "EDITOR" };
    expect((await olga("POST", sight(), [share])).body.errorCode).toBe(1166);
    await olga("POST", sight(), [{ ...share, accessLevel: "VIEWER" }]);
    expect(list((await sam("GET", "/sights")).body.data)[0]).toMatchObject({ accessLevel: "VIEWER" });
  });

  it("gives nobody more than whoever shares has", async () => {
    expect(
      (await vik("POST", loose(), [{ email: "sam@acme.test", accessLevel: "ADMIN" }])).body.errorCode,
    ).toBe(1004);
    expect((await vik("POST", loose(), [{ email: "sam@acme.test", accessLevel: "EDITOR" }])).status).toBe(
      200,
    );
  });
});

describe("changing shares", () => {
  it("answers with the bare share", async () => {
    const share = await shareOf(roof(), "Sam Shared");
    const { body } = await olga("PATCH", roof(`/${share?.id}`), { accessLevel: "VIEWER" });
    expect(body).toEqual({ ...share, accessLevel: "VIEWER" });
    expect((await sam("GET", `/sheets/${sheet("roof")?.id}`)).body.accessLevel).toBe("VIEWER");
    expect((await olga("DELETE", roof(`/${share?.id}`))).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect((await sam("GET", `/sheets/${sheet("roof")?.id}`)).status).toBe(404);
  });

  it("is refused for the owner's share, one's own, and one of the workspace", async () => {
    const change = { accessLevel: "VIEWER" };
    const owners = await shareOf(roof(), "Olga Owner");
    expect((await olga("PATCH", roof(`/${owners?.id}`), change)).body.errorCode).toBe(1028);
    expect((await olga("DELETE", roof(`/${owners?.id}`))).body.errorCode).toBe(1028);
    const own = await shareOf(loose(), "Vik Viewer");
    expect((await vik("PATCH", loose(`/${own?.id}`), change)).body.errorCode).toBe(1040);
    const around = await shareOf(works(), "Vik Viewer");
    expect((await olga("PATCH", roof(`/${around?.id}`), change)).body.errorCode).toBe(1023);
    expect((await olga("PATCH", works(`/${around?.id}`), change)).status).toBe(200);
  });

  it("is refused for those whose level is above one's own", async () => {
    await olga("POST", loose(), [{ email: "sam@acme.test", accessLevel: "ADMIN" }]);
    const share = await shareOf(loose(), "Sam Shared");
    expect((await vik("PATCH", loose(`/${share?.id}`), { accessLevel: "VIEWER" })).body.errorCode).toBe(1004);
    expect((await vik("DELETE", loose(`/${share?.id}`))).body.errorCode).toBe(1004);
  });

  it("leaves a sheet's version alone, or raises it if so switched", async () => {
    const share = [{ email: "wanda@acme.test", accessLevel: "VIEWER" }];
    await olga("POST", roof(), share);
    expect(sheet("roof")?.version).toBe(7);
    const other = await startForTest({ scenario: smallWorld(), switches: { versionOnShares: "raised" } });
    const path = `/shares?assetType=sheet&assetId=${other.store.sheetByKey("roof")?.id}`;
    await other.call("POST", path, { token: other.token("olga@acme.test"), body: share });
    expect(other.store.sheetByKey("roof")?.version).toBe(8);
    await other.close();
  });

  it("works through the official SDK", async () => {
    const { sharing } = createClient({
      accessToken: sandbox.token("olga@acme.test"),
      baseUrl: `${sandbox.apiUrl}/`,
    });
    const queryParameters = { assetType: "sheet" as never, assetId: Number(sheet("roof")?.id) };
    const { items } = await sharing.listAssetShares({ queryParameters });
    const shareId = items[1]?.id ?? "";
    const body = { accessLevel: "EDITOR_SHARE" as never };
    expect((await sharing.updateAssetShare({ shareId, queryParameters, body })).accessLevel).toBe(
      "EDITOR_SHARE",
    );
    expect((await sharing.getAssetShare({ shareId, queryParameters })).email).toBe("sam@acme.test");
    const made = await sharing.shareAsset({
      queryParameters,
      body: [{ email: "wanda@acme.test", accessLevel: "VIEWER" as never }],
    });
    expect(made.result[0]?.name).toBe("Wanda Watcher");
    await sharing.deleteAssetShare({ shareId, queryParameters });
    await expect(sharing.getAssetShare({ shareId, queryParameters })).rejects.toMatchObject({
      errorCode: 1027,
    });
  });
});
