import { notAuthorized } from "../../http/errors";
import type { AccessLevel } from "../../scenarios/types";
import type { Sheet } from "../../store/sheet";
import { atLeast, type Store } from "../../store/store";
import type { Folder, Id, Person, Report, Sight, Workspace } from "../../store/types";
import { type Call, idParam, unshared } from "../call";

/** Everything that has a place in the tree. */
export interface Nodes {
  workspace: Workspace;
  folder: Folder;
  sheet: Sheet;
  report: Report;
  sight: Sight;
}
export type NodeKind = keyof Nodes;
export type AnyNode = Nodes[NodeKind];

export interface Opened<Kind extends NodeKind> {
  node: Nodes[Kind];
  level: AccessLevel;
}

/** The thing with this id, if the person has any right on it. */
export function findFor<Kind extends NodeKind>(call: Call, kind: Kind, id: Id): Opened<Kind> | null {
  const { store } = call.sandbox;
  const node = lookUp(store, kind, id);
  const level = node && levelOf(store, call.person, node);
  return node && level ? { node, level } : null;
}

/** The thing whose id the path holds as `sheetId`, `folderId`…; what is not shared and what is not there answer alike. */
export function open<Kind extends NodeKind>(call: Call, kind: Kind): Opened<Kind> {
  const found = findFor(call, kind, idParam(call, `${kind}Id`));
  if (!found) throw unshared(call);
  return found;
}

/** The same for callers whose level reaches `least`; 403/1004 below it. */
export function openFor<Kind extends NodeKind>(call: Call, kind: Kind, least: AccessLevel): Nodes[Kind] {
  const { node, level } = open(call, kind);
  if (!atLeast(level, least)) throw notAuthorized();
  return node;
}

export function levelOf(store: Store, person: Person, node: AnyNode): AccessLevel | null {
  return node.kind === "folder" ? store.folderLevel(person, node) : store.accessLevel(person, node);
}

function lookUp<Kind extends NodeKind>(store: Store, kind: Kind, id: Id): Nodes[Kind] | undefined {
  const found: { [K in NodeKind]: (id: Id) => Nodes[K] | undefined } = {
    workspace: (id) => store.workspace(id),
    folder: (id) => store.folder(id),
    sheet: (id) => store.sheet(id),
    report: (id) => store.report(id),
    sight: (id) => store.sight(id),
  };
  return found[kind](id);
}
