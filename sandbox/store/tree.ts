import type { FolderSeed, WorkspaceSeed } from "../scenarios/types";
import type { Ids } from "./ids";
import type { Container, Folder, Person, Share, Workspace } from "./types";

/** Workspaces and folders of a scenario, made live. */
export function growTree(
  seeds: WorkspaceSeed[],
  ids: Ids,
  find: (email: string) => Person,
  shares: (seed: WorkspaceSeed) => Share[],
): { workspaces: Workspace[]; folders: Folder[] } {
  const folders: Folder[] = [];
  const workspaces = seeds.map((seed): Workspace => {
    const workspace: Workspace = {
      kind: "workspace",
      id: ids.for(`workspace/${seed.key}`),
      key: seed.key,
      name: seed.name,
      owner: find(seed.owner),
      shares: shares(seed),
      createdAt: Date.parse(seed.createdAt),
      modifiedAt: Date.parse(seed.modifiedAt),
    };
    const grow = (children: FolderSeed[], parent: Container) => {
      for (const child of children) {
        const folder: Folder = {
          kind: "folder",
          id: ids.for(`folder/${child.key}`),
          key: child.key,
          name: child.name,
          parent,
          owner: workspace.owner,
          createdAt: workspace.createdAt,
          modifiedAt: workspace.modifiedAt,
        };
        folders.push(folder);
        grow(child.folders ?? [], folder);
      }
    };
    grow(seed.folders ?? [], workspace);
    return workspace;
  });
  return { workspaces, folders };
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
