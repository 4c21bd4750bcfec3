import { type Body, idIn, missingAttribute } from "../../../http/attributes";
import { ApiError, notFound } from "../../../http/errors";
import { toJson } from "../../../http/json";
import type { ChangeEvent } from "../../../store/changes";
import { markModified } from "../../../store/modified";
import { placeRows } from "../../../store/placing";
import type { Sheet } from "../../../store/sheet";
import type { Cell, Row } from "../../../store/types";
import { type Call, commit, type Handler, openSheetFor } from "../../call";
import { type CellWrite, type CellWriter, cellWriter, readCells } from "../cells/read-cell";
import { writing } from "../writing";
import { applyRowAttributes, type RowAttributes, readRowAttributes } from "./attributes";
import { placed, readEach, readRows, rowsWritten } from "./bulk";
import { requireOneKind } from "./kinds";
import { sharedLocation } from "./location";

interface Draft {
  row: Row;
  cells: CellWrite[];
  attributes: RowAttributes;
}

/** Changes cells, attributes and places of rows. A refused request changes nothing. */
export const updateRows: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  return writing(call, sheet, async () => {
    const bodies = await readRows(call);
    const location = sharedLocation(bodies.items);
    requireOneKind(bodies.items, location !== null);
    const writer = cellWriter(call, sheet);
    const seen = new Set<Row>();
    const { drafts, failed } = readEach(call, bodies.items, (body) => readDraft(writer, body, seen));
    const rows = drafts.map(({ row }) => row);
    // Places first: they are the last thing that can be refused.
    if (location && rows.length > 0) moveRows(sheet, rows, location);
    const events = drafts.flatMap((draft) => apply(call, sheet, draft, location !== null));
    if (events.length > 0) commit(call, sheet, events);
    return rowsWritten(call, sheet, rows, bodies, failed);
  });
};

function readDraft(writer: CellWriter, body: Body, seen: Set<Row>): Draft {
  const { sheet, isAdmin } = writer;
  const id = idIn(body, "id");
  if (id === undefined) throw missingAttribute("row.id");
  const row = sheet.row(id);
  if (!row) throw notFound();
  if (seen.has(row))
    throw new ApiError(400, 1137, "Input collection contains multiple instances of the same element.");
  seen.add(row);
  if (row.locked && !isAdmin) throw new ApiError(403, 1050, "You cannot edit a locked row.");
  return {
    row,
    cells: readCells(writer, row, body.cells),
    attributes: readRowAttributes(writer, body, row),
  };
}

function moveRows(sheet: Sheet, rows: Row[], location: Parameters<typeof placeRows>[2]): void {
  try {
    placeRows(sheet, rows, location);
  } catch (error) {
    const [row] = rows;
    throw error instanceof ApiError && row ? placed(error, { index: 0, rowId: row.id }) : error;
  }
}

/** The events of what really changed; none where the row is as it was. */
function apply(call: Call, sheet: Sheet, { row, cells, attributes }: Draft, isMoved: boolean): ChangeEvent[] {
  const now = call.sandbox.clock();
  const events: ChangeEvent[] = [];
  for (const { column, cell } of cells) {
    const before = row.cells.get(column.id) ?? {};
    if (isSame(before, cell)) continue;
    sheet.setCell(row, column, cell, call.person, now);
    const eventType = kindOf(before, cell);
    events.push({ objectType: "cell", eventType, rowId: row.id, columnId: column.id });
  }
  const isChanged = applyRowAttributes(row, attributes);
  if (events.length === 0 && !isChanged && !isMoved) return [];
  markModified(sheet, row, call.person, now);
  return [{ objectType: "row", eventType: "updated", id: row.id }, ...events];
}

function kindOf(before: Cell, after: Cell): ChangeEvent["eventType"] {
  if (before.value === undefined) return "created";
  return after.value === undefined ? "deleted" : "updated";
}

/** Member by member, so that a picture is not compared byte by byte. */
function isSame(before: Cell, after: Cell): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Cell>;
  return [...names].every(
    (name) => before[name] === after[name] || toJson(before[name] ?? null) === toJson(after[name] ?? null),
  );
}
