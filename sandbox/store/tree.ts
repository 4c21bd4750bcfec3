import type { FolderSeed, HomeFolderSeed, WorkspaceSeed } from "../scenarios/types";
import { type Ids, seedId } from "./ids";
import type { Container, Folder, Person, Share, Workspace } from "./types";

/** The part of a scenario that trees grow from. */
interface TreeSeed {
  workspaces?: WorkspaceSeed[];
  folders?: HomeFolderSeed[];
}

/** Workspaces and folders of a scenario, made live. */
export function growTree(
  seed: TreeSeed,
  ids: Ids,
  find: (email: string) => Person,
  shares: (seed: WorkspaceSeed) => Share[],
): { workspaces: Workspace[]; folders: Folder[] } {
  const folders: Folder[] = [];
  const grow = (children: FolderSeed[], parent: Container | null, around: Owned) => {
    for (const child of children) {
      const { key, name } = child;
      const { owner, createdAt, modifiedAt } = around;
      const id = seedId(child) ?? ids.for(`folder/${key}`);
      const folder: Folder = { kind: "folder", id, key, name, parent, owner, createdAt, modifiedAt };
      folders.push(folder);
      grow(child.folders ?? [], folder, around);
    }
  };
  const workspaces = (seed.workspaces ?? []).map((each): Workspace => {
    const workspace: Workspace = {
      kind: "workspace",
      id: seedId(each) ?? ids.for(`workspace/${each.key}`),
      key: each.key,
      name: each.name,
      shares: shares(each),
      ...owned(each, find),
    };
    grow(each.folders ?? [], workspace, workspace);
    return workspace;
  });
  for (const each of seed.folders ?? []) grow([each], null, owned(each, find));
  return { workspaces, folders };
}

interface Owned {
  owner: Person;
  createdAt: number;
  modifiedAt: number;
}

function owned(
  seed: { owner: string; createdAt: string; modifiedAt: string },
  find: (email: string) => Person,
): Owned {
  return {
    owner: find(seed.owner),
    createdAt: Date.parse(seed.createdAt),
    modifiedAt: Date.parse(seed.modifiedAt),
  };
}

/** The workspace around a container; null where it lies in somebody's Sheets folder. */
export function workspaceOf(container: Container | null): Workspace | null {
  let at = container;
  while (at?.kind === "folder") at = at.parent;
  return at;
}

/** From the outermost container down to this one. */
export function pathTo(container: Container | null): Container[] {
  const path: Container[] = [];
  for (let at = container; at; at = at.kind === "folder" ? at.parent : null) path.unshift(at);
  return path;
}

/** Whether `container` is `outer`, or lies in it at any depth. */
export function isWithin(container: Container | null, outer: Container): boolean {
  return pathTo(container).includes(outer);
}
