import { createClient } from "smartsheet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "../tree/small-world.test-helper";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0, scenario: smallWorld() });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

type Wire = Record<string, unknown>;
const list = (value: unknown) => value as Wire[];
const search = async (query: string, email = "vik@acme.test") =>
  (await sandbox.get(`/search?query=${encodeURIComponent(query)}`, email)).body;
const ask = async (query: string, email = "vik@acme.test") =>
  (await sandbox.get(`/search?${query}`, email)).body;
const found = (body: Wire) => list(body.results).map(({ objectType, text }) => [objectType, text]);
const roof = () => sandbox.store.sheetByKey("roof");

describe("search", () => {
  it("finds names and contents, and says where they belong", async () => {
    const body = await search("tiles");
    expect(body.totalCount).toBe(2);
    expect(list(body.results)).toEqual([
      {
        objectId: roof()?.rows[0]?.id,
        objectType: "row",
        text: "Tiles",
        contextData: ["Row 1"],
        parentObjectId: roof()?.id,
        parentObjectName: "Roof",
        parentObjectType: "sheet",
      },
      expect.objectContaining({ objectType: "attachment", text: "tiles.pdf" }),
    ]);
    expect(list((await search("roof")).results)[0]).toEqual({
      objectId: roof()?.id,
      objectType: "sheet",
      text: "Roof",
      contextData: ["Plans"],
      parentObjectId: sandbox.store.folders[0]?.id,
      parentObjectName: "Plans",
      parentObjectType: "folder",
    });
  });

  it.each([
    ["slate", "discussion"],
    ["north", "summaryField"],
    ["overview", "dashboard"],
    ["open work", "report"],
    ["plans", "folder"],
    ["works", "workspace"],
  ])("finds %s as a %s", async (query, type) => {
    expect(found(await search(query)).map(([kind]) => kind)).toContain(type);
  });

  it("takes words in any order, and in quotes as they stand", async () => {
    expect(found(await search("clay slate"))).toEqual([["discussion", "Slate or clay?"]]);
    expect(found(await search('"clay slate"'))).toEqual([]);
    expect(found(await search('"slate or clay"'))).toEqual([["discussion", "Slate or clay?"]]);
    expect(found(await search("chim"))).toEqual([["row", "Chimney"]]);
    expect(found(await search('"chim"'))).toEqual([]);
    expect(found(await search('"("'))).toEqual([]);
  });

  it("shows what the person may see, and nothing else", async () => {
    expect(found(await search("drain", "sam@acme.test"))).toEqual([]);
    expect(found(await search("tiles", "sam@acme.test"))).toHaveLength(2);
    expect(found(await search("works", "sam@acme.test"))).toEqual([]);
    expect(list((await search("roof", "sam@acme.test")).results)[0]).not.toHaveProperty("parentObjectName");
    expect(found(await search("boxed", "vik@acme.test"))).toEqual([]);
    expect(found(await search("tiles", "eve@outside.test"))).toEqual([]);
  });

  it("keeps to the scopes asked for", async () => {
    const types = async (query: string) => found(await ask(`query=tiles&${query}`)).map(([type]) => type);
    expect(await types("scopes=cellData")).toEqual(["row"]);
    expect(await types("scopes=attachments,comments")).toEqual(["attachment"]);
    expect(await types("scopes[]=cellData&scopes[]=attachments")).toEqual(["row", "attachment"]);
    expect(await types("scopes=sheetNames,templateNames")).toEqual([]);
  });

  it("keeps to what changed since, and to the Sheets folder", async () => {
    expect(found(await ask("query=yard&scopes=sheetNames"))).toHaveLength(1);
    expect(found(await ask("query=yard&scopes=sheetNames&modifiedSince=2026-11-21"))).toHaveLength(0);
    expect(found(await ask("query=o&scopes=sheetNames&location=personalWorkspace"))).toEqual([
      ["sheet", "Loose"],
    ]);
  });

  it("marks favourites on demand", async () => {
    const body = { type: "sheet", objectId: roof()?.id };
    await sandbox.call("POST", "/favorites", { token: sandbox.token("vik@acme.test"), body });
    expect(list((await ask("query=roof&include=favoriteFlag")).results)[0]).toMatchObject({ favorite: true });
    expect(list((await ask("query=tiles&include=favoriteFlag")).results)[0]).toMatchObject({
      parentObjectFavorite: true,
    });
    expect(list((await ask("query=roof")).results)[0]).not.toHaveProperty("favorite");
  });

  it("sends 100 results at most, and tells how many there are", async () => {
    const scenario = smallWorld();
    for (const seed of scenario.sheets)
      if (seed.key === "yard") seed.rows = Array(150).fill({ cells: ["Brick"] });
    const other = await startForTest({ scenario });
    const { body } = await other.get("/search?query=brick", "vik@acme.test");
    expect(body.totalCount).toBe(150);
    expect(list(body.results)).toHaveLength(100);
    await other.close();
  });

  it.each([
    ["", 1009],
    ["query=", 1009],
    ["query=a&scopes=rows", 1018],
    ["query=a&location=elsewhere", 1018],
    ["query=a&modifiedSince=soon", 1018],
  ])("refuses %j", async (query, errorCode) => {
    expect((await ask(query)).errorCode).toBe(errorCode);
  });

  it("looks into one sheet", async () => {
    const within = async (email: string) =>
      (await sandbox.get(`/search/sheets/${roof()?.id}?query=tiles`, email)).body;
    expect(found(await within("sam@acme.test"))).toEqual([
      ["row", "Tiles"],
      ["attachment", "tiles.pdf"],
    ]);
    expect((await within("eve@outside.test")).errorCode).toBe(1006);
  });

  it("answers the official SDK", async () => {
    const client = createClient({
      accessToken: sandbox.token("vik@acme.test"),
      baseUrl: `${sandbox.apiUrl}/`,
    });
    const all = await client.search.searchAll({ queryParameters: { query: "tiles", scopes: "cellData" } });
    expect(all.results[0]?.objectType).toBe("row");
    const sheetId = String(roof()?.id);
    const one = await client.search.searchSheet({ sheetId, queryParameters: { query: "gutter" } });
    expect(one.totalCount).toBe(1);
  });
});
