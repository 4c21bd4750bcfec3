import type { Sheet } from "../../../store/sheet";
import type { Cell, Column, Container, Id, Row } from "../../../store/types";
import { type Call, commit } from "../../call";
import { fillSystemCells } from "../rows/add";
import { copyTalk } from "../rows/copies";
import { copyExtras } from "./extras";

/** What a copy is called, where it lies, and what it takes along: members of the `include` parameter. */
export interface CopyOrder {
  name: string;
  container: Container | null;
  include: ReadonlySet<string>;
  /** Members of `exclude`. */
  exclude?: ReadonlySet<string>;
}

/** Where the things of the original are in the copy. */
export interface CopyMap {
  columns: Map<Id, Id>;
  rows: Map<Id, Row>;
}

/** A copy that belongs to the caller. Columns always come along, all else as ordered; history never. */
export function copySheetTo(call: Call, sheet: Sheet, order: CopyOrder): Sheet {
  const { store, clock } = call.sandbox;
  const columns = sheet.columns.map(({ id: _id, ...seed }) => ({
    ...seed,
    ...(sheet.primary?.title === seed.title ? { primary: true } : {}),
  }));
  const { name, container, include } = order;
  const copy = store.makeSheet({ name, columns, owner: call.person, container, at: clock() });
  copy.sourceId = sheet.id;
  copy.dependencies = sheet.dependencies;
  copy.projectSettings = sheet.projectSettings;
  const map: CopyMap = {
    columns: new Map(sheet.columns.map((column, place) => [column.id, copy.columns[place]?.id ?? column.id])),
    rows: new Map(),
  };
  if (include.has("data")) copyRows(call, sheet, copy, order, map);
  copyExtras(call, sheet, copy, include, map);
  const parts = { attachments: include.has("attachments"), discussions: include.has("discussions") };
  copyTalk(sheet, copy, null, null, parts);
  for (const [id, to] of map.rows) copyTalk(sheet, copy, sheet.row(id) ?? null, to, parts);
  commit(call, copy, [{ objectType: "sheet", eventType: "created", id: copy.id }], true);
  return copy;
}

function copyRows(call: Call, sheet: Sheet, copy: Sheet, order: CopyOrder, map: CopyMap): void {
  const now = call.sandbox.clock();
  copy.rows = sheet.rows.map((from) => {
    const parent = from.parentId === undefined ? undefined : map.rows.get(from.parentId);
    const { parentId: _parentId, ...kept } = from;
    const by = { createdBy: call.person, modifiedBy: call.person };
    const row: Row = {
      ...kept,
      id: copy.nextRowId(),
      cells: new Map(),
      createdAt: now,
      modifiedAt: now,
      ...by,
    };
    if (parent) row.parentId = parent.id;
    for (const [place, column] of sheet.columns.entries()) {
      const cell = from.cells.get(column.id);
      const target = copy.columns[place];
      if (cell && target && !column.systemColumnType)
        copy.putCell(row, target, copiedCell(cell, column, order));
    }
    fillSystemCells(copy, row);
    map.rows.set(from.id, row);
    return row;
  });
}

/** Links to other cells are cut unless they are ordered; their value stays. */
function copiedCell(cell: Cell, _column: Column, { include, exclude }: CopyOrder): Cell {
  const { linkIn, link, ...kept } = cell;
  const isDropped = link?.sheetId !== undefined && exclude?.has("sheetHyperlinks");
  return {
    ...kept,
    ...(linkIn && include.has("cellLinks") ? { linkIn } : {}),
    ...(link && !isDropped ? { link } : {}),
  };
}
