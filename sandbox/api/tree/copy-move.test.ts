import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Scenario } from "../../scenarios/types";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "./small-world.test-helper";

/** The small world, with links between its sheets and a widget that shows one of them. */
function world(): Scenario {
  const scenario = smallWorld();
  for (const sheet of scenario.sheets)
    if (sheet.key === "cellar" && Array.isArray(sheet.rows))
      sheet.rows.push({
        cells: [
          { value: "See roof", link: { sheetId: "roof" } },
          "Open",
          { linkIn: { sheet: "roof", row: 1, column: "Hours" }, value: 12 },
        ],
      });
  for (const sight of scenario.sights ?? [])
    Object.assign(sight, {
      folder: "plans",
      widgets: [
        {
          type: "METRIC",
          x: 0,
          y: 0,
          width: 1,
          height: 1,
          contents: { type: "METRIC", sheet: "roof", cellData: [{ label: "A", column: "Task", row: 1 }] },
        },
      ],
    });
  return scenario;
}

let sandbox: TestSandbox;
const now = Date.parse("2026-11-24T09:00:00Z");
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0, scenario: world(), clock: () => now });
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
const works = () => sandbox.store.workspaces[0]?.id;
const folder = (key: string) => sandbox.store.folders.find((one) => one.key === key)?.id;
const sheet = (key: string) => sandbox.store.sheetByKey(key);

/** Names all the way down, as `{Old: {Cellar: "sheet"}}`. */
async function tree(id: unknown, kind = "folders", email = "olga@acme.test"): Promise<Wire> {
  const { body } = await as(email)("GET", `/${kind}/${id}/children`);
  const entries = await Promise.all(
    list(body.data).map(async (child) => [
      child.name,
      child.resourceType === "folder" ? await tree(child.id, "folders", email) : child.resourceType,
    ]),
  );
  return Object.fromEntries(entries);
}

/** The copies, by name of the original. */
async function inside(id: unknown): Promise<Record<string, Wire>> {
  const { body } = await olga("GET", `/folders/${id}/children`);
  return Object.fromEntries(list(body.data).map((child) => [child.name, child]));
}

const PLANS = {
  Old: { Cellar: "sheet" },
  Roof: "sheet",
  "Open work": "report",
  Overview: "sight",
};

describe("copying a folder", () => {
  const copy = async (query = "", body: unknown = { destinationType: "HOME", newName: "Second" }) =>
    (await olga("POST", `/folders/${folder("plans")}/copy${query}`, body)).body;

  it("copies all it holds, and shares none of it", async () => {
    const { result, ...rest } = await copy();
    expect(rest).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect(result).toEqual({ id: expect.any(Number), name: "Second", permalink: expect.any(String) });
    expect(await tree((result as Wire).id)).toEqual(PLANS);
    const { Roof } = await inside((result as Wire).id);
    expect((await as("sam@acme.test")("GET", `/sheets/${Roof?.id}`)).status).toBe(404);
    expect(
      (await olga("GET", `/folders/${(result as Wire).id}/metadata?include=source`)).body.source,
    ).toEqual({
      id: folder("plans"),
      type: "folder",
    });
  });

  it("leaves rows behind unless they are asked for", async () => {
    const rows = async (query: string) => {
      const { Roof } = await inside(((await copy(query)).result as Wire).id);
      return list((await olga("GET", `/sheets/${Roof?.id}`)).body.rows).length;
    };
    expect(await rows("")).toBe(0);
    expect(await rows("?include=data")).toBe(3);
  });

  it("points reports, dashboards and links at the copies", async () => {
    const made = await inside(((await copy("?include=data,cellLinks")).result as Wire).id);
    const report = (await olga("GET", `/reports/${made["Open work"]?.id}?include=scope`)).body;
    expect(list((report.scope as Wire).sheets)[0]).toEqual({ id: made.Roof?.id });
    const sight = (await olga("GET", `/sights/${made.Overview?.id}`)).body;
    expect(list(sight.widgets)[0]?.contents).toMatchObject({
      sheetId: made.Roof?.id,
      cellData: [{ objectValue: "Tiles" }],
    });
    const { Cellar } = await inside(made.Old?.id);
    const row = list((await olga("GET", `/sheets/${Cellar?.id}`)).body.rows)[2];
    expect(list(row?.cells)[0]?.hyperlink).toMatchObject({ sheetId: made.Roof?.id });
    expect(list(row?.cells)[2]?.linkInFromCell).toMatchObject({ sheetId: made.Roof?.id });
  });

  it("leaves them pointing at the originals on demand", async () => {
    const query = "?include=data,cellLinks&skipRemap=reports,sights,cellLinks,sheetHyperlinks";
    const made = await inside(((await copy(query)).result as Wire).id);
    const report = (await olga("GET", `/reports/${made["Open work"]?.id}?include=scope`)).body;
    expect(list((report.scope as Wire).sheets)[0]).toEqual({ id: sheet("roof")?.id });
    const sight = (await olga("GET", `/sights/${made.Overview?.id}`)).body;
    expect(list(sight.widgets)[0]?.contents).toMatchObject({ sheetId: sheet("roof")?.id });
    const { Cellar } = await inside(made.Old?.id);
    const row = list((await olga("GET", `/sheets/${Cellar?.id}`)).body.rows)[2];
    expect(list(row?.cells)[0]?.hyperlink).toMatchObject({ sheetId: sheet("roof")?.id });
    expect(list(row?.cells)[2]?.linkInFromCell).toMatchObject({ sheetId: sheet("roof")?.id });
  });

  it("works into itself, at any depth", async () => {
    for (const key of ["plans", "old"]) {
      const body = { destinationType: "folder", destinationId: folder(key), newName: `Into ${key}` };
      const { result } = await copy("", body);
      expect(await tree((result as Wire).id)).toMatchObject(PLANS);
    }
  });

  it.each([
    ["?include=everything", { destinationType: "home" }, 1018],
    ["?skipRemap=all", { destinationType: "home" }, 1018],
    ["", {}, 1012],
    ["", { destinationType: "folder", destinationId: 1 }, 1006],
  ])("is refused, %s %j", async (query, body, errorCode) => {
    expect((await copy(query, body)).errorCode).toBe(errorCode);
  });

  it("needs the right to put things there", async () => {
    const body = { destinationType: "workspace", destinationId: works() };
    expect((await vik("POST", `/folders/${folder("plans")}/copy`, body)).body.errorCode).toBe(1004);
    const home = await vik("POST", `/folders/${folder("plans")}/copy`, { destinationType: "home" });
    expect(home.body.result).toMatchObject({ name: "Plans" });
  });
});

