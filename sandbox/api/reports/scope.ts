import { type Body, badAttribute, idIn, missingAttribute, readObjects, wordIn } from "../../http/attributes";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { tokenPage } from "../../http/token-paging";
import type { Id, ReportDefinition } from "../../store/types";
import { type Call, type Handler, unshared } from "../call";
import { findFor, open, openFor } from "../tree/open";

/** Of one request. */
const MOST = 100;

type Scope = Pick<ReportDefinition, "sheetIds" | "workspaceIds">;

/** Of the sources only those the caller may see. */
export const listScope: Handler = (call) => {
  const { sheetIds, workspaceIds } = open(call, "report").node.definition;
  const sources = [
    ...sheetIds.filter((id) => findFor(call, "sheet", id)).map((id) => ({ id, assetType: "sheet" })),
    ...workspaceIds
      .filter((id) => findFor(call, "workspace", id))
      .map((id) => ({ id, assetType: "workspace" })),
  ];
  const { items, more } = tokenPage(sources, call);
  return json({ data: items.map(({ id, assetType }) => ({ assetType, assetId: id })), ...more });
};

/** What is in the scope already is passed over. */
export const addScope: Handler = async (call) => {
  const { definition } = openFor(call, "report", "ADMIN");
  const added = await readScope(call);
  definition.sheetIds = [...new Set([...definition.sheetIds, ...added.sheetIds])];
  definition.workspaceIds = [...new Set([...definition.workspaceIds, ...added.workspaceIds])];
  return success();
};

export const removeScope: Handler = async (call) => {
  const { definition } = openFor(call, "report", "ADMIN");
  const removed = await readScope(call);
  const without = (ids: Id[], gone: Id[]) => ids.filter((id) => !gone.includes(id));
  definition.sheetIds = without(definition.sheetIds, removed.sheetIds);
  definition.workspaceIds = without(definition.workspaceIds, removed.workspaceIds);
  return success();
};

async function readScope(call: Call): Promise<Scope> {
  return scopeIn(call, (await readObjects(call.request)).items);
}

/** `[{assetType: "sheet" | "workspace", assetId}]`. Errors: 400 with 1012 and 1031, 404/1006 for what is out of sight. */
export function scopeIn(call: Call, items: Body[]): Scope {
  if (items.length > MOST) throw badAttribute(`${items.length} assets`, "scope");
  const scope: Scope = { sheetIds: [], workspaceIds: [] };
  for (const item of items) {
    const kind = wordIn(item, "assetType", ["sheet", "workspace"]);
    const id = idIn(item, "assetId");
    if (kind === undefined) throw missingAttribute("assetType");
    if (id === undefined) throw missingAttribute("assetId");
    if (!findFor(call, kind, id)) throw unshared(call);
    scope[kind === "sheet" ? "sheetIds" : "workspaceIds"].push(id);
  }
  return scope;
}
