interface Entry {
  /** Whose turn it uses up. */
  person: string;
  weight: number;
}

/** One line for each person; turns go round among the persons, so who asks a lot waits behind their own calls only. */
export class FairQueue<T extends Entry> {
  // A Map lists its keys in order of insertion: the first is next, and who had a turn is put back at the end.
  readonly #lines = new Map<string, T[]>();

  get size(): number {
    let size = 0;
    for (const line of this.#lines.values()) size += line.length;
    return size;
  }

  waitingOf(person: string): number {
    return this.#lines.get(person)?.length ?? 0;
  }

  add(entry: T): void {
    const line = this.#lines.get(entry.person);
    if (line) line.push(entry);
    else this.#lines.set(entry.person, [entry]);
  }

  /** Whose turn it is, of those that `fits`. */
  head(fits: (entry: T) => boolean = () => true): T | undefined {
    for (const [first] of this.#lines.values()) if (first && fits(first)) return first;
    return undefined;
  }

  /** Takes out one that has had its turn. */
  serve(entry: T): void {
    this.remove(entry);
    const line = this.#lines.get(entry.person);
    if (!line) return;
    this.#lines.delete(entry.person);
    this.#lines.set(entry.person, line);
  }

  /** Takes out one that gave up. */
  remove(entry: T): void {
    const line = this.#lines.get(entry.person);
    const place = line?.indexOf(entry) ?? -1;
    if (!line || place < 0) return;
    line.splice(place, 1);
    if (line.length === 0) this.#lines.delete(entry.person);
  }

  /** Weight of all that would have its turn before a new call of this person, if nobody else came. */
  weightBefore(person: string, counts: (entry: T) => boolean = () => true): number {
    const own = this.waitingOf(person);
    let isAhead = true;
    let weight = 0;
    for (const [name, line] of this.#lines) {
      if (name === person) isAhead = false;
      const turns = name === person ? own : own === 0 || isAhead ? own + 1 : own;
      for (const entry of line.slice(0, turns)) if (counts(entry)) weight += entry.weight;
    }
    return weight;
  }

  all(): T[] {
    return [...this.#lines.values()].flat();
  }
}
