import { needText, readObject } from "../../http/attributes";
import { notAuthorized } from "../../http/errors";
import { list } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { FROM_100, tokenPage } from "../../http/token-paging";
import type { Person, Workspace } from "../../store/types";
import type { Call, Handler } from "../call";
import { open, openFor } from "./open";
import { byName } from "./place";
import { removeWorkspace } from "./remove";
import { containerHead, dates, sourceOf } from "./render";

/** The old paging parameters are past their sunset date; they change nothing. */
export const listWorkspaces: Handler = (call) => {
  const { store } = call.sandbox;
  const visible = store.workspaces.filter((workspace) => store.accessLevel(call.person, workspace));
  const { items, more } = tokenPage(visible.sort(byName), call, FROM_100);
  return json({ data: items.map((workspace) => containerHead(call, workspace)), ...more });
};

export const getWorkspaceMetadata: Handler = (call) => {
  const { node } = open(call, "workspace");
  const withSource = list(call.query, "include")?.includes("source") ?? false;
  return json({
    ...containerHead(call, node),
    ...dates(call, node),
    ...(withSource ? sourceOf(node) : {}),
  });
};

export const createWorkspace: Handler = async (call) => {
  if (!call.person.licensed) throw notAuthorized();
  const body = await readObject(call.request);
  const workspace = newWorkspace(call, needText(body, "name"), call.person);
  return success({ result: containerHead(call, workspace) });
};

export const updateWorkspace: Handler = async (call) => {
  const workspace = openFor(call, "workspace", "ADMIN");
  const body = await readObject(call.request);
  workspace.name = needText(body, "name");
  workspace.modifiedAt = call.sandbox.clock();
  return success({ result: containerHead(call, workspace) });
};

/** With everything inside. Only its owner may. */
export const deleteWorkspace: Handler = (call) => {
  removeWorkspace(call, openFor(call, "workspace", "OWNER"));
  return success();
};

export function newWorkspace(call: Call, name: string, owner: Person): Workspace {
  const { store, clock } = call.sandbox;
  const id = store.nextId("workspace");
  const key = store.ids.text(`workspace/${id}`);
  const now = clock();
  const workspace: Workspace = {
    kind: "workspace",
    id,
    key,
    name,
    owner,
    shares: [],
    createdAt: now,
    modifiedAt: now,
  };
  store.workspaces.push(workspace);
  return workspace;
}
