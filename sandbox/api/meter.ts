/** Calls per token in a sliding minute. Refused calls do not count. */
export class Meter {
  #calls = new Map<string, { at: number; cost: number }[]>();

  /** `limit` 0 switches it off. */
  constructor(
    private readonly limit: number,
    private readonly clock: () => number,
  ) {}

  admits(token: string, cost = 1): boolean {
    if (this.limit === 0) return true;
    const now = this.clock();
    const recent = (this.#calls.get(token) ?? []).filter((call) => call.at > now - 60_000);
    const used = recent.reduce((sum, call) => sum + call.cost, 0);
    const admitted = used + cost <= this.limit;
    if (admitted) recent.push({ at: now, cost });
    this.#calls.set(token, recent);
    return admitted;
  }

  clear(): void {
    this.#calls.clear();
  }
}
