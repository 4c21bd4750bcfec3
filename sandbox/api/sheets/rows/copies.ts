import type { Sheet } from "../../../store/sheet";
import type { Attachment, Cell, Column, Id, Row } from "../../../store/types";
import type { Call } from "../../call";
import { blankRow, fillSystemCells } from "./add";

/**
 * A row for another sheet: values and looks come along, formulas and links to other cells do not. Columns are found by
 * title; one the other sheet does not have is added to it, if this row fills it.
 */
export function copyRow(call: Call, sheet: Sheet, target: Sheet, from: Row): Row {
  const { format, expanded } = from;
  const row: Row = {
    ...blankRow(call, target),
    ...(format ? { format } : {}),
    ...(expanded === undefined ? {} : { expanded }),
  };
  for (const column of sheet.columns) {
    const cell = from.cells.get(column.id);
    if (!cell || column.systemColumnType) continue;
    const place = target.columnTitled(column.title) ?? newColumn(target, column, cell);
    if (!place || place.systemColumnType || place.formula) continue;
    target.putCell(row, place, converted(cell, column, place));
  }
  fillSystemCells(target, row);
  return row;
}

function newColumn(target: Sheet, column: Column, { value }: Cell): Column | null {
  if (value === undefined) return null;
  // Looked at first: rows not built yet would take the new column for one of their own.
  void target.rows;
  const { id: _id, primary: _primary, formula: _formula, tags: _tags, locked: _locked, ...seed } = column;
  return target.addColumn(seed);
}

/** Contacts and options stay what they are in a column of the same type, and turn into text in another. */
function converted(cell: Cell, from: Column, to: Column): Cell {
  const { formula: _formula, linkIn: _linkIn, contacts, picks, ...kept } = cell;
  if (from.type !== to.type) return kept;
  return { ...kept, ...(contacts ? { contacts } : {}), ...(picks ? { picks } : {}) };
}

/** Copies what hangs on a row, or (null) on the sheet itself: files, and discussions with the files on their comments. */
export function copyTalk(
  sheet: Sheet,
  target: Sheet,
  from: Row | null,
  to: Row | null,
  parts: { attachments: boolean; discussions: boolean },
): void {
  const parent = to ? { type: "ROW" as const, rowId: to.id } : { type: "SHEET" as const };
  const isHere = (one: { parent: Attachment["parent"] }) =>
    from ? one.parent.type === "ROW" && one.parent.rowId === from.id : one.parent.type === "SHEET";
  if (parts.attachments) for (const file of sheet.attachments.filter(isHere)) copyFile(target, file, parent);
  if (!parts.discussions) return;
  for (const discussion of sheet.discussions.filter(isHere)) {
    const comments = discussion.comments.map((comment) => {
      const commentId = target.nextId("comment");
      if (parts.attachments)
        for (const file of filesOn(sheet, comment.id)) copyFile(target, file, { type: "COMMENT", commentId });
      return { ...comment, id: commentId };
    });
    target.discussions.push({ ...discussion, id: target.nextId("discussion"), parent, comments });
  }
}

function filesOn(sheet: Sheet, commentId: Id): Attachment[] {
  return sheet.attachments.filter(
    ({ parent }) => parent.type === "COMMENT" && parent.commentId === commentId,
  );
}

/** Older versions stay behind. */
function copyFile(target: Sheet, file: Attachment, parent: Attachment["parent"]): void {
  target.attachments.push({ ...file, id: target.nextId("attachment"), parent, versions: [] });
}
