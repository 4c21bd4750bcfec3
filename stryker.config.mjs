import { tmpdir } from "node:os";
import { join } from "node:path";

const CACHE = "node_modules/.cache/stryker";

/**
 * Mutation testing of the decision core; `npm run verify:mutation` runs it. Everything it writes lies under
 * node_modules/.cache or in the system's folder for passing files.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: ["lib/policy/**/*.ts", "!lib/policy/**/*.test.ts", "!lib/policy/**/*.test-helper.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: Number(process.env.MUTATION_WORKERS ?? "1"),
  timeoutMS: 20_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 15,
  incremental: true,
  incrementalFile: `${CACHE}/incremental.json`,
  // Not below node_modules: vitest would take the copied sources for packages and not compile them.
  tempDirName: join(tmpdir(), "sheetpass-mutation"),
  ignorePatterns: [
    "/*",
    "!/lib",
    "/lib/*",
    "!/lib/policy",
    "!/package.json",
    "!/tsconfig.json",
    "!/vitest.mutation.config.ts",
  ],
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `${CACHE}/report.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
