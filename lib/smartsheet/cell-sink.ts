import { contentOf } from "@/lib/columnar/form";
import { ColumnWriter, type FormatsWriter } from "@/lib/columnar/write-table";
import type { SourceCell } from "@/lib/policy/sheet";

/** After so many contents it is looked at whether they repeat… */
const SAMPLE = 2_000;
/** …which they don't where more than this share of the cells are new. */
const UNIQUE = 0.9;

/** Takes one column's cells in the order the rows came, each content once. */
export class CellSink {
  readonly #formats: FormatsWriter;
  readonly #contents: string[] = [];
  /** By text that shows as itself, by bare number, and by the JSON of anything else. */
  readonly #texts = new Map<string, number>();
  readonly #numbers = new Map<number, number>();
  readonly #others = new Map<string, number>();
  readonly #codes: number[] = [];
  #seen = 0;
  readonly #formatCodes: number[] = [];

  constructor(formats: FormatsWriter) {
    this.#formats = formats;
  }

  /** `row` from 0; the last cell put there counts. */
  put(row: number, cell: SourceCell | null): void {
    while (this.#codes.length <= row) this.#codes.push(0);
    if (cell === null) return;
    this.#codes[row] = this.#codeOf(cell);
    const format = this.#formats.code(cell.format, cell.laidFormat);
    if (format !== 0 || this.#formatCodes[row] !== undefined) this.#formatCodes[row] = format;
  }

  /** `order[n]`: which of the rows put is the sheet's n-th. */
  column(order: Uint32Array): ColumnWriter {
    const column = new ColumnWriter(order.length);
    for (const content of this.#contents) column.add(content);
    const hasFormats = this.#formatCodes.length > 0;
    for (let row = 0; row < order.length; row++) {
      const put = order[row] ?? 0;
      column.codes[row] = this.#codes[put] ?? 0;
      const format = hasFormats ? (this.#formatCodes[put] ?? 0) : 0;
      if (format !== 0) column.setFormat(row, format);
    }
    return column;
  }

  #codeOf(cell: SourceCell): number {
    const content = contentOf(cell);
    if (typeof content === "string") return this.#known(this.#texts, content, content);
    if (typeof content === "number") return this.#known(this.#numbers, content, content);
    const json = JSON.stringify(content);
    return this.#known(this.#others, json, null, json);
  }

  #known<K>(codes: Map<K, number>, key: K, content: unknown, json?: string): number {
    this.#seen += 1;
    const isUnique = codes.size >= SAMPLE && this.#contents.length > this.#seen * UNIQUE;
    const known = isUnique ? undefined : codes.get(key);
    if (known !== undefined) return known;
    const code = this.#contents.push(json ?? JSON.stringify(content));
    // Where nearly every cell is another, as in a column of ids, looking for its like costs more than it saves.
    if (code < SAMPLE || code < this.#seen * UNIQUE) codes.set(key, code);
    return code;
  }
}
