import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const RANDOM = /\/(?:agreement|isolation|laws|sheets-for|theorems)\.test\.ts$/;

/** A mutant is dead at the first test that fails, so the quick ones go first. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => Number(RANDOM.test(moduleId));
    return files.sort((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** For `npm run verify:mutation` only: the tests of lib/policy, run anew for every mutant. */
export default defineConfig({
  test: {
    include: ["lib/policy/**/*.test.ts"],
    // Asks Cedar what the second decider is asked too, and takes a third of the time of all tests together.
    exclude: ["lib/policy/cedar.test.ts"],
    environment: "node",
    testTimeout: 60_000,
    // One load of the modules for all files: nothing in lib/policy keeps state that a test could find.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    env: { RANDOM_CASES_DIVISOR: "50" },
  },
});
