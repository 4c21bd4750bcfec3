import type { TableColumn } from "@/lib/columnar/read-table";
import type { SheetTable } from "@/lib/columnar/source-sheet";

/** By row of the later table: 1 where the cell is another one than in the earlier, or the row was not there. */
export type Flags = Uint8Array;

const known = new WeakMap<SheetTable, WeakMap<SheetTable, TablePair>>();

/** Two versions of a sheet. What changed between them is found once, however many pages are open. */
export function pairOf(before: SheetTable, after: SheetTable): TablePair {
  const later = known.get(before) ?? new WeakMap<SheetTable, TablePair>();
  known.set(before, later);
  const pair = later.get(after) ?? new TablePair(before, after);
  later.set(after, pair);
  return pair;
}

export class TablePair {
  private readonly flags = new Map<string, Flags>();
  private rows: { wasAt: Int32Array; isInPlace: boolean } | null = null;

  constructor(
    private readonly before: SheetTable,
    private readonly after: SheetTable,
  ) {}

  /** In any of these columns, by their places in the two tables. Formats count, both of them. */
  changes(columns: readonly (readonly [before: number, after: number])[]): Flags {
    const [first = null] = columns;
    const key = columns.join(" ");
    const known = this.flags.get(key);
    if (known) return known;
    const found =
      first !== null && columns.length === 1
        ? this.compare(...first)
        : merged(
            columns.map((one) => this.changes([one])),
            this.after.rowCount,
          );
    this.flags.set(key, found);
    return found;
  }

  private compare(columnBefore: number, columnAfter: number): Flags {
    const [one, other] = [this.before.column(columnBefore), this.after.column(columnAfter)];
    this.rows ??= rowsOf(this.before, this.after);
    const { wasAt, isInPlace } = this.rows;
    const flags = new Uint8Array(this.after.rowCount);
    if (!isInPlace || !isSameInBytes(one, other)) flagContents(flags, wasAt, one, other);
    if (one.formatCodes !== null || other.formatCodes !== null)
      flagFormats(flags, wasAt, [one, formatTexts(this.before)], [other, formatTexts(this.after)]);
    return flags;
  }
}

function merged(all: readonly Flags[], rowCount: number): Flags {
  const flags = new Uint8Array(rowCount);
  for (const each of all) for (let row = 0; row < rowCount; row++) flags[row] ||= each[row] ?? 0;
  return flags;
}

/** For each row of the later table its place in the earlier, or -1. */
function rowsOf(before: SheetTable, after: SheetTable): { wasAt: Int32Array; isInPlace: boolean } {
  const places = new Map<string, number>();
  for (let row = 0; row < before.rowCount; row++) places.set(before.rowId(row), row);
  const wasAt = Int32Array.from({ length: after.rowCount }, (_, row) => places.get(after.rowId(row)) ?? -1);
  return { wasAt, isInPlace: before.rowCount === after.rowCount && wasAt.every((was, row) => was === row) };
}

function flagContents(flags: Flags, wasAt: Int32Array, one: TableColumn, other: TableColumn): void {
  // For each content of the later column the last one of the earlier that was found to be the same.
  const same = new Int32Array(other.contentCount + 1).fill(-1);
  same[0] = 0;
  for (let row = 0; row < flags.length; row++) {
    const was = wasAt[row] ?? -1;
    const [old, now] = [was < 0 ? -1 : (one.codes[was] ?? 0), other.codes[row] ?? 0];
    if (was >= 0 && same[now] === old) continue;
    const isSame = old > 0 && now > 0 && Buffer.compare(one.contentBytes(old), other.contentBytes(now)) === 0;
    if (isSame) same[now] = old;
    else flags[row] = 1;
  }
}

function flagFormats(
  flags: Flags,
  wasAt: Int32Array,
  [one, texts]: [TableColumn, readonly string[]],
  [other, otherTexts]: [TableColumn, readonly string[]],
): void {
  for (let row = 0; row < flags.length; row++) {
    const old = texts[one.formatCodes?.[wasAt[row] ?? -1] ?? 0];
    if (old !== otherTexts[other.formatCodes?.[row] ?? 0]) flags[row] = 1;
  }
}

function formatTexts({ formats }: SheetTable): string[] {
  return ["", ...formats.map((pair) => JSON.stringify(pair))];
}

/** Most columns of a sheet did not change at all: then even their bytes are the same. */
function isSameInBytes(one: TableColumn, other: TableColumn): boolean {
  if (one.contentCount !== other.contentCount || one.codes.byteLength !== other.codes.byteLength)
    return false;
  return bytesOf(one.codes).equals(bytesOf(other.codes)) && textOf(one).equals(textOf(other));
}

function textOf(column: TableColumn): Buffer {
  if (column.contentCount === 0) return Buffer.alloc(0);
  const [first, last] = [column.contentBytes(1), column.contentBytes(column.contentCount)];
  return Buffer.from(first.buffer, first.byteOffset, last.byteOffset + last.byteLength - first.byteOffset);
}

function bytesOf({ buffer, byteOffset, byteLength }: TableColumn["codes"]): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
