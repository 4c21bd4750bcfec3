/**
 * 1, unless somebody runs the tests many times over: mutation testing does so once for each mutant, and sets this in
 * `vitest.mutation.config.ts`. Read here and nowhere else.
 */
const DIVISOR = Number(process.env.RANDOM_CASES_DIVISOR ?? "1");

/** How many of `count` random cases to run: all of them, or one in so many. */
export function randomCases(count: number): number {
  return Math.ceil(count / DIVISOR);
}

/** The same for fast-check. With fewer cases each run has to be like the one before, or chance would kill mutants. */
export function randomRuns(count: number): { numRuns: number; seed?: number; endOnFailure?: boolean } {
  const numRuns = randomCases(count);
  return DIVISOR === 1 ? { numRuns } : { numRuns, seed: 1, endOnFailure: true };
}
