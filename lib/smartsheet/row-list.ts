interface LaidRows {
  ids: BigUint64Array;
  numbers: Uint32Array;
  /** One more than the parent's place, or 0. */
  parents: Uint32Array;
}

/** The rows of an answer as they come: each once, to be put into the sheet's order at the end. */
export class RowList {
  readonly #ids: string[] = [];
  readonly #numbers: number[] = [];
  readonly #parents: (string | null)[] = [];
  readonly #seen = new Set<string>();

  get count(): number {
    return this.#ids.length;
  }

  /** Its place among the rows that came, or null for one that came before. */
  add(id: string, rowNumber: number, parentId: string | null): number | null {
    if (this.#seen.has(id)) return null;
    this.#seen.add(id);
    this.#numbers.push(rowNumber);
    this.#parents.push(parentId);
    return this.#ids.push(id) - 1;
  }

  /** By row number; null where a parent does not stand before its children. */
  inOrder(): { order: Uint32Array; rows: LaidRows } | null {
    const order = Uint32Array.from(this.#ids.keys());
    const isInOrder = this.#numbers.every(
      (number, row) => row === 0 || number >= (this.#numbers[row - 1] ?? 0),
    );
    if (!isInOrder) order.sort((a, b) => (this.#numbers[a] ?? 0) - (this.#numbers[b] ?? 0) || a - b);
    const places = new Map<string, number>();
    const parents = new Uint32Array(order.length);
    for (const [place, row] of order.entries()) {
      const parentId = this.#parents[row] ?? null;
      if (parentId !== null) {
        const above = places.get(parentId);
        if (above === undefined) return null;
        parents[place] = above + 1;
      }
      places.set(this.#ids[row] ?? "", place);
    }
    const ids = BigUint64Array.from(order, (row) => BigInt(this.#ids[row] ?? 0));
    const numbers = Uint32Array.from(order, (row) => this.#numbers[row] ?? 0);
    return { order, rows: { ids, numbers, parents } };
  }
}
