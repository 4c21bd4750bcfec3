import { list, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import type { Container } from "../../store/types";
import type { Call, Handler } from "../call";
import { isFavorite } from "../users/favorites";
import type { AnyNode } from "./open";
import { byName, type Children, childrenOf } from "./place";
import { containerHead, dates, levelFor, nodeHead, sourceOf } from "./render";

/** The old "Home" tab: the Sheets folder and all workspaces, nested. Deprecated, but its sunset was called off. */
export const getHome: Handler = (call) => {
  const { store } = call.sandbox;
  const workspaces = store.workspaces
    .filter((workspace) => store.accessLevel(call.person, workspace))
    .sort(byName);
  return json({ ...personal(call), workspaces: workspaces.map((workspace) => nested(call, workspace)) });
};

/** The same without the workspaces. */
export const getPersonalFolder: Handler = (call) => json(personal(call));

export const listHomeFolders: Handler = (call) => {
  const { folders } = childrenOf(call.sandbox.store, call.person, null);
  const page = paginate(folders, call);
  return json({ ...page, data: page.data.map((folder) => nodeHead(folder)) });
};

/** At the top all lists are there, empty or not; deeper down only those with something in them. */
function personal(call: Call) {
  const { folders, ...assets } = childrenOf(call.sandbox.store, call.person, null);
  return { ...rendered(call, assets), folders: folders.map((folder) => nested(call, folder)) };
}

function nested(call: Call, container: Container): object {
  const { folders, ...assets } = childrenOf(call.sandbox.store, call.person, container);
  const lists = { ...rendered(call, assets), folders: folders.map((folder) => nested(call, folder)) };
  const filled = Object.entries(lists).filter(([, items]) => items.length > 0);
  return { ...containerHead(call, container), ...Object.fromEntries(filled) };
}

function rendered(call: Call, { sheets, reports, sights }: Omit<Children, "folders">) {
  const one = (node: Exclude<AnyNode, Container>) => asset(call, node);
  return { sheets: sheets.map(one), reports: reports.map(one), sights: sights.map(one) };
}

function asset(call: Call, node: Exclude<AnyNode, Container>) {
  const include = list(call.query, "include") ?? [];
  return {
    ...nodeHead(node),
    accessLevel: levelFor(call, node),
    // Reports have no dates here, in the recorded answers.
    ...(node.kind === "report" ? {} : dates(call, node)),
    ...(isFavorite(call, node.kind, node.id) ? { favorite: true } : {}),
    ...(include.includes("ownerInfo") ? { owner: node.owner.email, ownerId: node.owner.id } : {}),
    ...(include.includes("sheetVersion") && node.kind === "sheet" ? { version: node.version } : {}),
    ...(include.includes("source") ? sourceOf(node) : {}),
  };
}
