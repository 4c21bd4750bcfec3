import { needText, readObject } from "../../http/attributes";
import { notAuthorized } from "../../http/errors";
import { list } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import type { Container, Folder } from "../../store/types";
import type { Call, Handler } from "../call";
import { open, openFor } from "./open";
import { removeFolder } from "./remove";
import { dates, nodeHead, sourceOf } from "./render";

export const getFolderMetadata: Handler = (call) => {
  const { node } = open(call, "folder");
  const withSource = list(call.query, "include")?.includes("source") ?? false;
  return json({ ...nodeHead(node), ...dates(call, node), ...(withSource ? sourceOf(node) : {}) });
};

export const createFolderInWorkspace: Handler = (call) => create(call, openFor(call, "workspace", "ADMIN"));

export const createFolderInFolder: Handler = (call) => create(call, openFor(call, "folder", "ADMIN"));

/** In the caller's Sheets folder. */
export const createHomeFolder: Handler = (call) => {
  if (!call.person.licensed) throw notAuthorized();
  return create(call, null);
};

/** Renames; whatever else a folder has may be in the body, and is not looked at. */
export const updateFolder: Handler = async (call) => {
  const folder = openFor(call, "folder", "ADMIN");
  const body = await readObject(call.request);
  folder.name = needText(body, "name");
  folder.modifiedAt = call.sandbox.clock();
  return success({ result: nodeHead(folder) });
};

/** With everything inside. */
export const deleteFolder: Handler = (call) => {
  removeFolder(call, openFor(call, "folder", "ADMIN"));
  return success();
};

export function newFolder(call: Call, name: string, parent: Container | null): Folder {
  const { store, clock } = call.sandbox;
  const id = store.nextId("folder");
  const now = clock();
  const folder: Folder = {
    kind: "folder",
    id,
    key: store.ids.text(`folder/${id}`),
    name,
    parent,
    owner: parent?.owner ?? call.person,
    createdAt: now,
    modifiedAt: now,
  };
  store.folders.push(folder);
  return folder;
}

async function create(call: Call, parent: Container | null) {
  const body = await readObject(call.request);
  return success({ result: nodeHead(newFolder(call, needText(body, "name"), parent)) });
}
