// npm run verify:mutation [-- --mutate lib/policy/decide.ts]: changes lib/policy in thousands of small ways, one at a
// time, and counts how many of them the tests notice. Prints the score; the exit code is 1 below 90 %.
// MUTATION_WORKERS: how many to try at once, 1 where not given; the first run takes one of them about an hour. What was
// found is kept, so the next is short. Whatever stands behind "--" goes to Stryker; --force tries everything anew.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, say } from "./prepare.mjs";

const LEAST = 90;
const CACHE = join(root, "node_modules", ".cache", "stryker");
const REPORT = join(CACHE, "report.json");

forgetWhatIsOld();
rmSync(REPORT, { force: true });
const stryker = join(root, "node_modules", ".bin", "stryker");
const { status } = spawnSync(stryker, ["run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
if (!existsSync(REPORT)) {
  say("Mutation testing broke off before it had a score.");
  process.exit(status || 1);
}

/** Noticed: a test failed, or never ended. Mutants that a comment sets aside count neither way. */
const mutants = Object.values(JSON.parse(readFileSync(REPORT, "utf8")).files).flatMap((file) => file.mutants);
const noticed = count("Killed", "Timeout");
const missed = count("Survived", "NoCoverage");
const score = noticed + missed === 0 ? 0 : (100 * noticed) / (noticed + missed);
say(
  `Mutation score ${score.toFixed(2)} %: ${noticed} noticed, ${missed} missed; at least ${LEAST} % wanted.`,
);
process.exit(score >= LEAST ? 0 : 1);

function count(...statuses) {
  return mutants.filter((mutant) => statuses.includes(mutant.status)).length;
}

/** Stryker sees when a source or a test changes, but not what the tests read: then all it found before is thrown away. */
function forgetWhatIsOld() {
  const policy = join(root, "lib", "policy");
  const read = readdirSync(policy, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:test-helper\.ts|json)$/.test(name))
    .sort()
    .map((name) => join(policy, name));
  const sum = createHash("sha256");
  for (const file of [...read, join(root, "vitest.mutation.config.ts")]) sum.update(readFileSync(file));
  const [stamp, wanted] = [join(CACHE, "inputs"), sum.digest("hex")];
  mkdirSync(CACHE, { recursive: true });
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(join(CACHE, "incremental.json"), { force: true });
  writeFileSync(stamp, wanted);
}
