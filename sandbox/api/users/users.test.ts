import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "../tree/small-world.test-helper";

let sandbox: TestSandbox;
let now = Date.parse("2026-11-24T09:00:00Z");
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
const idOf = (email: string) => sandbox.store.mustFind(email).id;
const user = (email: string, tail = "") => `/users/${idOf(email)}${tail}`;

describe("profiles", () => {
  it("tell everybody their own rights, and System Admins more", async () => {
    const { body: own } = await vik("GET", "/users/me");
    expect(own).toMatchObject({
      email: "vik@acme.test",
      account: { name: "Acme" },
      admin: false,
      groupAdmin: false,
      licensedSheetCreator: true,
      alternateEmails: [{ email: "vik.v@acme.test", confirmed: true }],
    });
    expect(own).not.toHaveProperty("lastLogin");
    expect((await ada("GET", "/users/me")).body).toMatchObject({
      sheetCount: -1,
      lastLogin: expect.any(String),
    });
  });

  it("of others leave their rights out, except for System Admins", async () => {
    const { body: plain } = await vik("GET", user("ada@acme.test"));
    expect(plain).toMatchObject({ id: idOf("ada@acme.test"), email: "ada@acme.test" });
    expect(plain).not.toHaveProperty("admin");
    expect((await ada("GET", user("ada@acme.test"))).body).toMatchObject({ admin: true, groupAdmin: true });
    // Nobody learns of people of other plans.
    expect((await ada("GET", user("eve@outside.test"))).body).toMatchObject({ errorCode: 1020 });
    expect((await ada("GET", "/users/abc")).body).toMatchObject({ errorCode: 1018 });
  });

  it("name the groups as data, or as groups if so switched", async () => {
    const wanda = as("wanda@acme.test");
    expect(list((await wanda("GET", "/users/me?include=groups")).body.data)).toEqual([
      expect.objectContaining({ name: "Crew", owner: "ada@acme.test" }),
    ]);
    const other = await startForTest({ scenario: smallWorld(), switches: { meGroups: "groups" } });
    const { body } = await other.get("/users/me?include=groups", "wanda@acme.test");
    expect(list(body.groups).map(({ name }) => name)).toEqual(["Crew"]);
    expect(body).not.toHaveProperty("data");
    await other.close();
  });
});

describe("profile images", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000010000000200802000000", "hex");
  const send = async (as: string, of: string, file: Buffer) => {
    const response = await fetch(`${sandbox.apiUrl}${user(of, "/profileimage")}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${sandbox.token(as)}`,
        "content-type": "image/png",
        "content-disposition": 'attachment; filename="me.png"',
      },
      body: new Uint8Array(file),
    });
    return (await response.json()) as Wire;
  };

  it("are set by oneself or a System Admin, and seen by all", async () => {
    const answer = await send("vik@acme.test", "vik@acme.test", png);
    const profileImage = { imageId: expect.any(String), width: 16, height: 32 };
    expect(list(answer.data)[0]).toMatchObject({ email: "vik@acme.test", profileImage });
    expect((await as("sam@acme.test")("GET", user("vik@acme.test"))).body).toMatchObject({ profileImage });
    expect((await vik("GET", "/users/me")).body).toMatchObject({ profileImage });
    expect(await send("ada@acme.test", "vik@acme.test", png)).toMatchObject({ resultCode: 0 });
    expect(await send("sam@acme.test", "vik@acme.test", png)).toMatchObject({ errorCode: 1004 });
    expect(await send("vik@acme.test", "vik@acme.test", Buffer.from("no picture"))).toMatchObject({
      errorCode: 1091,
    });
  });
});

