// npm test: from a fresh clone to one line, "N passed, N failed". CI runs exactly this.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { build, install, requireNode, root, say } from "./prepare.mjs";

requireNode();
install();

const RESULTS = join(root, "test-results");
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

// A variable of this name would make the Smartsheet library use a real token for people without one.
delete process.env.SMARTSHEET_ACCESS_TOKEN;
delete process.env.SMARTSHEET_CLIENT_ID;
process.env.NEXT_TELEMETRY_DISABLED = "1";

let passed = 0;
let failed = 0;

function step(name, command, args, environment = {}) {
  say(`\n— ${name}`);
  const file = join(root, "node_modules", ".bin", command);
  const result = spawnSync(file, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return result.status === 0;
}

/** A check that is one thing: it counts as one. */
function check(name, command, args, environment) {
  const isFine = step(name, command, args, environment);
  if (isFine) passed += 1;
  else failed += 1;
  return isFine;
}

/** A runner that counts for itself; one that wrote no report failed as a whole. */
function suite(name, report, read, command, args, environment) {
  const isFine = step(name, command, args, environment);
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 1 };
  passed += counts.passed;
  failed += isFine || counts.failed > 0 ? counts.failed : 1;
}

check("Format and lint", "biome", ["ci", "."]);
check("Layers", "depcruise", [
  "--config",
  ".dependency-cruiser.cjs",
  "app",
  "components",
  "lib",
  "db",
  "sandbox",
]);
check("Route types", "next", ["typegen"]);
if (check("Types", "tsc", ["--noEmit"])) process.env.SHEETPASS_TYPES_CHECKED = "1";

const units = join(RESULTS, "units.json");
suite(
  "Unit tests",
  units,
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
  }),
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${units}`],
  { NODE_ENV: "test" },
);

say("\n— Production build");
build();
passed += 1;

function stories(name, files, environment = {}) {
  const report = join(RESULTS, `${name.toLowerCase().replaceAll(" ", "-")}.json`);
  suite(
    name,
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    "playwright",
    ["test", ...files],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      CHROMIUM: findChromium(),
      NODE_ENV: "production",
      ...environment,
    },
  );
}

stories("Stories in Chromium", []);
// The stories that touch Smartsheet most, once more with everything unverified about it turned the other way.
stories("Stories with Smartsheet turned", ["sign-in", "viewer-reads", "contract", "faults"], {
  SANDBOX_TURNED: "1",
});

say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
