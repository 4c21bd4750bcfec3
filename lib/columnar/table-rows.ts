import type { RowId } from "@/lib/policy/ids";
import type { SourceCell } from "@/lib/policy/sheet";
import type { Table } from "./read-table";

interface TableRow {
  id: RowId;
  rowNumber: number;
  parentId: RowId | null;
  cells: Readonly<Record<string, SourceCell>>;
}

/**
 * The rows of a table as the rest of the program knows rows. Only `cells[columnId]` is there: cells are decoded when
 * they are asked for by their column, and listing or spreading a row's cells finds none. `columnIds`: of the table's
 * columns, in their order.
 */
export function tableRows<Meta>(table: Table<Meta>, columnIds: readonly string[]): TableRow[] {
  const Cells = cellsClass(table, columnIds);
  const ids = Array.from({ length: table.rowCount }, (_, row) => table.rowId(row) as RowId);
  return ids.map((id, row) => ({
    id,
    rowNumber: table.rowNumber(row),
    parentId: ids[table.parent(row)] ?? null,
    cells: new Cells(row) as unknown as TableRow["cells"],
  }));
}

/** One class for each table, with a getter for each of its columns: a row then costs one number. */
function cellsClass<Meta>(table: Table<Meta>, columnIds: readonly string[]): new (row: number) => object {
  class Cells {
    readonly #row: number;
    constructor(row: number) {
      this.#row = row;
    }
    static cell(cells: Cells, column: number) {
      return table.cell(cells.#row, column);
    }
  }
  for (const [column, id] of columnIds.entries())
    Object.defineProperty(Cells.prototype, id, {
      get(this: Cells) {
        return Cells.cell(this, column);
      },
    });
  return Cells;
}
