import { permalink, when } from "../api/call";
import { toJson } from "../http/json";
import type { Sheet } from "../store/sheet";
import { atLeast } from "../store/store";
import type { Attachment, Column, Discussion, Id, Row } from "../store/types";
import { cellRenderer } from "./cell";
import { plainCellWriter } from "./cell-writer";
import { type RowLook, rowLooks } from "./conditional-format";
import { miniUser } from "./person";
import { renderAttachment, renderDiscussion } from "./talk";
import type { View } from "./view";

type Wire = Record<string, unknown>;

/** Rows in wire form. */
export function rowRenderer(sheet: Sheet, view: View): (row: Row) => Wire {
  const head = headRenderer(sheet, view);
  const looks = rowLooks(sheet, view);
  const render = cellRenderer(sheet, view);
  return (row) => {
    const look = looks(row);
    const cells = sentColumns(view, row).map((column) => render(row, column, look.cell(column)));
    return { ...head(row, look), cells };
  };
}

/** The same as JSON text, for many rows: half a million plain cells are quicker written than made into objects. */
export function rowWriter(sheet: Sheet, view: View): (row: Row) => string {
  const head = headRenderer(sheet, view);
  const looks = rowLooks(sheet, view);
  const render = cellRenderer(sheet, view);
  const plain = plainCellWriter(sheet, view);
  return (row) => {
    const look = looks(row);
    const cells = sentColumns(view, row).map((column) => {
      const conditional = look.cell(column);
      return (
        (conditional === undefined ? plain(row, column) : null) ?? toJson(render(row, column, conditional))
      );
    });
    return `${toJson(head(row, look)).slice(0, -1)},"cells":[${cells.join(",")}]}`;
  };
}

/** Blank cells are left out on demand; those with a format stay while formats are sent. */
function sentColumns(view: View, row: Row): Column[] {
  if (!view.exclude.has("nonexistentCells")) return view.columns;
  return view.columns.filter(({ id }) => {
    const cell = row.cells.get(id);
    const keepsFormat = view.include.has("format") && cell?.format !== undefined;
    return cell?.value !== undefined || cell?.formula !== undefined || keepsFormat;
  });
}

/** A row without its cells. `siblingId` is the previous sibling, so the places of all rows must be known first. */
function headRenderer(sheet: Sheet, view: View): (row: Row, look: RowLook) => Wire {
  const { call, include } = view;
  const places = rowPlaces(sheet);
  const talk = rowTalk(sheet, view);
  const linkName = call.sandbox.switches.get("rowLink");
  const isAdmin = atLeast(view.access, "ADMIN");
  return (row, look) => {
    const { rowNumber, siblingId } = places.get(row.id) ?? { rowNumber: 0, siblingId: undefined };
    const wire: Wire = { id: row.id, rowNumber };
    if (row.parentId !== undefined) wire.parentId = row.parentId;
    if (siblingId !== undefined) wire.siblingId = siblingId;
    wire.expanded = row.expanded ?? true;
    if (row.locked) Object.assign(wire, { locked: true, lockedForUser: !isAdmin });
    if (include.has("format") && row.format) wire.format = row.format;
    if (look.row !== undefined) wire.conditionalFormat = look.row;
    if (view.filteredOut) wire.filteredOut = view.filteredOut.has(row.id);
    wire.createdAt = when(call, row.createdAt);
    wire.modifiedAt = when(call, row.modifiedAt);
    if (include.has("writerInfo")) {
      wire.createdBy = miniUser(row.createdBy);
      wire.modifiedBy = miniUser(row.modifiedBy);
    }
    if (include.has("rowPermalink")) wire[linkName] = `${permalink(sheet)}?rowId=${row.id}`;
    return talk ? Object.assign(wire, talk(row)) : wire;
  };
}

function rowPlaces(sheet: Sheet): Map<Id, { rowNumber: number; siblingId: Id | undefined }> {
  const places = new Map<Id, { rowNumber: number; siblingId: Id | undefined }>();
  const last = new Map<Id | undefined, Id>();
  sheet.rows.forEach((row, index) => {
    places.set(row.id, { rowNumber: index + 1, siblingId: last.get(row.parentId) });
    last.set(row.parentId, row.id);
  });
  return places;
}

/** What people attached and said, row by row; null where nobody asks for it. Proofs there are none. */
function rowTalk(sheet: Sheet, { call, include }: View): ((row: Row) => Wire) | null {
  if (!["attachments", "discussions", "proofs"].some((part) => include.has(part))) return null;
  const attachments = byRow(sheet.attachments);
  const discussions = byRow(sheet.discussions);
  const parts = { comments: false, attachments: include.has("attachments") };
  return (row) => ({
    ...(include.has("attachments")
      ? { attachments: (attachments.get(row.id) ?? []).map((file) => renderAttachment(call, sheet, file)) }
      : {}),
    ...(include.has("discussions")
      ? {
          discussions: (discussions.get(row.id) ?? []).map((one) =>
            renderDiscussion(call, sheet, one, parts),
          ),
        }
      : {}),
    ...(include.has("proofs") ? { proofs: [] } : {}),
  });
}

function byRow<Item extends Attachment | Discussion>(items: Item[]): Map<Id, Item[]> {
  const rows = new Map<Id, Item[]>();
  for (const item of items) {
    if (item.parent.type !== "ROW") continue;
    const known = rows.get(item.parent.rowId);
    if (known) known.push(item);
    else rows.set(item.parent.rowId, [item]);
  }
  return rows;
}
