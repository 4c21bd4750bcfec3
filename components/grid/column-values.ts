import { type Content, cellOf } from "@/lib/columnar/form";
import type { Table, TableColumn } from "@/lib/columnar/read-table";
import { tableRows } from "@/lib/columnar/table-rows";
import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import { contentsOf, lowerContents } from "./column-contents";

/**
 * One column of all rows: each different cell once, and for each row which one it holds. What is costly is then done
 * once for each different cell and looked up for each row.
 */
export interface ColumnValues {
  /** By place in `rows`: 0 for a blank, else the key of its cell. */
  keys: ArrayLike<number>;
  /** One more than the highest key. */
  keyCount: number;
  /** Every different cell, in the order of keys; the blank of key 0 is undefined. */
  cells(): (VisibleCell | undefined)[];
  /** What is read in each of them, in lower case, from key `from` on. */
  lowerTexts(textOf: TextOf, from?: number): string[];
  /** The column as it came, where some rows have changed since; its keys mean the same here. */
  base: ColumnValues | null;
}

/** Where rows came from: a table, and for each row its place there, or -1 for one that changed since. */
interface Origin {
  table: Table<unknown>;
  columnAt: ReadonlyMap<string, number>;
  /** Null where rows stand as in the table. */
  places: Int32Array | null;
  /** By column as described: another width or format is another description. */
  values: WeakMap<VisibleColumn, ColumnValues>;
  /** The same rows before any of them changed. */
  root: Origin | null;
}

const origins = new WeakMap<readonly VisibleRow[], Origin>();

/** Rows that know their table. `columnIds`: of the table's columns, in their order. */
export function rowsOf(table: Table<unknown>, columnIds: readonly string[]): VisibleRow[] {
  // What is sent has its formats laid already, so that a cell of the table is a visible one.
  const rows: VisibleRow[] = tableRows(table, columnIds);
  const columnAt = new Map(columnIds.map((id, at) => [id, at]));
  origins.set(rows, { table, columnAt, places: null, values: new WeakMap(), root: null });
  return rows;
}

/**
 * Tells that `rows` are `before` after a change, so that what did not change is still read by column. `from`: for each
 * of `rows` its place in `before`, or -1 for one whose cells are new. Without a table behind `before` nothing happens.
 */
export function keepOrigin(
  rows: readonly VisibleRow[],
  before: readonly VisibleRow[],
  from: Int32Array,
): void {
  const origin = origins.get(before);
  if (!origin) return;
  const { table, columnAt, places } = origin;
  const moved = places === null ? from : from.map((place) => (place < 0 ? -1 : (places[place] ?? -1)));
  const root = origin.root ?? origin;
  origins.set(rows, { table, columnAt, places: moved, values: new WeakMap(), root });
}

/** Null for rows that no table stands behind: those are read one by one. */
export function columnValues(rows: readonly VisibleRow[], column: VisibleColumn): ColumnValues | null {
  const origin = origins.get(rows);
  if (!origin) return null;
  const { places, root } = origin;
  if (places === null || root === null) return tableValues(origin, column);
  const known = origin.values.get(column);
  if (known) return known;
  const made = changedValues(rows, column, tableValues(root, column), places);
  origin.values.set(column, made);
  return made;
}

/** The same for all of them, or null as soon as one has none. */
export function allColumnValues(
  rows: readonly VisibleRow[],
  columns: readonly VisibleColumn[],
): ColumnValues[] | null {
  if (!origins.has(rows)) return null;
  return columns.flatMap((column) => columnValues(rows, column) ?? []);
}

function tableValues(origin: Origin, described: VisibleColumn): ColumnValues {
  const known = origin.values.get(described);
  if (known) return known;
  const at = origin.columnAt.get(described.id);
  const column = at === undefined ? undefined : origin.table.column(at);
  const made = column ? valuesOf(column, described, origin.table) : blanks(origin.table.rowCount);
  origin.values.set(described, made);
  return made;
}

/** A column the table does not have: it came later, and only rows that changed since can hold something in it. */
function blanks(rowCount: number): ColumnValues {
  const keys = new Uint8Array(rowCount);
  return {
    keys,
    keyCount: 1,
    cells: () => [undefined],
    lowerTexts: (_, from = 0) => [""].slice(from),
    base: null,
  };
}

function valuesOf(column: TableColumn, described: VisibleColumn, table: Table<unknown>): ColumnValues {
  const { keys, pairs } =
    column.formatCodes === null ? byContent(column) : byFormat(column, column.formatCodes);
  const keyCount = pairs ? pairs.length : column.contentCount + 1;
  const width = column.contentCount + 1;
  const codeOf = (key: number) => (pairs?.[key] ?? key) % width;
  const cellAt = (key: number, content: Content): VisibleCell => {
    const format = pairs ? table.formats[Math.floor((pairs[key] ?? 0) / width) - 1]?.[0] : null;
    return format ? { ...cellOf(content), format } : cellOf(content);
  };
  return {
    keys,
    keyCount,
    cells() {
      const contents = contentsOf(column);
      const cells: (VisibleCell | undefined)[] = [undefined];
      for (let key = 1; key < keyCount; key += 1) {
        const content = contents[codeOf(key) - 1];
        cells.push(content === undefined ? undefined : cellAt(key, content));
      }
      return cells;
    },
    lowerTexts(textOf, from = 0) {
      // Contents that need a format to be read are read for each key; all others once.
      const formatted = new Map<number, Content>();
      const texts = lowerContents(column, (code, content) => formatted.set(code, content));
      return Array.from({ length: keyCount - from }, (_, at) => {
        const key = from + at;
        const code = codeOf(key);
        const content = formatted.get(code);
        if (content === undefined) return texts[code] ?? "";
        return textOf(cellAt(key, content), described).toLowerCase();
      });
    },
    base: null,
  };
}

const byContent = ({ codes }: TableColumn) => ({ keys: codes, pairs: null });

/** The same content in another format may read differently, and is another cell then. */
function byFormat({ codes, contentCount }: TableColumn, formatCodes: ArrayLike<number>) {
  const keyOf = new Map<number, number>();
  const pairs: number[] = [0];
  const keys = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code === 0) continue;
    const pair = (formatCodes[row] ?? 0) * (contentCount + 1) + code;
    let key = keyOf.get(pair);
    if (key === undefined) {
      key = pairs.push(pair) - 1;
      keyOf.set(pair, key);
    }
    keys[row] = key;
  }
  return { keys, pairs };
}

function changedValues(
  rows: readonly VisibleRow[],
  column: VisibleColumn,
  base: ColumnValues,
  places: Int32Array,
): ColumnValues {
  const keys = new Uint32Array(places.length);
  const added: VisibleCell[] = [];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? -1;
    if (place >= 0) {
      keys[at] = base.keys[place] ?? 0;
      continue;
    }
    const cell = rows[at]?.cells[column.id];
    if (cell) keys[at] = base.keyCount + added.push(cell) - 1;
  }
  return {
    keys,
    keyCount: base.keyCount + added.length,
    cells: () => [...base.cells(), ...added],
    lowerTexts(textOf, from = 0) {
      const texts = added
        .slice(Math.max(0, from - base.keyCount))
        .map((cell) => textOf(cell, column).toLowerCase());
      return from >= base.keyCount ? texts : [...base.lowerTexts(textOf, from), ...texts];
    },
    base,
  };
}
