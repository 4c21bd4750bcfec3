import { isRecord, readJson } from "../../http/body";
import { ApiError, notAuthorized, notFound, unparsable } from "../../http/errors";
import { list } from "../../http/paging";
import { json, type Reply } from "../../http/reply";
import { rowRenderer } from "../../render/sheet";
import { parseId } from "../../store/ids";
import { place, readLocation, removeWithDescendants } from "../../store/placing";
import type { Sheet } from "../../store/sheet";
import { mayEdit } from "../../store/store";
import type { Id, Row } from "../../store/types";
import { type Call, commit, type Handler, openSheet } from "../call";
import { writeCells } from "./cells";
import { readView } from "./sheet";

const MOST_ROWS = 500;

export const addRows: Handler = async (call) => {
  const sheet = openForWriting(call);
  const bodies = await readRows(call);
  const now = call.sandbox.clock();
  const made = bodies.map((body, index) => {
    const row: Row = {
      id: sheet.nextRowId(),
      cells: new Map(),
      createdAt: now,
      modifiedAt: now,
      createdBy: call.person,
      modifiedBy: call.person,
    };
    writeCells(sheet, row, body.cells, index);
    return { row, location: readLocation(body, true) };
  });
  // Placed only when every row of the request is good: a refused request changes nothing.
  for (const { row, location } of made) {
    place(sheet, row, location);
    for (const column of sheet.columns) {
      const system = sheet.systemCell(column, row, sheet.rows.length - 1);
      if (system) row.cells.set(column.id, system);
    }
  }
  return written(
    call,
    sheet,
    made.map(({ row }) => row),
  );
};

export const updateRows: Handler = async (call) => {
  const sheet = openForWriting(call);
  const bodies = await readRows(call);
  const drafts = bodies.map((body, index) => {
    const row = sheet.rows.find((candidate) => candidate.id === body.id);
    if (!row) throw notFound();
    const draft: Row = {
      ...row,
      cells: new Map(row.cells),
      modifiedAt: call.sandbox.clock(),
      modifiedBy: call.person,
    };
    writeCells(sheet, draft, body.cells, index);
    return { row, draft, location: readLocation(body, false) };
  });
  for (const { row, draft, location } of drafts) {
    Object.assign(row, draft);
    for (const column of sheet.columns) {
      if (!column.systemColumnType?.startsWith("MODIFIED")) continue;
      const system = sheet.systemCell(column, row, 0);
      if (system) row.cells.set(column.id, system);
    }
    if (location) place(sheet, row, location);
  }
  return written(
    call,
    sheet,
    drafts.map(({ row }) => row),
  );
};

export const deleteRows: Handler = (call) => {
  const sheet = openForWriting(call);
  const ids = (list(call.query, "ids") ?? []).map(parseId);
  if (ids.length === 0)
    throw new ApiError(400, 1009, "A required parameter is missing from your request: ids.");
  const present = new Set<Id>(sheet.rows.map((row) => row.id));
  const known = ids.filter((id): id is Id => id !== null && present.has(id));
  const ignoresUnknown = call.query.get("ignoreRowsNotFound") === "true";
  if (known.length < ids.length && !ignoresUnknown) throw notFound();
  if (known.length > 0) {
    removeWithDescendants(sheet, new Set(known));
    commit(
      call,
      sheet,
      known.map((id) => ({ objectType: "row", eventType: "deleted", id })),
    );
  }
  return json({ message: "SUCCESS", resultCode: 0, result: known, version: sheet.version });
};

function openForWriting(call: Call): Sheet {
  const { sheet, level } = openSheet(call);
  if (!mayEdit(level)) throw notAuthorized();
  return sheet;
}

async function readRows(call: Call): Promise<Record<string, unknown>[]> {
  const body = await readJson(call.request);
  const rows = Array.isArray(body) ? body : [body];
  if (!rows.every(isRecord)) throw unparsable("rows must be objects");
  if (rows.length > MOST_ROWS) throw unparsable(`more than ${MOST_ROWS} rows`);
  return rows;
}

function written(call: Call, sheet: Sheet, rows: Row[]): Reply {
  commit(
    call,
    sheet,
    rows.map(({ id }) => ({ objectType: "row", eventType: "updated", id })),
  );
  const view = { ...readView(call, sheet), columns: sheet.columns };
  const result = rows.map(rowRenderer(sheet, view));
  return json({ message: "SUCCESS", resultCode: 0, result, version: sheet.version });
}
