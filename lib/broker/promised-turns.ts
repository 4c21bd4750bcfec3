const LONGEST_MS = 120_000;

/**
 * When those who were turned away should come back: each person a moment of their own, one call apart, so that they do
 * not all come at once. Asked again before, a person is told the same moment and takes no other's. Monotonic milliseconds.
 */
export class PromisedTurns {
  readonly #turns = new Map<string, number>();
  #last = Number.NEGATIVE_INFINITY;

  /** `earliest`: when a turn could come at all. `apart`: how long one call takes up. */
  tell(person: string, earliest: number, apart: number, now: number): number {
    const told = this.#turns.get(person);
    if (told !== undefined && told > now) return Math.max(told, earliest);
    this.#forgetPast(now);
    const turn = Math.max(earliest, Math.min(now + LONGEST_MS, this.#last + apart));
    this.#last = turn;
    this.#turns.set(person, turn);
    return turn;
  }

  #forgetPast(now: number): void {
    // Turns are told in rising order, so the oldest come first.
    for (const [person, turn] of this.#turns) {
      if (turn > now) return;
      this.#turns.delete(person);
    }
  }
}
