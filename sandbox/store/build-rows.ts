import { descriptor } from "../scenarios/format";
import { expandRows } from "../scenarios/generators";
import type { RowSeed } from "../scenarios/types";
import { rowId, seedId } from "./ids";
import { bornCell } from "./make-cell";
import type { Sheet } from "./sheet";
import { systemCell } from "./system-cell";
import type { Id, Row } from "./types";

/** The rows of a scenario, made live: ids, tree, times and cells. */
export function buildRows(sheet: Sheet): Row[] {
  const base = sheet.world.ids.for(`rows/${sheet.key}`);
  const open: { depth: number; id: Id }[] = [];
  return expandRows(sheet.seed).map((seed, index) => {
    const id = seedId(seed) ?? rowId(sheet.id, base, index);
    const depth = seed.depth ?? 0;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parentId = open.at(-1)?.id;
    open.push({ depth, id });
    return buildRow(sheet, seed, id, parentId, index);
  });
}

/** Rows were made an hour apart from the sheet's birth on, and changed at some time in the four days after. */
function buildRow(sheet: Sheet, seed: RowSeed, id: Id, parentId: Id | undefined, index: number): Row {
  const last = Date.parse(sheet.seed.modifiedAt);
  const createdAt = Math.min(sheet.createdAt + index * 3_600_000, last);
  const row: Row = {
    id,
    ...(parentId === undefined ? {} : { parentId }),
    ...(seed.format ? { format: descriptor(seed.format) } : {}),
    ...(seed.locked ? { locked: true } : {}),
    ...(seed.expanded === false ? { expanded: false } : {}),
    cells: new Map(),
    createdAt,
    modifiedAt: Math.min(createdAt + ((index * 7919) % 96) * 3_600_000, last),
    createdBy: sheet.owner,
    modifiedBy: sheet.owner,
  };
  // Columns may have come and gone before anybody looked at the rows.
  sheet.bornColumns.forEach((column, place) => {
    const cell = column.systemColumnType
      ? systemCell(sheet, column, row)
      : bornCell(sheet, seed.cells[place] ?? null, column);
    if (cell) row.cells.set(column.id, cell);
  });
  return row;
}
