import { readObject } from "../../http/attributes";
import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import { isWithin, workspaceOf } from "../../store/tree";
import type { Handler } from "../call";
import { readDestination } from "./destination";
import { openFor } from "./open";
import { nodeHead } from "./render";

/** With everything inside, and with it the rights the new place gives. Errors: 400/1258 into itself. */
export const moveFolder: Handler = async (call) => {
  const folder = openFor(call, "folder", "ADMIN");
  const container = readDestination(call, await readObject(call.request));
  if (isWithin(container, folder)) throw new ApiError(400, 1258, "Cannot move folder under descendant.");
  folder.parent = container;
  // Outside of workspaces folders are their owner's alone.
  if (workspaceOf(container) === null)
    for (const inner of call.sandbox.store.folders) if (isWithin(inner, folder)) inner.owner = call.person;
  folder.modifiedAt = call.sandbox.clock();
  return success({ result: nodeHead(folder) });
};
