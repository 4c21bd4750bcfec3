import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { COLUMNS, makePlace, NOT_THERE, type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe("the official SDK", () => {
  it("lists workspaces by token paging, and renames one", async () => {
    const dana = sandbox.as("dana");
    const { workspaces } = dana;
    const { workspaceId } = await makePlace(dana, "Old name");
    const renamed = await workspaces.updateWorkspace({ workspaceId, body: { name: "New name" } });
    expect(renamed).toMatchObject({ ...SUCCESS, result: { id: workspaceId, name: "New name" } });
    const all = await workspaces.listWorkspaces({ queryParameters: { maxItems: 100 } });
    expect(names(all.data)).toEqual(expect.arrayContaining(["New name", "Operations"]));
    expect(names(all.data)).not.toContain("Old name");
    expect(await workspaces.getWorkspaceMetadata({ workspaceId })).toMatchObject({
      id: workspaceId,
      name: "New name",
      accessLevel: "OWNER",
      permalink: expect.stringMatching(/^https:/),
    });
  });

  it("copies a workspace with what is in it, and deletes the copy", async () => {
    const dana = sandbox.as("dana");
    const { workspaces } = dana;
    const { workspaceId, folderId } = await makePlace(dana, "Template");
    await dana.sheets.createSheetInFolder({ folderId, body: { name: "Inside", columns: COLUMNS } });
    const copy = await workspaces.copyWorkspace({ workspaceId, body: { newName: "Copied" } });
    const copied = { workspaceId: copy.result.id };
    const [folder] = (await workspaces.getWorkspaceChildren(copied)).data;
    expect(folder).toMatchObject({ name: "Folder", resourceType: "folder" });
    expect(folder.id).not.toBe(folderId);
    const inside = await dana.folders.getFolderChildren({ folderId: folder.id });
    expect(names(inside.data)).toEqual(["Inside"]);

    expect(await workspaces.deleteWorkspace(copied)).toEqual(SUCCESS);
    await expect(workspaces.getWorkspaceMetadata(copied)).rejects.toMatchObject(NOT_THERE);
    await expect(dana.folders.getFolderMetadata({ folderId: folder.id })).rejects.toMatchObject(NOT_THERE);
    expect((await dana.folders.getFolderMetadata({ folderId })).name).toBe("Folder");
  });

  it("makes, renames, moves and deletes folders", async () => {
    const dana = sandbox.as("dana");
    const { folders } = dana;
    const from = await makePlace(dana, "From here");
    const to = await makePlace(dana, "To there");
    const made = await folders.createChildFolder({ folderId: from.folderId, body: { name: "Inner" } });
    const folderId = Number(made.result.id);
    await folders.updateFolder({ folderId, body: { name: "Innermost" } });
    expect(await folders.getFolderMetadata({ folderId })).toMatchObject({ id: folderId, name: "Innermost" });
    expect(await folders.getFolderPath({ folderId })).toMatchObject({
      name: "From here",
      folders: [{ id: from.folderId, folders: [{ id: folderId, name: "Innermost" }] }],
    });

    // The SDK has an enum for this and keeps it to itself.
    const body = { destinationType: "workspace" as never, destinationId: to.workspaceId };
    expect(await folders.moveFolder({ folderId, body })).toMatchObject(SUCCESS);
    expect(await folders.getFolderPath({ folderId })).toMatchObject({
      name: "To there",
      folders: [{ id: folderId }],
    });
    expect((await folders.getFolderChildren({ folderId: from.folderId })).data).toEqual([]);

    expect(await folders.deleteFolder({ folderId })).toEqual(SUCCESS);
    await expect(folders.getFolderMetadata({ folderId })).rejects.toMatchObject(NOT_THERE);
  });

  it("lists the folders outside of workspaces, and warns that it should not", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { home } = sandbox.as("dana");
    await home.createFolder({ body: { name: "Mine" } });
    const page = await home.listFolders({});
    expect(names(page.data)).toEqual(expect.arrayContaining(["Mine", "Try-outs"]));
    expect(page.totalCount).toBe(page.data.length);
    expect(warn).toHaveBeenCalledWith("DEPRECATED: Home.listFolders is deprecated.");
    warn.mockRestore();
  });
});
