import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  COLUMNS,
  makePlace,
  makeSheet,
  NOT_THERE,
  type SdkSandbox,
  SUCCESS,
  startForSdk,
  tasksOf,
} from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

describe("the official SDK", () => {
  it("makes sheets in folders and workspaces", async () => {
    const dana = sandbox.as("dana");
    const { workspaceId, folderId } = await makePlace(dana, "Makers");
    const { sheets } = dana;
    const inFolder = await sheets.createSheetInFolder({
      folderId,
      body: { name: "In a folder", columns: COLUMNS },
    });
    const inWorkspace = await sheets.createSheetInWorkspace({
      workspaceId,
      body: { name: "In a workspace", columns: COLUMNS },
    });
    expect(inFolder).toMatchObject({ ...SUCCESS, result: { name: "In a folder", accessLevel: "OWNER" } });
    expect(await sheets.getSheetPath({ sheetId: inFolder.result.id })).toMatchObject({
      name: "Makers",
      folders: [{ id: folderId, name: "Folder", sheets: [{ name: "In a folder" }] }],
    });
    expect(await sheets.getSheetPath({ sheetId: inWorkspace.result.id })).toMatchObject({
      id: workspaceId,
      sheets: [{ id: inWorkspace.result.id, name: "In a workspace" }],
    });
  });

  it("copies a sheet with its rows, moves the copy, and deletes it", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const { workspaceId, folderId } = await makePlace(dana, "Movers");
    const { sheetId } = await makeSheet(dana, "Original", { One: 1, Two: 2 });
    const copy = await sheets.copySheet({
      sheetId,
      body: { destinationType: "workspace", destinationId: workspaceId, newName: "Copied" },
      queryParameters: { include: "data" },
    });
    const copied = { sheetId: copy.result.id };
    expect(copied.sheetId).not.toBe(sheetId);
    expect(await tasksOf(dana, copied.sheetId)).toEqual(["One", "Two"]);

    const body = { destinationType: "folder", destinationId: folderId };
    expect(await sheets.moveSheet({ ...copied, body })).toMatchObject({
      ...SUCCESS,
      result: { name: "Copied" },
    });
    expect(await sheets.getSheetPath(copied)).toMatchObject({
      id: workspaceId,
      folders: [{ id: folderId, sheets: [{ name: "Copied" }] }],
    });

    expect(await sheets.deleteSheet(copied)).toEqual(SUCCESS);
    await expect(sheets.getSheet(copied)).rejects.toMatchObject(NOT_THERE);
    expect(await tasksOf(dana, sheetId)).toEqual(["One", "Two"]);
  });

  it("renames a sheet, which raises its version", async () => {
    const dana = sandbox.as("dana");
    const { sheetId } = await makeSheet(dana, "Before");
    const { version } = await dana.sheets.getSheetVersion({ sheetId });
    const renamed = await dana.sheets.updateSheet({ sheetId, body: { name: "After" } });
    expect(renamed.result.name).toBe("After");
    expect(await dana.sheets.getSheetVersion({ sheetId })).toEqual({ version: version + 1 });
    expect((await dana.sheets.getSheet({ sheetId })).name).toBe("After");
  });

  it("publishes a sheet and ends that", async () => {
    const dana = sandbox.as("dana");
    const { sheetId } = await makeSheet(dana, "Public");
    const status = () => dana.sheets.getPublishStatus({ sheetId });
    const off = {
      readOnlyLiteEnabled: false,
      readOnlyFullEnabled: false,
      readWriteEnabled: false,
      icalEnabled: false,
    };
    expect(await status()).toEqual(off);
    const body = { ...off, readOnlyFullEnabled: true, readOnlyFullAccessibleBy: "ORG" };
    const published = await dana.sheets.setPublishStatus({ sheetId, body });
    expect(published.result).toMatchObject({ ...body, readOnlyFullUrl: expect.stringMatching(/^https:/) });
    expect(await status()).toEqual(published.result);
    await dana.sheets.setPublishStatus({ sheetId, body: off });
    expect(await status()).not.toHaveProperty("readOnlyFullUrl");
  });

  it("lists every sheet of the plan for a System Admin, and for nobody else", async () => {
    const mine = await makeSheet(sandbox.as("mia"), "Mia's own");
    const everything = { queryParameters: { includeAll: true } };
    const all = await sandbox.as("ada").sheets.listOrganizationSheets(everything);
    expect(all.data).toContainEqual(expect.objectContaining({ id: mine.sheetId, name: "Mia's own" }));
    expect(all.totalCount).toBe(all.data.length);
    await expect(sandbox.as("mia").sheets.listOrganizationSheets(everything)).rejects.toMatchObject({
      statusCode: 403,
      errorCode: 1004,
    });
  });
});
