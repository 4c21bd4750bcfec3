import { createClient } from "smartsheet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "./small-world.test-helper";

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
const names = (value: unknown) => list(value).map(({ name }) => name);
const as = (email: string) => (method: string, path: string, body?: unknown) =>
  sandbox.call(method, path, { token: sandbox.token(email), ...(body === undefined ? {} : { body }) });
const olga = as("olga@acme.test");
const vik = as("vik@acme.test");
const sam = as("sam@acme.test");
const wanda = as("wanda@acme.test");
const eve = as("eve@outside.test");
const client = (email: string) =>
  createClient({ accessToken: sandbox.token(email), baseUrl: `${sandbox.apiUrl}/` });

const works = () => sandbox.store.workspaces[0]?.id;
const folder = (key: string) => sandbox.store.folders.find((one) => one.key === key)?.id;
const sheet = (key: string) => sandbox.store.sheetByKey(key)?.id;
const report = () => sandbox.store.reports[0]?.id;

describe("workspaces", () => {
  it("are listed for whoever has a right on them", async () => {
    const { body } = await vik("GET", "/workspaces");
    expect(body).toEqual({
      data: [{ id: works(), name: "Works", accessLevel: "VIEWER", permalink: expect.any(String) }],
    });
    expect(list((await wanda("GET", "/workspaces")).body.data)[0]).toMatchObject({ accessLevel: "ADMIN" });
    expect(names((await sam("GET", "/workspaces")).body.data)).toEqual(["Empty"]);
    expect(names((await eve("GET", "/workspaces")).body.data)).toEqual([]);
  });

  it("are paged by token, 100 at least", async () => {
    for (let count = 0; count < 120; count += 1) await sam("POST", "/workspaces", { name: `Room ${count}` });
    const first = (await sam("GET", "/workspaces?paginationType=token")).body;
    expect(list(first.data)).toHaveLength(100);
    const second = (await sam("GET", `/workspaces?lastKey=${first.lastKey}`)).body;
    expect(list(second.data)).toHaveLength(21);
    expect(second).not.toHaveProperty("lastKey");
    expect((await sam("GET", "/workspaces?maxItems=99")).body.errorCode).toBe(1229);
    // The old paging is gone: its parameters change nothing.
    expect(list((await sam("GET", "/workspaces?includeAll=true&page=2")).body.data)).toHaveLength(100);
  });

  it("end their list with lastKey null if so switched", async () => {
    const other = await startForTest({ scenario: smallWorld(), switches: { lastKeyAtEnd: "null" } });
    expect((await other.get("/workspaces", "vik@acme.test")).body.lastKey).toBeNull();
    await other.close();
  });

  it("tell their dates, and their level, as metadata", async () => {
    expect((await vik("GET", `/workspaces/${works()}/metadata?include=source`)).body).toEqual({
      id: works(),
      name: "Works",
      permalink: expect.any(String),
      accessLevel: "VIEWER",
      createdAt: "2026-01-05T08:00:00Z",
      modifiedAt: "2026-11-20T16:30:00Z",
    });
    expect((await sam("GET", `/workspaces/${works()}/metadata`)).status).toBe(404);
    const numeric = await vik("GET", `/workspaces/${works()}/metadata?numericDates=true`);
    expect(numeric.body.createdAt).toBe(Date.parse("2026-01-05T08:00:00Z"));
  });

  it("are made, renamed and deleted", async () => {
    const made = (await vik("POST", "/workspaces", { name: "Vik's" })).body.result as Wire;
    expect(made).toMatchObject({ name: "Vik's", accessLevel: "OWNER" });
    const path = `/workspaces/${made.id}`;
    expect((await vik("PUT", path, { name: "Vik's own" })).body.result).toMatchObject({ name: "Vik's own" });
    expect((await vik("DELETE", path)).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect((await vik("GET", `${path}/metadata`)).status).toBe(404);
    expect((await vik("POST", "/workspaces", {})).body.errorCode).toBe(1012);
    expect((await vik("POST", "/workspaces", { name: 7 })).body.errorCode).toBe(1031);
  });

  it("are renamed by administrators and deleted by their owner only", async () => {
    const [roof, openWork] = [sheet("roof"), report()];
    expect((await vik("PUT", `/workspaces/${works()}`, { name: "Mine" })).body.errorCode).toBe(1004);
    expect((await wanda("PUT", `/workspaces/${works()}`, { name: "Crew's" })).status).toBe(200);
    expect((await wanda("DELETE", `/workspaces/${works()}`)).body.errorCode).toBe(1004);
    expect((await olga("DELETE", `/workspaces/${works()}`)).status).toBe(200);
    expect((await olga("GET", `/sheets/${roof}`)).status).toBe(404);
    expect(names((await olga("GET", "/sheets")).body.data)).toEqual(["Boxed", "Loose"]);
    expect((await sam("GET", `/reports/${openWork}`)).status).toBe(404);
  });
});

describe("children", () => {
  const children = async (query = "") =>
    list((await vik("GET", `/workspaces/${works()}/children${query}`)).body.data);

  it("are those of one level, folders first", async () => {
    expect((await children()).map(({ name, resourceType }) => [name, resourceType])).toEqual([
      ["Plans", "folder"],
      ["Yard", "sheet"],
      ["Overview", "sight"],
    ]);
    const inside = await vik("GET", `/folders/${folder("plans")}/children`);
    expect(names(inside.body.data)).toEqual(["Old", "Roof", "Open work"]);
    expect(list(inside.body.data)[2]).toEqual({
      id: report(),
      name: "Open work",
      permalink: expect.any(String),
      resourceType: "report",
      accessLevel: "VIEWER",
      createdAt: "2026-01-05T08:00:00Z",
      modifiedAt: "2026-11-20T16:30:00Z",
    });
    expect(list(inside.body.data)[0]).not.toHaveProperty("accessLevel");
  });

  it("come by kind and with their owners on demand", async () => {
    expect(names(await children("?childrenResourceTypes=sheets,sights"))).toEqual(["Yard", "Overview"]);
    expect(names(await children("?childrenResourceTypes=sheets,templates"))).toEqual(["Yard"]);
    const [plans, yard] = await children("?include=ownerInfo");
    expect(yard).toMatchObject({ owner: "olga@acme.test" });
    expect(plans).not.toHaveProperty("owner");
  });

  it.each([
    ["childrenResourceTypes=rows", 1018],
    ["childrenResourceTypes=templates", 1018],
    ["maxItems=150", 1018],
    ["maxItems=50", 1229],
    ["maxItems=2000", 1229],
    ["lastKey=nonsense", 1018],
  ])("refuse ?%s", async (query, errorCode) => {
    expect((await vik("GET", `/workspaces/${works()}/children?${query}`)).body.errorCode).toBe(errorCode);
  });

  it("name their kind as type if so switched", async () => {
    const other = await startForTest({ scenario: smallWorld(), switches: { childType: "type" } });
    const { body } = await other.get(`/workspaces/${works()}/children`, "vik@acme.test");
    expect(list(body.data)[0]).toMatchObject({ type: "folder" });
    expect(list(body.data)[0]).not.toHaveProperty("resourceType");
    await other.close();
  });

  it("show to nobody without a right on the workspace, even with one on a sheet in it", async () => {
    expect((await sam("GET", `/workspaces/${works()}/children`)).status).toBe(404);
    expect((await sam("GET", `/folders/${folder("plans")}/children`)).status).toBe(404);
    expect((await sam("GET", `/folders/${folder("plans")}/metadata`)).status).toBe(404);
    expect(names((await sam("GET", "/sheets")).body.data)).toEqual(["Roof"]);
  });

  it("reach the official SDK", async () => {
    const workspaceId = works();
    const { workspaces, folders } = client("vik@acme.test");
    const page = await workspaces.getWorkspaceChildren({ workspaceId }, () => {});
    expect(names(page.data)).toEqual(["Plans", "Yard", "Overview"]);
    const inside = await folders.getFolderChildren({ folderId: Number(folder("plans")) });
    expect(names(inside.data)).toContain("Roof");
  });
});

describe("paths", () => {
  it("lead from the workspace down, one child a level", async () => {
    const { body } = await vik("GET", `/sheets/${sheet("cellar")}/path`);
    const head = { id: expect.any(Number), permalink: expect.any(String) };
    expect(body).toEqual({
      ...head,
      name: "Works",
      accessLevel: "VIEWER",
      folders: [
        {
          ...head,
          name: "Plans",
          folders: [
            {
              ...head,
              name: "Old",
              sheets: [
                {
                  ...head,
                  name: "Cellar",
                  accessLevel: "VIEWER",
                  createdAt: "2026-01-05T08:00:00Z",
                  modifiedAt: "2026-11-20T16:30:00Z",
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("end in the thing asked for, whatever its kind", async () => {
    const sightId = sandbox.store.sights[0]?.id;
    expect((await vik("GET", `/sights/${sightId}/path`)).body).toMatchObject({
      name: "Works",
      sights: [{ name: "Overview" }],
    });
    expect((await vik("GET", `/reports/${report()}/path`)).body).toMatchObject({
      folders: [{ name: "Plans", reports: [{ name: "Open work" }] }],
    });
    const { body } = await vik("GET", `/folders/${folder("old")}/path`);
    expect(body).toMatchObject({ name: "Works", folders: [{ name: "Plans", folders: [{ name: "Old" }] }] });
    expect(JSON.stringify(body)).not.toContain("createdAt");
  });

  it("start in the Sheets folder where the workspace is out of sight", async () => {
    const { body } = await sam("GET", `/sheets/${sheet("roof")}/path`);
    expect(body).toMatchObject({ name: "Sheets", sheets: [{ name: "Roof", accessLevel: "EDITOR" }] });
    expect(JSON.stringify(body)).not.toContain("Works");
    expect((await olga("GET", `/sheets/${sheet("boxed")}/path`)).body).toMatchObject({
      name: "Sheets",
      folders: [{ name: "Box", sheets: [{ name: "Boxed" }] }],
    });
    expect((await vik("GET", `/sheets/${sheet("loose")}/path`)).body).toMatchObject({
      name: "Sheets",
      sheets: [{ name: "Loose" }],
    });
    expect((await sam("GET", `/sheets/${sheet("yard")}/path`)).status).toBe(404);
  });
});

describe("folders", () => {
  it("are made in workspaces and folders, renamed and deleted with what they hold", async () => {
    const made = (await wanda("POST", `/workspaces/${works()}/folders`, { name: "New" })).body.result as Wire;
    expect(made).toEqual({ id: expect.any(Number), name: "New", permalink: expect.any(String) });
    const inner = (await wanda("POST", `/folders/${made.id}/folders`, { name: "Inner" })).body.result as Wire;
    expect((await wanda("PUT", `/folders/${inner.id}`, { name: "Innermost" })).body.result).toMatchObject({
      name: "Innermost",
    });
    expect((await vik("GET", `/folders/${inner.id}/metadata`)).body).toMatchObject({ name: "Innermost" });
    expect((await wanda("DELETE", `/folders/${made.id}`)).body.resultCode).toBe(0);
    expect((await vik("GET", `/folders/${inner.id}/metadata`)).status).toBe(404);
    const cellar = sheet("cellar");
    await wanda("DELETE", `/folders/${folder("plans")}`);
    expect((await olga("GET", `/sheets/${cellar}`)).status).toBe(404);
  });

  it("are changed by administrators of the workspace only", async () => {
    expect((await vik("POST", `/workspaces/${works()}/folders`, { name: "New" })).body.errorCode).toBe(1004);
    expect((await vik("PUT", `/folders/${folder("plans")}`, { name: "New" })).body.errorCode).toBe(1004);
    expect((await vik("DELETE", `/folders/${folder("plans")}`)).body.errorCode).toBe(1004);
    expect((await sam("DELETE", `/folders/${folder("plans")}`)).body.errorCode).toBe(1006);
    expect((await vik("GET", `/folders/${folder("box")}/metadata`)).body.errorCode).toBe(1006);
  });
});

describe("the old Home calls", () => {
  it("nest the Sheets folder and the workspaces", async () => {
    const { body } = await olga("GET", "/home");
    expect(body).toMatchObject({
      sheets: [{ name: "Loose", accessLevel: "OWNER" }],
      folders: [{ name: "Box", sheets: [{ name: "Boxed" }] }],
      reports: [],
      sights: [],
      workspaces: [
        {
          name: "Works",
          accessLevel: "OWNER",
          sheets: [{ name: "Yard" }],
          sights: [{ name: "Overview" }],
          folders: [{ name: "Plans", folders: [{ name: "Old", sheets: [{ name: "Cellar" }] }] }],
        },
      ],
    });
  });

  it("put what is shared on its own into the Sheets folder", async () => {
    const { body } = await sam("GET", "/folders/personal?include=ownerInfo,sheetVersion");
    expect(body).toMatchObject({
      sheets: [{ name: "Roof", owner: "olga@acme.test", version: 7 }],
      reports: [{ name: "Open work" }],
      folders: [],
    });
    expect(body).not.toHaveProperty("workspaces");
  });

  it("make and list folders of one's own", async () => {
    expect((await vik("POST", "/home/folders", { name: "Desk" })).body.result).toMatchObject({
      name: "Desk",
    });
    expect(names((await vik("GET", "/home/folders")).body.data)).toEqual(["Desk"]);
    expect(names((await olga("GET", "/home/folders")).body.data)).toEqual(["Box"]);
  });
});

describe("calls past their sunset", () => {
  const paths = () => [
    `/workspaces/${works()}`,
    `/workspaces/${works()}/folders`,
    `/folders/${folder("plans")}`,
    `/folders/${folder("plans")}/folders`,
    "/templates",
    "/templates/public",
    `/sheets/${sheet("roof")}/shares`,
    `/reports/${report()}/shares/abc`,
  ];

  it("answer 404, or 410 if so switched", async () => {
    for (const path of paths())
      expect(await olga("GET", path), path).toMatchObject({ status: 404, body: { errorCode: 1006 } });
    const other = await startForTest({ scenario: smallWorld(), switches: { retired: "410" } });
    for (const path of paths())
      expect(await other.get(path, "olga@acme.test"), path).toMatchObject({
        status: 410,
        body: { errorCode: 4005 },
      });
    await other.close();
  });
});

describe("ids above 2^53", () => {
  it("work all the way down the tree", async () => {
    const other = await startForTest({ rate: 0, scenario: smallWorld(), switches: { ids: "above" } });
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${other.token("olga@acme.test")}` };
      return (await fetch(`${other.apiUrl}${path}`, { headers })).text();
    };
    const [workspace] = other.store.workspaces;
    const text = await get("/workspaces");
    expect(text).toContain(`"id":${workspace?.id},`);
    expect(typeof workspace?.id).toBe("bigint");
    expect(await get(`/workspaces/${workspace?.id}/children`)).toContain('"name":"Plans"');
    expect(await get(`/sheets/${other.store.sheetByKey("roof")?.id}/path`)).toContain('"name":"Roof"');
    await other.close();
  });
});
