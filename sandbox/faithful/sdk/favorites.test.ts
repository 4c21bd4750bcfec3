import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSheet, NOT_THERE, type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

/** The SDK has an enum for this and keeps it to itself. */
const type = "sheet" as never;

describe("the official SDK", () => {
  it("marks things as favourites and takes the marks away, one by one and several at once", async () => {
    const dana = sandbox.as("dana");
    const { favorites } = dana;
    const ids: number[] = [];
    for (const name of ["First", "Second", "Third"]) ids.push((await makeSheet(dana, name)).sheetId);
    const body = ids.map((objectId) => ({ type, objectId }));
    expect(await favorites.addItemsToFavorites({ body })).toEqual({ ...SUCCESS, result: body });
    const marked = await favorites.listFavorites({ queryParameters: { include: "name" } });
    expect(marked.data).toEqual([
      { ...body[0], name: "First" },
      { ...body[1], name: "Second" },
      { ...body[2], name: "Third" },
    ]);
    // They are one's own.
    expect((await sandbox.as("vik").favorites.listFavorites({})).data).toEqual([]);

    const [first = 0, second = 0, third = 0] = ids;
    expect(await favorites.removeSheetFromFavorites({ favoriteId: second })).toEqual(SUCCESS);
    expect((await favorites.listFavorites({})).data).toEqual([body[0], body[2]]);
    await expect(favorites.removeSheetFromFavorites({ favoriteId: second })).rejects.toMatchObject(NOT_THERE);

    const queryParameters = { objectIds: [first, third] };
    expect(await favorites.removeSheetsFromFavorites({ queryParameters })).toEqual(SUCCESS);
    expect((await favorites.listFavorites({})).data).toEqual([]);
  });
});
