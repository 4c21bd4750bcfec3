// npm run verify:policy [count]: that many random worlds, each decided by the engine, by its index and by the second,
// naive decider of the tests. Ends with "N passed, N failed"; the exit code is 1 where anything failed. A world is made
// anew from its number, so `npm run verify:policy 1 --from N` shows one again.
import { parseArgs } from "node:util";
import { disagreement } from "@/lib/policy/agreement.test-helper";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { from: { type: "string" } } });
const count = wholeNumber(positionals[0] ?? "1000000");
const from = wholeNumber(values.from ?? "1");
const SHOWN = 5;

let failed = 0;
for (let seed = from; seed < from + count; seed++) {
  const found = disagreement(seed);
  if (found !== null) {
    failed += 1;
    if (failed <= SHOWN) console.log(`world ${seed}: ${JSON.stringify(found, null, 2)}`);
  }
  const done = seed - from + 1;
  if (done % 100_000 === 0 && done < count) console.log(`${done} of ${count}`);
}
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.error(`"${text}" is no number of worlds.`);
  process.exit(2);
}
