import type { SheetId } from "@/lib/policy/ids";
import type { SourceColumn, SourceSheet } from "@/lib/policy/sheet";
import type { Table } from "./read-table";
import { tableRows } from "./table-rows";

/** What a copy says of its sheet beside the rows. */
export interface SheetMeta {
  id: SheetId;
  name: string;
  version: number;
  fetchedAt: string;
  modifiedAt?: string;
  columns: SourceColumn[];
}

export type SheetTable = Table<SheetMeta>;

/** Up to so many cells plain rows cost less than decoding them one by one. */
const SMALL = 20_000;

/**
 * Where a sheet carries its table: by a name all bundles of the program share, as each may hold a copy of this module.
 * Not enumerable, so that neither JSON nor a spread takes it along.
 */
const TABLE = Symbol.for("sheetpass.table");

/** A sheet whose cells lie in a table. Of a large one the cells are decoded when somebody looks at them. */
export function sheetOf(table: SheetTable): SourceSheet {
  const { columns, ...said } = table.meta;
  const columnIds = columns.map(({ id }) => id);
  const isSmall = table.rowCount * table.columnCount <= SMALL;
  let rows: SourceSheet["rows"] | null = null;
  const sheet: SourceSheet = {
    ...said,
    columns,
    get rows() {
      const lazy = rows ?? tableRows(table, columnIds);
      rows ??= isSmall ? lazy.map((row) => ({ ...row, cells: plainCells(row.cells, columnIds) })) : lazy;
      return rows;
    },
  };
  return carrying(sheet, table);
}

/** The same sheet, known to be true at another moment. */
export function redated(sheet: SourceSheet, fetchedAt: string): SourceSheet {
  const { id, name, version, modifiedAt, columns } = sheet;
  const again: SourceSheet = {
    ...{ id, name, version, fetchedAt, columns },
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    get rows() {
      return sheet.rows;
    },
  };
  const table = tableOf(sheet);
  return table ? carrying(again, table) : again;
}

/** The table a sheet's cells lie in; null for a sheet that was made of rows. */
export function tableOf(sheet: SourceSheet): SheetTable | null {
  return (sheet as { [TABLE]?: SheetTable })[TABLE] ?? null;
}

function carrying(sheet: SourceSheet, table: SheetTable): SourceSheet {
  return Object.defineProperty(sheet, TABLE, { value: table });
}

function plainCells(cells: SourceSheet["rows"][number]["cells"], columnIds: readonly string[]) {
  const plain: Record<string, SourceSheet["rows"][number]["cells"][string]> = {};
  for (const id of columnIds) {
    const cell = cells[id];
    if (cell !== undefined) plain[id] = cell;
  }
  return plain;
}
