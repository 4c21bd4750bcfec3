import { ApiError } from "../http/errors";
import { keepPredecessors } from "./predecessors";
import type { Sheet } from "./sheet";
import type { Id, Row } from "./types";

export type Location =
  | { at: "top" }
  | { at: "bottom" }
  | { at: "child"; parentId: Id; last: boolean }
  | { at: "sibling"; siblingId: Id; above: boolean }
  | { at: "indent" }
  | { at: "outdent" };

export const invalidLocation = () => new ApiError(400, 1062, "Invalid row location.");

/**
 * Puts rows, in their order and with their descendants, where the location says. Errors: 400/1063 and 1064 for an
 * unknown parent or sibling, 1185 for a blank parent, 1062 for a place inside the rows themselves.
 */
export function placeRows(sheet: Sheet, rows: Row[], location: Location): void {
  if (location.at === "indent" || location.at === "outdent") {
    const [row] = rows;
    if (rows.length > 1 || !row) throw invalidLocation();
    (location.at === "indent" ? indent : outdent)(sheet, row);
    return;
  }
  const moved = families(sheet, rows);
  const anchor = findAnchor(sheet, location);
  if (anchor && moved.includes(anchor)) throw invalidLocation();
  const parentId = location.at === "child" ? location.parentId : anchor?.parentId;
  keepPredecessors(sheet, () => {
    const gone = new Set(moved);
    const rest = sheet.rows.filter((row) => !gone.has(row));
    for (const row of rows) setParent(row, parentId);
    rest.splice(placeIn(rest, location, anchor), 0, ...moved);
    sheet.rows = rest;
  });
}

/** Whether rows could be put there; the errors are those of `placeRows`. */
export function checkLocation(sheet: Sheet, location: Location): void {
  if (location.at === "child" || location.at === "sibling") findAnchor(sheet, location);
}

function findAnchor(sheet: Sheet, location: Location): Row | undefined {
  if (location.at === "child") {
    const parent = sheet.row(location.parentId);
    if (!parent) throw new ApiError(400, 1063, `Invalid parentId: ${location.parentId}.`);
    requireData(sheet, parent);
    return parent;
  }
  if (location.at !== "sibling") return undefined;
  const sibling = sheet.row(location.siblingId);
  if (!sibling) throw new ApiError(400, 1064, `Invalid siblingId: ${location.siblingId}.`);
  return sibling;
}

function requireData(sheet: Sheet, parent: Row): void {
  const hasData = sheet.columns.some((column) => {
    const cell = column.systemColumnType ? undefined : parent.cells.get(column.id);
    return cell?.value !== undefined || cell?.formula !== undefined;
  });
  if (!hasData)
    throw new ApiError(400, 1185, "Cannot create a child of a parent row that has no data in it.");
}

/** The row becomes the last child of the row it followed; nothing moves on the screen. */
function indent(sheet: Sheet, row: Row): void {
  const before = sheet.rows.slice(0, sheet.rows.indexOf(row));
  const parent = before.findLast((other) => other.parentId === row.parentId);
  if (!parent) throw invalidLocation();
  requireData(sheet, parent);
  row.parentId = parent.id;
}

/** The row leaves its parent where it stands, so the siblings below it become its children. */
function outdent(sheet: Sheet, row: Row): void {
  const parent = row.parentId === undefined ? undefined : sheet.row(row.parentId);
  if (!parent) throw invalidLocation();
  for (const other of sheet.rows.slice(sheet.rows.indexOf(row) + 1))
    if (other.parentId === parent.id) other.parentId = row.id;
  setParent(row, parent.parentId);
}

function setParent(row: Row, parentId: Id | undefined): void {
  if (parentId === undefined) delete row.parentId;
  else row.parentId = parentId;
}

/** Each row followed by its descendants. Rows new to the sheet have none. */
function families(sheet: Sheet, rows: Row[]): Row[] {
  const heads = new Set(rows);
  const owner = new Map<Id, Row>(rows.map((row) => [row.id, row]));
  const members = new Map<Row, Row[]>(rows.map((row) => [row, [row]]));
  for (const row of sheet.rows) {
    const head = row.parentId === undefined ? undefined : owner.get(row.parentId);
    if (!head || heads.has(row)) continue;
    owner.set(row.id, head);
    members.get(head)?.push(row);
  }
  return rows.flatMap((row) => members.get(row) ?? []);
}

function placeIn(rest: Row[], location: Location, anchor: Row | undefined): number {
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

/** Rows and whatever stands below them, in the sheet's order. */
export function withDescendants(sheet: Sheet, ids: ReadonlySet<Id>): Row[] {
  const family = new Set(ids);
  return sheet.rows.filter((row) => {
    if (row.parentId !== undefined && family.has(row.parentId)) family.add(row.id);
    return family.has(row.id);
  });
}

/** Takes rows and their descendants away, with all that hangs on them. */
export function removeRows(sheet: Sheet, ids: ReadonlySet<Id>): void {
  const gone = new Set(withDescendants(sheet, ids).map((row) => row.id));
  const isGone = (parent: { type: string; rowId?: Id }) =>
    parent.type === "ROW" && parent.rowId !== undefined && gone.has(parent.rowId);
  keepPredecessors(sheet, () => {
    sheet.rows = sheet.rows.filter((row) => !gone.has(row.id));
  });
  const comments = new Set(
    sheet.discussions.filter(({ parent }) => isGone(parent)).flatMap((one) => one.comments.map((c) => c.id)),
  );
  sheet.discussions = sheet.discussions.filter(({ parent }) => !isGone(parent));
  sheet.attachments = sheet.attachments.filter(
    ({ parent }) => !isGone(parent) && !(parent.type === "COMMENT" && comments.has(parent.commentId)),
  );
  for (const id of gone) for (const column of sheet.columns) sheet.forgetCell(id, column.id);
}
