import type { Sheet } from "../../store/sheet";
import { isWithin } from "../../store/tree";
import type { Container, Folder, Workspace } from "../../store/types";
import { type Call, commit } from "../call";

export function removeWorkspace(call: Call, workspace: Workspace): void {
  const { store } = call.sandbox;
  removeContents(call, workspace);
  store.workspaces = store.workspaces.filter((other) => other !== workspace);
}

export function removeFolder(call: Call, folder: Folder): void {
  removeContents(call, folder);
}

/** Everything at any depth, and the container itself if it is a folder. */
function removeContents(call: Call, outer: Container): void {
  const { store } = call.sandbox;
  for (const sheet of store.sheets.filter(({ container }) => isWithin(container, outer)))
    removeSheet(call, sheet);
  store.reports = store.reports.filter(({ container }) => !isWithin(container, outer));
  store.sights = store.sights.filter(({ container }) => !isWithin(container, outer));
  store.folders = store.folders.filter((folder) => !isWithin(folder, outer));
}

export function removeSheet(call: Call, sheet: Sheet): void {
  const { store } = call.sandbox;
  store.sheets = store.sheets.filter((other) => other !== sheet);
  commit(call, sheet, [{ objectType: "sheet", eventType: "deleted", id: sheet.id }]);
}
