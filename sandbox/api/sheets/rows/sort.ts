import { type Body, idIn, missingAttribute, readObject, wordIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, unparsable } from "../../../http/errors";
import { wordsOf } from "../../../render/symbols";
import { keepPredecessors } from "../../../store/predecessors";
import type { Sheet } from "../../../store/sheet";
import { atLeast } from "../../../store/store";
import type { Cell, Column, Id, Row } from "../../../store/types";
import { commit, type Handler, openSheet, openSheetFor } from "../../call";
import { wholeSheet } from "../get-sheet";
import { writing } from "../writing";

interface Criterion {
  column: Column;
  isDescending: boolean;
}

/** Sorts siblings, so every row stays below its parent. Answers the sheet, as the parameters of Get Sheet want it. */
export const sortRows: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  return writing(call, sheet, async () => {
    const criteria = readCriteria(sheet, await readObject(call.request));
    if (sheet.rows.some((row) => row.locked) && !atLeast(openSheet(call).level, "ADMIN"))
      throw new ApiError(400, 1223, "Sort sheet with locked row.");
    keepPredecessors(sheet, () => {
      sheet.rows = sorted(sheet.rows, criteria);
    });
    commit(
      call,
      sheet,
      sheet.rows.map(({ id }) => ({ objectType: "row", eventType: "updated", id })),
    );
    return wholeSheet(call, sheet);
  });
};

function readCriteria(sheet: Sheet, body: Body): Criterion[] {
  const wire = body.sortCriteria;
  if (!Array.isArray(wire) || wire.length === 0) throw missingAttribute("sortCriteria");
  const seen = new Set<Column>();
  return wire.map((one) => {
    if (!isRecord(one)) throw unparsable("a sort criterion must be an object");
    const id = idIn(one, "columnId");
    if (id === undefined) throw missingAttribute("sortCriterion.columnId");
    const column = sheet.column(id);
    if (!column) throw new ApiError(400, 1036, `The columnId ${id} is invalid.`);
    if (seen.has(column))
      throw new ApiError(400, 1137, "Input collection contains multiple instances of the same element.");
    seen.add(column);
    const direction = wordIn(one, "direction", ["ASCENDING", "DESCENDING"]) ?? "ASCENDING";
    return { column, isDescending: direction === "DESCENDING" };
  });
}

function sorted(rows: Row[], criteria: Criterion[]): Row[] {
  const children = new Map<Id | undefined, Row[]>();
  for (const row of rows) {
    const siblings = children.get(row.parentId);
    if (siblings) siblings.push(row);
    else children.set(row.parentId, [row]);
  }
  const below = (parentId: Id | undefined): Row[] =>
    (children.get(parentId) ?? [])
      .sort((a, b) => compareRows(a, b, criteria))
      .flatMap((row) => [row, ...below(row.id)]);
  return below(undefined);
}

function compareRows(a: Row, b: Row, criteria: Criterion[]): number {
  for (const { column, isDescending } of criteria) {
    const [first, second] = [
      sortKey(a.cells.get(column.id), column),
      sortKey(b.cells.get(column.id), column),
    ];
    // Blank cells come last in both directions.
    if (first === null || second === null) {
      if (first !== second) return first === null ? 1 : -1;
      continue;
    }
    const order = compareKeys(first, second);
    if (order !== 0) return isDescending ? -order : order;
  }
  return 0;
}

type Key = [rank: number, value: number | string];

/** Numbers stand before boxes before texts; options stand in the order of their list. */
function sortKey(cell: Cell | undefined, column: Column): Key | null {
  const value = cell?.value;
  if (value === undefined || value === "") return null;
  if (typeof value === "number") return [0, value];
  if (typeof value === "boolean") return [1, Number(value)];
  const place = column.type === "PICKLIST" ? (wordsOf(column)?.indexOf(value) ?? -1) : -1;
  return place >= 0 ? [2, place] : [3, (cell?.contacts?.[0]?.name ?? value).toLowerCase()];
}

function compareKeys([rank, value]: Key, [otherRank, other]: Key): number {
  if (rank !== otherRank) return rank - otherRank;
  if (typeof value === "string" && typeof other === "string") return value.localeCompare(other, "en");
  return Number(value) - Number(other);
}