describe("the list of users", () => {
  it("is the plan's, with more for System Admins", async () => {
    const { body } = await ada("GET", "/users?include=lastLogin");
    expect(list(body.data)).toHaveLength(6);
    expect(list(body.data)[0]).toMatchObject({
      status: "ACTIVE",
      seatType: "MEMBER",
      isInternal: true,
      sheetCount: -1,
      lastLogin: expect.any(String),
    });
    const lea = list(body.data).find(({ email }) => email === "lea@acme.test");
    expect(lea).toMatchObject({ status: "DEACTIVATED" });
    expect(lea).not.toHaveProperty("sheetCount");
    const plain = list((await vik("GET", "/users?include=lastLogin")).body.data)[0];
    expect(Object.keys(plain ?? {}).sort()).toEqual(["email", "firstName", "id", "lastName", "name"]);
  });

  it("filters by address, seat and plan", async () => {
    const emails = async (query: string) =>
      list((await ada("GET", `/users?${query}`)).body.data).map(({ email }) => email);
    expect(await emails("email=VIK@acme.test,sam@acme.test,eve@outside.test")).toEqual([
      "vik@acme.test",
      "sam@acme.test",
    ]);
    expect(await emails("seatType=GUEST")).toEqual([]);
    expect(await emails(`planId=${sandbox.store.plan("acme")?.id}`)).toHaveLength(6);
    expect((await ada("GET", "/users?seatType=CHAIR")).body.errorCode).toBe(1018);
    expect((await ada("GET", `/users?planId=${sandbox.store.plan("outside")?.id}`)).status).toBe(403);
  });
});

