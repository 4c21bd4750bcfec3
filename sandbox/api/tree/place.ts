import type { Store } from "../../store/store";
import { pathTo, workspaceOf } from "../../store/tree";
import type { Container, Person } from "../../store/types";
import { type AnyNode, levelOf } from "./open";

/** What can lie in a container, in the order lists name them. */
export interface Children {
  folders: Extract<AnyNode, { kind: "folder" }>[];
  sheets: Extract<AnyNode, { kind: "sheet" }>[];
  reports: Extract<AnyNode, { kind: "report" }>[];
  sights: Extract<AnyNode, { kind: "sight" }>[];
}

type Placed = Exclude<AnyNode, { kind: "workspace" }>;

/**
 * Where a person sees a thing: in its workspace or folder, if they have a right on that, else in their own Sheets folder
 * (null), which is where Smartsheet puts whatever is shared on its own.
 */
export function seenIn(store: Store, person: Person, node: Placed): Container | null {
  const container = containerOf(node);
  const workspace = workspaceOf(container);
  if (workspace) return store.accessLevel(person, workspace) ? container : null;
  return pathTo(container)[0]?.owner === person ? container : null;
}

export function containerOf(node: Placed): Container | null {
  return node.kind === "folder" ? node.parent : node.container;
}

/** What lies in a container the person can see; null is their Sheets folder. Each kind by name. */
export function childrenOf(store: Store, person: Person, container: Container | null): Children {
  const isHere = (node: Placed) =>
    levelOf(store, person, node) !== null && seenIn(store, person, node) === container;
  return {
    folders: store.folders.filter(isHere).sort(byName),
    sheets: store.sheets.filter(isHere).sort(byName),
    reports: store.reports.filter(isHere).sort(byName),
    sights: store.sights.filter(isHere).sort(byName),
  };
}

export function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, "en");
}
