import type { Sheet } from "../../store/sheet";
import type { Container, Folder, Id, Report, Sight, Workspace } from "../../store/types";
import type { Call } from "../call";
import { seenIn } from "../tree/place";
import { isFavorite } from "../users/favorites";
import type { SearchQuery } from "./query";

/** Something found in a sheet, or something found by its name. */
export type Hit =
  | {
      objectType: "row" | "discussion" | "attachment" | "summaryField";
      objectId: Id;
      text: string;
      context: string;
      sheet: Sheet;
    }
  | Named;

export interface Named {
  node: Sheet | Report | Sight | Folder | Workspace;
}

export function renderHit(call: Call, query: SearchQuery, hit: Hit) {
  return "node" in hit ? renderNamed(call, query, hit) : renderContent(call, query, hit);
}

/** Search says dashboard where the rest of the API says sight. */
const typeOf = (kind: Named["node"]["kind"]) => (kind === "sight" ? "dashboard" : kind);

function renderNamed(call: Call, { withFavorites }: SearchQuery, { node }: Named) {
  const around = node.kind === "workspace" ? null : seenIn(call.sandbox.store, call.person, node);
  return {
    objectId: node.id,
    objectType: typeOf(node.kind),
    text: node.name,
    contextData: around ? [around.name] : [],
    ...(around ? parent(around) : {}),
    ...(withFavorites && isFavorite(call, node.kind, node.id) ? { favorite: true } : {}),
  };
}

function renderContent(call: Call, { withFavorites }: SearchQuery, hit: Exclude<Hit, Named>) {
  const { objectType, objectId, text, context, sheet } = hit;
  const isMarked = withFavorites && isFavorite(call, "sheet", sheet.id);
  return {
    objectId,
    objectType,
    text,
    contextData: [context],
    ...parent(sheet),
    ...(isMarked ? { parentObjectFavorite: true } : {}),
  };
}

function parent({ id, name, kind }: Sheet | Container) {
  return { parentObjectId: id, parentObjectName: name, parentObjectType: kind };
}
