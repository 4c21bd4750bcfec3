import { json, type Reply } from "../../http/reply";
import { workspaceOf } from "../../store/tree";
import { type Call, type Handler, openSheet } from "../call";
import { levelOf } from "../tree/open";
import { seenIn } from "../tree/place";
import { hitsInSheet } from "./in-sheet";
import { readQuery, type SearchQuery, type SearchScope } from "./query";
import { type Hit, type Named, renderHit } from "./render";

const MOST_RESULTS = 100;

/** Names first, then what is in the sheets. The index never lags here, and needs no provisioning. */
export const search: Handler = (call) => {
  const query = readQuery(call);
  const sheets = call.sandbox.store.sheets.filter((node) => isVisible(call, query, node));
  const inside = sheets.flatMap((sheet) => hitsInSheet(sheet, query));
  return answer(call, query, [...named(call, query), ...inside]);
};

/** Scopes and `modifiedSince` are not documented here, but mean the same where they are given. */
export const searchSheet: Handler = (call) => {
  const { sheet } = openSheet(call);
  const query = readQuery(call);
  return answer(call, query, hitsInSheet(sheet, query));
};

function answer(call: Call, query: SearchQuery, hits: Hit[]): Reply {
  const sent = hits.slice(0, MOST_RESULTS);
  const rows = sent.filter((hit) => !("node" in hit) && hit.objectType === "row").length;
  call.released = { columns: 0, rows };
  return json({ totalCount: hits.length, results: sent.map((hit) => renderHit(call, query, hit)) });
}

function named(call: Call, query: SearchQuery): Hit[] {
  const { store } = call.sandbox;
  const lists: [SearchScope, Named["node"][]][] = [
    ["sheetNames", store.sheets],
    ["reportNames", store.reports],
    ["sightNames", store.sights],
    ["folderNames", store.folders],
    ["workspaceNames", store.workspaces],
  ];
  return lists
    .filter(([scope]) => query.scopes.has(scope))
    .flatMap(([, nodes]) => nodes)
    .filter((node) => query.fits(node.name) && node.modifiedAt >= query.since && isVisible(call, query, node))
    .map((node) => ({ node }));
}

function isVisible(
  { sandbox: { store }, person }: Call,
  { isPersonal }: SearchQuery,
  node: Named["node"],
): boolean {
  if (!levelOf(store, person, node)) return false;
  return !isPersonal || (node.kind !== "workspace" && workspaceOf(seenIn(store, person, node)) === null);
}