describe("System Admins", () => {
  it("add people of their own domain at once, and invite others", async () => {
    const nina = { email: "Nina@acme.test", firstName: "Nina", lastName: "New", licensedSheetCreator: true };
    const { body } = await ada("POST", "/users", nina);
    expect(body).toMatchObject({ message: "SUCCESS", resultCode: 0 });
    expect(body.result).toMatchObject({
      email: "nina@acme.test",
      name: "Nina New",
      status: "ACTIVE",
      admin: false,
      licensedSheetCreator: true,
    });
    expect((await ada("POST", "/users", { email: "far@away.test" })).body.result).toMatchObject({
      status: "PENDING",
    });
    expect(list((await ada("GET", "/users")).body.data)).toHaveLength(8);
  });

  it.each([
    [{ email: "vik@acme.test" }, 403, 1016],
    [{ email: "eve@outside.test" }, 403, 1015],
    [{ email: "vik.v@acme.test" }, 400, 1159],
    [{ email: "nobody" }, 400, 1156],
    [{ firstName: "No" }, 400, 1012],
    [{ email: "a@acme.test", groupAdmin: true }, 403, 1102],
    [{ email: "a@acme.test", resourceViewer: true }, 403, 1097],
    [{ email: "a@acme.test", admin: "yes" }, 400, 1031],
    [{ email: "a@acme.test", password: "x" }, 400, 1032],
    [{ email: "a@acme.test", firstName: "<b>" }, 400, 1329],
    [[{ email: "a@acme.test" }], 400, 1008],
  ])("cannot add %j", async (body, status, errorCode) => {
    expect(await ada("POST", "/users", body)).toMatchObject({ status, body: { errorCode } });
    expect(list((await ada("GET", "/users")).body.data)).toHaveLength(6);
  });

  it("change names and rights", async () => {
    const { body } = await ada("PUT", user("vik@acme.test"), { firstName: "Viktor", groupAdmin: true });
    expect(body.data).toEqual([
      expect.objectContaining({ firstName: "Viktor", name: "Viktor Viewer", email: "vik@acme.test" }),
    ]);
    expect(body).not.toHaveProperty("result");
    expect((await vik("GET", "/users/me")).body).toMatchObject({ firstName: "Viktor", groupAdmin: true });
  });

  it.each([
    ["ada@acme.test", { admin: false }, 1049],
    ["olga@acme.test", { licensedSheetCreator: false }, 1076],
    ["vik@acme.test", { email: "other@acme.test" }, 1031],
    ["eve@outside.test", { firstName: "Eva" }, 1020],
  ])("cannot change %s to %j", async (email, change, errorCode) => {
    expect((await ada("PUT", user(email), change)).body.errorCode).toBe(errorCode);
  });

  it("cannot take group administration from whoever owns groups", async () => {
    sandbox.store.mustFind("olga@acme.test").admin = true;
    const change = await as("olga@acme.test")("PUT", user("ada@acme.test"), { groupAdmin: false });
    expect(change.body.errorCode).toBe(1144);
  });

  it("alone change people", async () => {
    for (const [method, path, body] of [
      ["POST", "/users", { email: "a@acme.test" }],
      ["PUT", user("sam@acme.test"), { firstName: "Samuel" }],
      ["DELETE", user("sam@acme.test")],
      ["POST", user("sam@acme.test", "/deactivate")],
      ["POST", user("sam@acme.test", "/reactivate")],
      ["POST", user("sam@acme.test", "/alternateemails"), [{ email: "s@acme.test" }]],
      ["GET", user("sam@acme.test", "/plans")],
    ] as const)
      expect(await vik(method, path, body), `${method} ${path}`).toMatchObject({
        status: 403,
        body: { errorCode: 1004 },
      });
  });

  it("deactivate and reactivate", async () => {
    expect((await ada("POST", user("vik@acme.test", "/deactivate"))).body).toEqual({
      message: "SUCCESS",
      resultCode: 0,
    });
    expect((await vik("GET", "/users/me")).status).toBe(401);
    await ada("POST", user("vik@acme.test", "/reactivate"));
    expect((await vik("GET", "/users/me")).status).toBe(200);
    expect((await ada("POST", user("eve@outside.test", "/deactivate"))).body.errorCode).toBe(1335);
    expect((await ada("POST", user("eve@outside.test", "/reactivate"))).body.errorCode).toBe(1354);
  });

  it("cannot reactivate after more than 30 days", async () => {
    await ada("POST", user("vik@acme.test", "/deactivate"));
    now += 31 * 86_400_000;
    expect((await ada("POST", user("vik@acme.test", "/reactivate"))).body.errorCode).toBe(1354);
  });

  it("remove people, who keep what is theirs", async () => {
    expect((await ada("DELETE", user("olga@acme.test"))).status).toBe(200);
    expect(list((await ada("GET", "/users")).body.data)).toHaveLength(5);
    const { body } = await as("olga@acme.test")("GET", "/users/me");
    expect(body).toMatchObject({ account: { name: "olga@acme.test" }, licensedSheetCreator: false });
    expect(list((await as("olga@acme.test")("GET", "/workspaces")).body.data)).toHaveLength(1);
    expect((await ada("DELETE", user("olga@acme.test"))).body.errorCode).toBe(1022);
  });

  it("hand over what a removed person owned, and end what was shared with them", async () => {
    const query = `?transferTo=${idOf("vik@acme.test")}&transferSheets=true&removeFromSharing=true`;
    await ada("DELETE", user("olga@acme.test", query));
    await ada("DELETE", user("sam@acme.test", "?removeFromSharing=true"));
    expect(list((await vik("GET", "/workspaces")).body.data)[0]).toMatchObject({ accessLevel: "OWNER" });
    expect((await as("olga@acme.test")("GET", "/sheets")).body.totalCount).toBe(0);
    expect((await as("sam@acme.test")("GET", "/sheets")).body.totalCount).toBe(0);
  });

  it("must name a group administrator to inherit groups", async () => {
    sandbox.store.mustFind("olga@acme.test").admin = true;
    const olga = as("olga@acme.test");
    const remove = async (heir: unknown) =>
      (await olga("DELETE", user("ada@acme.test", heir === undefined ? "" : `?transferTo=${heir}`))).body
        .errorCode;
    expect(await remove(undefined)).toBe(1121);
    expect(await remove("nobody")).toBe(1018);
    expect(await remove(123)).toBe(1019);
    expect(await remove(idOf("eve@outside.test"))).toBe(1021);
    expect(await remove(idOf("vik@acme.test"))).toBe(1107);
    expect((await olga("DELETE", user("olga@acme.test"))).body.errorCode).toBe(1047);
    sandbox.store.mustFind("vik@acme.test").groupAdmin = true;
    expect(await remove(idOf("vik@acme.test"))).toBeUndefined();
    expect(list((await vik("GET", "/groups")).body.data)[0]).toMatchObject({ owner: "vik@acme.test" });
  });

  it("change seats, and see them by either word", async () => {
    const plan = `/plans/${sandbox.store.plan("acme")?.id}`;
    await ada("POST", user("vik@acme.test", `${plan}/downgrade`), { seatType: "VIEWER" });
    const seat = async (query: string) =>
      list((await ada("GET", user("vik@acme.test", `/plans${query}`))).body.data)[0];
    expect(await seat("?include=planName")).toMatchObject({ seatType: "VIEWER", planName: "Acme" });
    expect(await seat("?displayContributorSeatType=true")).toMatchObject({ seatType: "CONTRIBUTOR" });
    expect(list((await ada("GET", "/users?seatType=CONTRIBUTOR")).body.data)).toHaveLength(1);
    await ada("POST", user("vik@acme.test", `${plan}/upgrade`), {});
    expect(await seat("")).toMatchObject({ seatType: "MEMBER" });
    expect((await ada("POST", user("vik@acme.test", `${plan}/downgrade`), {})).body.errorCode).toBe(1031);
    expect((await ada("POST", user("vik@acme.test", "/plans/123/upgrade"), {})).status).toBe(404);
    await ada("DELETE", user("vik@acme.test", plan));
    expect(list((await ada("GET", "/users")).body.data)).toHaveLength(5);
  });
});

