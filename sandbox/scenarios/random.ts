/** Seeded mulberry32: the same data at every start, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number, both ends included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  some<T>(items: readonly T[], low: number, high: number): T[];
  /** `YYYY-MM-DD`, counted in days from the given day. */
  day(from: string, low: number, high: number): string;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error("pick: nothing to pick from");
    return item;
  };
  const some = <T>(items: readonly T[], low: number, high: number): T[] => {
    const wanted = int(low, high);
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < wanted && left.length > 0) taken.push(...left.splice(int(0, left.length - 1), 1));
    return taken;
  };
  const day = (from: string, low: number, high: number) => addDays(from, int(low, high));
  return { next, int, pick, some, day, chance: (probability) => next() < probability };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
