import { ApiError, notFound } from "../http/errors";
import type { Sheet } from "./sheet";
import type { Id, Row } from "./types";

export type Location =
  | { at: "top" }
  | { at: "bottom" }
  | { at: "child"; parentId: Id; last: boolean }
  | { at: "sibling"; siblingId: Id; above: boolean };

/** Where a request wants its row. New rows go to the bottom by default; updated ones stay (null). */
export function readLocation(body: Record<string, unknown>, isNew: true): Location;
export function readLocation(body: Record<string, unknown>, isNew: boolean): Location | null;
export function readLocation(body: Record<string, unknown>, isNew: boolean): Location | null {
  const { parentId, siblingId } = body;
  if (isId(parentId) && isId(siblingId))
    throw new ApiError(400, 1123, "Specifying multiple row locations is not yet supported.");
  if (isId(parentId)) return { at: "child", parentId, last: body.toBottom === true };
  if (isId(siblingId)) return { at: "sibling", siblingId, above: body.above === true };
  if (body.toTop === true) return { at: "top" };
  return body.toBottom === true || isNew ? { at: "bottom" } : null;
}

/** Puts a row (with its descendants, when it was in the sheet before) where the location says. */
export function place(sheet: Sheet, row: Row, location: Location): void {
  const family = sheet.rows.includes(row) ? [row, ...descendants(sheet, new Set([row.id]))] : [row];
  const anchorId =
    location.at === "child" ? location.parentId : location.at === "sibling" ? location.siblingId : null;
  if (anchorId !== null && family.some((member) => member.id === anchorId)) throw notFound();
  const rest = sheet.rows.filter((candidate) => !family.includes(candidate));
  const anchor = rest.find((candidate) => candidate.id === anchorId);
  if (anchorId !== null && !anchor)
    throw location.at === "child"
      ? new ApiError(400, 1063, `Invalid parentId: ${anchorId}.`)
      : new ApiError(400, 1064, `Invalid siblingId: ${anchorId}.`);
  const parentId = location.at === "child" ? location.parentId : anchor?.parentId;
  if (parentId === undefined) delete row.parentId;
  else row.parentId = parentId;
  rest.splice(indexFor(rest, location, anchor), 0, ...family);
  sheet.rows = rest;
}

export function removeWithDescendants(sheet: Sheet, ids: Set<Id>): void {
  const gone = new Set([...ids, ...descendants(sheet, ids).map((row) => row.id)]);
  sheet.rows = sheet.rows.filter((row) => !gone.has(row.id));
}

function indexFor(rest: Row[], location: Location, anchor: Row | undefined): number {
  if (location.at === "top") return 0;
  if (!anchor) return rest.length;
  const start = rest.indexOf(anchor);
  if (location.at === "sibling" && location.above) return start;
  if (location.at === "child" && !location.last) return start + 1;
  const below = new Set<Id>([anchor.id]);
  let end = start + 1;
  for (; end < rest.length; end += 1) {
    const candidate = rest[end];
    if (candidate?.parentId === undefined || !below.has(candidate.parentId)) break;
    below.add(candidate.id);
  }
  return end;
}

/** Parents stand before their children, so one pass finds all. */
function descendants(sheet: Sheet, ids: Set<Id>): Row[] {
  const family = new Set(ids);
  return sheet.rows.filter((row) => {
    if (row.parentId === undefined || !family.has(row.parentId) || ids.has(row.id)) return false;
    family.add(row.id);
    return true;
  });
}

function isId(value: unknown): value is Id {
  return typeof value === "number" || typeof value === "bigint";
}