describe("alternate addresses", () => {
  const path = (tail = "") => user("vik@acme.test", `/alternateemails${tail}`);

  it("are listed, read, added and deleted", async () => {
    const { body } = await ada("POST", path(), [{ email: "V2@acme.test" }]);
    expect(body.data).toEqual([{ id: expect.any(Number), email: "v2@acme.test", confirmed: false }]);
    const all = list((await vik("GET", path())).body.data);
    expect(all.map(({ email }) => email)).toEqual(["vik.v@acme.test", "v2@acme.test"]);
    expect((await vik("GET", path(`/${all[1]?.id}`))).body).toEqual(all[1]);
    expect((await ada("DELETE", path(`/${all[1]?.id}`))).body.resultCode).toBe(0);
    expect((await vik("GET", path(`/${all[1]?.id}`))).status).toBe(404);
  });

  it.each([
    [[{ email: "vik.v@acme.test" }], 1159],
    [[{ email: "sam@acme.test" }], 1129],
    [[{ email: "b@acme.test" }, { email: "b@acme.test" }], 1129],
    [[{ email: "b@acme.test" }, { email: "bad" }], 1156],
    [Array.from({ length: 10 }, (_, place) => ({ email: `b${place}@acme.test` })), 1330],
    ["b@acme.test", 1008],
  ])("are refused together, %#", async (body, errorCode) => {
    expect((await ada("POST", path(), body)).body.errorCode).toBe(errorCode);
    expect(list((await vik("GET", path())).body.data)).toHaveLength(1);
  });

  it("become the primary one, and tokens and favourites follow", async () => {
    const { accessToken } = (await sandbox.control("POST", "/tokens/issue", { email: "vik@acme.test" })).body;
    const sheetId = sandbox.store.sheetByKey("roof")?.id;
    await vik("POST", "/favorites", { type: "sheet", objectId: sheetId });
    const id = list((await vik("GET", path())).body.data)[0]?.id;
    expect((await ada("POST", path(`/${id}/makeprimary`))).body).toMatchObject({
      message: "SUCCESS",
      data: [{ email: "vik@acme.test" }],
    });
    const me = await sandbox.call("GET", "/users/me", { token: String(accessToken) });
    expect(me.body).toMatchObject({ email: "vik.v@acme.test" });
    const favorites = await sandbox.call("GET", "/favorites", { token: String(accessToken) });
    expect(favorites.body.data).toEqual([{ type: "sheet", objectId: sheetId }]);
  });

  it("of other domains must be confirmed first, which nobody can do here", async () => {
    const { body } = await ada("POST", path(), { email: "vik@home.test" });
    const id = list(body.data)[0]?.id;
    expect((await ada("POST", path(`/${id}/makeprimary`))).body.errorCode).toBe(1158);
  });
});
