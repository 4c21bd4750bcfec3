import type { SourceCell } from "@/lib/policy/sheet";
import { type Numbers, numbersAt } from "./bytes";
import { type CellFormats, type ColumnSections, type Content, cellOf, MAGIC, type TableHeader } from "./form";

/** Decoded cells kept for one table at most: about 10 MB. Beyond it they are decoded anew. */
const MOST_KEPT = 100_000;

/** Cells in bytes, decoded one by one when they are looked at. Never written to. */
export interface Table<Meta> {
  readonly meta: Meta;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly byteLength: number;
  /** What it was opened from. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly formats: readonly CellFormats[];
  rowId(row: number): string;
  /** From 1. */
  rowNumber(row: number): number;
  /** The parent's place, or -1. */
  parent(row: number): number;
  readonly hasParents: boolean;
  /** The same object each time while it is kept; not to be written to. Undefined for a blank. */
  cell(row: number, column: number): SourceCell | undefined;
  column(column: number): TableColumn;
}

/** One column as it lies in the bytes. */
export interface TableColumn {
  /** By row: 0 for a blank, else one more than the content's place. */
  codes: Numbers;
  contentCount: number;
  /** JSON of one content, in UTF-8. */
  contentBytes(code: number): Uint8Array;
  content(code: number): Content;
  /** By row: 0 for none, else one more than the place in `formats`. Null where no cell has one. */
  formatCodes: Numbers | null;
}

/**
 * Opens what `writeTable` wrote. Throws `RangeError` or `SyntaxError` for bytes that are no table; what lies within is
 * not looked at again, so bytes from outside the process must come with a seal.
 */
export function readTable<Meta>(bytes: Uint8Array<ArrayBuffer>): Table<Meta> {
  // Typed arrays must lie at multiples of their width, which a part of a larger buffer may not.
  const own = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const { buffer, byteOffset } = own;
  const [magic, headerLength = 0] = new Uint32Array(buffer, byteOffset, 2);
  if (magic !== MAGIC) throw new RangeError("These bytes are no table.");
  const json = new TextDecoder().decode(own.subarray(8, 8 + headerLength));
  const header = JSON.parse(json) as TableHeader<Meta>;
  const base = byteOffset + Math.ceil((8 + headerLength) / 8) * 8;
  return new ByteTable(header, base, own);
}

class ByteTable<Meta> implements Table<Meta> {
  readonly meta: Meta;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly formats: readonly CellFormats[];
  readonly #ids: BigUint64Array;
  readonly #numbers: Numbers | null;
  readonly #parents: Numbers | null;
  readonly #columns: ByteColumn[];
  #kept = 0;

  constructor(
    header: TableHeader<Meta>,
    base: number,
    readonly bytes: Uint8Array<ArrayBuffer>,
  ) {
    const { buffer } = bytes;
    this.meta = header.meta;
    this.rowCount = header.rowCount;
    this.columnCount = header.columns.length;
    this.formats = header.formats;
    this.#ids = new BigUint64Array(buffer, base + header.ids.at, header.ids.count);
    this.#numbers = header.numbers && numbersAt(buffer, base, header.numbers);
    this.#parents = header.parents && numbersAt(buffer, base, header.parents);
    this.#columns = header.columns.map((sections) => new ByteColumn(sections, buffer, base));
  }

  get byteLength(): number {
    return this.bytes.byteLength;
  }

  get hasParents(): boolean {
    return this.#parents !== null;
  }

  rowId(row: number): string {
    return String(this.#ids[row] ?? 0n);
  }

  rowNumber(row: number): number {
    return this.#numbers ? (this.#numbers[row] ?? 0) : row + 1;
  }

  parent(row: number): number {
    return (this.#parents?.[row] ?? 0) - 1;
  }

  column(column: number): ByteColumn {
    const found = this.#columns[column];
    if (!found) throw new RangeError("There is no such column.");
    return found;
  }

  cell(row: number, column: number): SourceCell | undefined {
    const found = this.#columns[column];
    const code = found?.codes[row] ?? 0;
    if (!found || code === 0) return undefined;
    const format = found.formatCodes?.[row] ?? 0;
    const known = found.kept(code, format);
    if (known) return known;
    if (this.#kept >= MOST_KEPT) {
      for (const each of this.#columns) each.forget();
      this.#kept = 0;
    }
    this.#kept += 1;
    return found.keep(code, format, this.formats[format - 1]);
  }
}

class ByteColumn implements TableColumn {
  readonly codes: Numbers;
  readonly contentCount: number;
  readonly formatCodes: Numbers | null;
  readonly #lengths: Numbers;
  readonly #text: Uint8Array;
  #ends: Uint32Array | null = null;
  #cells = new Map<number, SourceCell>();

  constructor({ codes, lengths, text, formats }: ColumnSections, buffer: ArrayBuffer, base: number) {
    this.codes = numbersAt(buffer, base, codes);
    this.#lengths = numbersAt(buffer, base, lengths);
    this.#text = new Uint8Array(buffer, base + text.at, text.count);
    this.contentCount = lengths.count;
    this.formatCodes = formats && numbersAt(buffer, base, formats);
  }

  contentBytes(code: number): Uint8Array {
    this.#ends ??= sums(this.#lengths);
    return this.#text.subarray(code > 1 ? this.#ends[code - 2] : 0, this.#ends[code - 1]);
  }

  content(code: number): Content {
    return JSON.parse(decoder.decode(this.contentBytes(code))) as Content;
  }

  kept(code: number, format: number): SourceCell | undefined {
    return this.#cells.get(format * (this.contentCount + 1) + code);
  }

  keep(code: number, format: number, formats: CellFormats | undefined): SourceCell {
    const cell: SourceCell = cellOf(this.content(code));
    if (formats?.[0]) cell.format = formats[0];
    if (formats?.[1]) cell.laidFormat = formats[1];
    this.#cells.set(format * (this.contentCount + 1) + code, cell);
    return cell;
  }

  forget(): void {
    this.#cells = new Map();
  }
}

const decoder = new TextDecoder();

function sums(lengths: Numbers): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  for (let i = 0; i < lengths.length; i++) {
    end += lengths[i] ?? 0;
    ends[i] = end;
  }
  return ends;
}
