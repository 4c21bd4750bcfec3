import { Bytes } from "./bytes";
import { type CellFormats, type ColumnSections, MAGIC, type TableHeader } from "./form";

/** One column while it is written. `content` is JSON text of a `Content`. */
export class ColumnWriter {
  readonly codes: Uint32Array;
  readonly #lengths: number[] = [];
  readonly #text = new Bytes(16 * 1024);
  #formats: Uint32Array | null = null;

  constructor(rowCount: number) {
    this.codes = new Uint32Array(rowCount);
  }

  /** A content not seen in this column yet; returns its code. */
  add(content: string): number {
    return this.#lengths.push(this.#text.text(content));
  }

  /** The same for content that lies in bytes already. */
  addBytes(content: Uint8Array): number {
    this.#text.raw(content);
    return this.#lengths.push(content.length);
  }

  setFormat(row: number, code: number): void {
    this.#formats ??= new Uint32Array(this.codes.length);
    this.#formats[row] = code;
  }

  writeTo(bytes: Bytes): ColumnSections {
    return {
      codes: bytes.numbers(this.codes),
      lengths: bytes.numbers(Uint32Array.from(this.#lengths)),
      text: bytes.section(this.#text.done(), 1),
      formats: this.#formats && bytes.numbers(this.#formats),
    };
  }
}

/** Formats of a whole table, each pair once. */
export class FormatsWriter {
  readonly list: CellFormats[] = [];
  readonly #codes = new Map<string, number>();

  /** 0 for a cell without any. */
  code(own: string | undefined, laid: string | undefined): number {
    if (own === undefined && laid === undefined) return 0;
    const key = `${own ?? ""}|${laid ?? ""}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.list.push([own ?? null, laid ?? null]);
    this.#codes.set(key, code);
    return code;
  }
}

export interface TableParts<Meta> {
  meta: Meta;
  /** Smartsheet ids in digits, at most 19. */
  ids: BigUint64Array;
  numbers: Uint32Array;
  /** One more than the parent's place, or 0. */
  parents: Uint32Array;
  columns: readonly ColumnWriter[];
  formats: FormatsWriter;
}

/** A table in bytes, for `readTable`. `meta` must survive JSON. */
export function writeTable<Meta>(parts: TableParts<Meta>): Uint8Array<ArrayBuffer> {
  const { meta, ids, numbers, parents, columns, formats } = parts;
  const body = new Bytes(1024 * 1024);
  const header: TableHeader<Meta> = {
    meta,
    rowCount: ids.length,
    ids: body.section(ids, 8),
    numbers: numbers.every((number, row) => number === row + 1) ? null : body.numbers(numbers),
    parents: parents.every((parent) => parent === 0) ? null : body.numbers(parents),
    columns: columns.map((column) => column.writeTo(body)),
    formats: formats.list,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const whole = new Bytes(body.length + json.length + 32);
  whole.raw(new Uint8Array(Uint32Array.of(MAGIC, json.length).buffer));
  whole.raw(json);
  whole.align();
  whole.raw(body.done());
  return whole.done();
}
