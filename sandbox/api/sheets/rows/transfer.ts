import { type Body, idIn, missingAttribute, readObject } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, notAuthorized, notFound } from "../../../http/errors";
import { list } from "../../../http/paging";
import { json } from "../../../http/reply";
import { removeRows, withDescendants } from "../../../store/placing";
import type { Sheet } from "../../../store/sheet";
import { atLeast } from "../../../store/store";
import type { Id, Row } from "../../../store/types";
import { type Call, commit, type Handler, openSheet, unshared } from "../../call";
import { writing } from "../writing";
import { birthOf } from "./add";
import { copyRow, copyTalk } from "./copies";

type Kind = "copy" | "move";

export const copyRows: Handler = (call) => transfer(call, "copy");
export const moveRows: Handler = (call) => transfer(call, "move");

/** Rows go to the bottom of another sheet and get new ids there. Whoever moves them must be able to delete them here. */
function transfer(call: Call, kind: Kind) {
  const { sheet, level } = openSheet(call);
  if (kind === "move" && !atLeast(level, "EDITOR")) throw notAuthorized();
  return writing(call, sheet, async () => {
    const body = await readObject(call.request);
    const target = openTarget(call, sheet, body);
    const chosen = chooseRows(call, sheet, body, kind);
    if (kind === "move" && chosen.some((row) => row.locked) && !atLeast(level, "ADMIN"))
      throw new ApiError(403, 1050, "You cannot edit a locked row.");
    const copies = copyInto(call, sheet, target, chosen);
    const parts = talkParts(call);
    for (const { from, to } of copies) copyTalk(sheet, target, from, to, parts);
    if (copies.length > 0)
      commit(
        call,
        target,
        copies.flatMap(({ to }) => birthOf(target, to)),
      );
    if (kind === "move" && chosen.length > 0) {
      removeRows(sheet, new Set(chosen.map(({ id }) => id)));
      commit(
        call,
        sheet,
        chosen.map(({ id }) => ({ objectType: "row", eventType: "deleted", id })),
      );
    }
    const rowMappings = copies.map(({ from, to }) => ({ from: from.id, to: to.id }));
    return json({ destinationSheetId: target.id, rowMappings });
  });
}

/** Errors: 400/1012 without a destination, 1136 for the sheet itself, 404 or 403 as for any sheet. */
function openTarget(call: Call, sheet: Sheet, body: Body): Sheet {
  const id = isRecord(body.to) ? idIn(body.to, "sheetId") : undefined;
  if (id === undefined) throw missingAttribute("to.sheetId");
  if (id === sheet.id) throw new ApiError(400, 1136, "Cannot copy or move row(s) within the same sheet.");
  const { store } = call.sandbox;
  const target = store.sheet(id);
  const level = target && store.accessLevel(call.person, target);
  if (!target || !level) throw unshared(call);
  if (!atLeast(level, "EDITOR")) throw notAuthorized();
  return target;
}

/** In the sheet's order. Children always move with their parents, but are copied only when asked for. */
function chooseRows(call: Call, sheet: Sheet, body: Body, kind: Kind): Row[] {
  if (!Array.isArray(body.rowIds) || body.rowIds.length === 0) throw missingAttribute("rowIds");
  const ids = new Set<Id>(
    body.rowIds.map((id: unknown) => {
      const rowId = idIn({ rowIds: id }, "rowIds");
      if (rowId === undefined) throw new ApiError(400, 1177, "Arrays may not contain null elements.");
      return rowId;
    }),
  );
  const isLenient = call.query.get("ignoreRowsNotFound") === "true";
  if (!isLenient && [...ids].some((id) => !sheet.row(id))) throw notFound();
  const include = list(call.query, "include") ?? [];
  const withChildren = kind === "move" || include.includes("children") || include.includes("all");
  return withChildren ? withDescendants(sheet, ids) : sheet.rows.filter(({ id }) => ids.has(id));
}

function talkParts(call: Call): { attachments: boolean; discussions: boolean } {
  const include = list(call.query, "include") ?? [];
  const all = include.includes("all");
  return {
    attachments: all || include.includes("attachments"),
    discussions: all || include.includes("discussions"),
  };
}

/** Parents stand before their children, so a child finds its parent's copy. */
function copyInto(call: Call, sheet: Sheet, target: Sheet, rows: Row[]): { from: Row; to: Row }[] {
  const made = new Map<Id, Row>();
  const copies = rows.map((from) => {
    const to = copyRow(call, sheet, target, from);
    const parent = from.parentId === undefined ? undefined : made.get(from.parentId);
    if (parent) to.parentId = parent.id;
    made.set(from.id, to);
    return { from, to };
  });
  target.rows = [...target.rows, ...copies.map(({ to }) => to)];
  return copies;
}