describe("copying a workspace", () => {
  it("makes one of the caller's own", async () => {
    const { body } = await vik("POST", `/workspaces/${works()}/copy`, { newName: "Vik's works" });
    expect(body.result).toMatchObject({ name: "Vik's works", accessLevel: "OWNER" });
    expect(await tree((body.result as Wire).id, "workspaces", "vik@acme.test")).toEqual({
      Plans: PLANS,
      Yard: "sheet",
    });
    expect(list((await olga("GET", "/workspaces")).body.data)).toHaveLength(1);
    expect((await vik("POST", `/workspaces/${works()}/copy`, {})).body.errorCode).toBe(1012);
  });

  it("shares it like the original on demand", async () => {
    await olga("POST", `/workspaces/${works()}/copy?include=shares`, { newName: "Twin" });
    expect(list((await vik("GET", "/workspaces")).body.data).map(({ name }) => name)).toEqual([
      "Twin",
      "Works",
    ]);
  });
});

describe("moving a folder", () => {
  const move = (id: unknown, body: unknown) => olga("POST", `/folders/${id}/move`, body);

  it("takes everything along, and changes who sees it", async () => {
    const { body } = await move(folder("plans"), { destinationType: "folder", destinationId: folder("box") });
    expect(body.result).toMatchObject({ name: "Plans" });
    expect(await tree(folder("box"))).toEqual({ Boxed: "sheet", Plans: PLANS });
    expect((await vik("GET", `/sheets/${sheet("cellar")?.id}`)).status).toBe(404);
    await move(folder("plans"), { destinationType: "workspace", destinationId: works() });
    expect((await vik("GET", `/sheets/${sheet("cellar")?.id}`)).status).toBe(200);
  });

  it("into the Sheets folder makes it the caller's alone", async () => {
    const wanda = as("wanda@acme.test");
    await wanda("POST", `/folders/${folder("old")}/move`, { destinationType: "home" });
    expect((await wanda("GET", `/folders/${folder("old")}/metadata`)).status).toBe(200);
    expect((await olga("GET", `/folders/${folder("old")}/metadata`)).status).toBe(404);
  });

  it("cannot go into itself", async () => {
    const into = (id: unknown) => ({ destinationType: "folder", destinationId: id });
    expect((await move(folder("plans"), into(folder("old")))).body.errorCode).toBe(1258);
    expect((await move(folder("plans"), into(folder("plans")))).body.errorCode).toBe(1258);
    expect(await tree(works(), "workspaces")).toMatchObject({ Plans: PLANS });
  });
});
