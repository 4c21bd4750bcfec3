import { allowOnly, type Body, idIn, missingAttribute, readObjects, wordIn } from "../../http/attributes";
import { ApiError, badValue, notFound } from "../../http/errors";
import { list, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { parseId } from "../../store/ids";
import type { Id } from "../../store/types";
import { type Call, type Handler, idParam, unshared } from "../call";
import { findFor } from "../tree/open";

/** The sandbox has no templates: as a type the word is known, but nothing has it. */
const TYPES = ["folder", "report", "sheet", "sight", "template", "workspace"] as const;
type FavoriteType = (typeof TYPES)[number];

interface Favorite {
  type: FavoriteType;
  objectId: Id;
}

export const listFavorites: Handler = (call) => {
  const page = paginate(favoritesOf(call), call);
  return json({ ...page, data: page.data.map((favorite) => rendered(call, favorite)) });
};

export const getFavorite: Handler = (call) => {
  const wanted = ofPath(call);
  const found = favoritesOf(call).find((favorite) => keyOf(favorite) === keyOf(wanted));
  if (!found) throw notFound();
  return json(rendered(call, found));
};

/** A single item that is marked already is an error (400/1129); in a list such items are passed over. */
export const addFavorites: Handler = async (call) => {
  const { items, isList } = await readObjects(call.request);
  const wanted = items.map(readFavorite);
  if (wanted.some((favorite) => !nodeOf(call, favorite))) throw unshared(call);
  const marked = marksOf(call);
  const added = wanted.filter(
    (favorite, place) =>
      !marked.has(keyOf(favorite)) && wanted.findIndex((other) => keyOf(other) === keyOf(favorite)) === place,
  );
  if (!isList && added.length === 0)
    throw new ApiError(400, 1129, "The resource you tried to create already exists.");
  for (const favorite of added) marked.add(keyOf(favorite));
  return success({ result: isList ? added : added[0] });
};

export const deleteFavorite: Handler = (call) => {
  if (!marksOf(call).delete(keyOf(ofPath(call)))) throw notFound();
  return success();
};

/** Ids that are no favourites are passed over, unless none of them is one. */
export const deleteFavorites: Handler = (call) => {
  const type = typeOf(call.params.favoriteType ?? "");
  const ids = list(call.query, "objectIds");
  if (!ids) throw new ApiError(400, 1009, "A required parameter is missing from your request: objectIds.");
  const marked = marksOf(call);
  const removed = ids.filter((text) => {
    const objectId = parseId(text);
    if (objectId === null) throw badValue(text, "objectIds");
    return marked.delete(keyOf({ type, objectId }));
  });
  if (removed.length === 0) throw notFound();
  return success();
};

/** Whether the caller has marked something; for the `favorite` members of other answers. */
export function isFavorite(call: Call, type: FavoriteType, objectId: Id): boolean {
  return call.sandbox.store.favorites.get(call.person.email)?.has(keyOf({ type, objectId })) ?? false;
}

/** Marks of what is deleted or no longer shared stay, but do not show. */
function favoritesOf(call: Call): Favorite[] {
  return [...marksOf(call)]
    .map((key): Favorite => {
      const [type = "", id = ""] = key.split("/");
      return { type: type as FavoriteType, objectId: parseId(id) ?? 0 };
    })
    .filter((favorite) => nodeOf(call, favorite) !== null);
}

function marksOf({ sandbox, person }: Call): Set<string> {
  const { favorites } = sandbox.store;
  const marked = favorites.get(person.email) ?? new Set();
  favorites.set(person.email, marked);
  return marked;
}

function keyOf({ type, objectId }: Favorite): string {
  return `${type}/${objectId}`;
}

function nodeOf(call: Call, { type, objectId }: Favorite) {
  return type === "template" ? null : findFor(call, type, objectId);
}

function rendered(call: Call, favorite: Favorite) {
  const include = list(call.query, "include") ?? [];
  const node = nodeOf(call, favorite)?.node;
  return {
    ...favorite,
    ...(include.includes("name") ? { name: node?.name } : {}),
    ...(include.includes("directId") ? { directId: node?.key } : {}),
  };
}

function readFavorite(body: Body): Favorite {
  allowOnly(body, ["type", "objectId"]);
  const type = wordIn(body, "type", TYPES);
  const objectId = idIn(body, "objectId");
  if (type === undefined) throw missingAttribute("type");
  if (objectId === undefined) throw missingAttribute("objectId");
  return { type, objectId };
}

function ofPath(call: Call): Favorite {
  return { type: typeOf(call.params.favoriteType ?? ""), objectId: idParam(call, "favoriteId") };
}

function typeOf(text: string): FavoriteType {
  const type = TYPES.find((candidate) => candidate === text);
  if (!type) throw badValue(text, "favoriteType");
  return type;
}
