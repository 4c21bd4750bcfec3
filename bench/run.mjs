// npm run bench [name…]: every benchmark in this folder, or those named; a table, and the same as JSON in bench/results.json.
import { readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".bench.mjs"))
  .map((file) => file.slice(0, -".bench.mjs".length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.length === 0) {
  console.error(`There is no benchmark called ${wanted.join(", ")}.`);
  process.exit(2);
}

const results = [];
for (const name of names) {
  console.log(`\n${name}`);
  const { default: bench } = await import(`./${name}.bench.mjs`);
  for await (const { what, unit, values, goal } of bench()) {
    const sorted = [...values].sort((a, b) => a - b);
    const result = {
      bench: name,
      what,
      unit,
      median: sorted[Math.floor(sorted.length / 2)],
      min: sorted[0],
      max: sorted.at(-1),
      runs: sorted.length,
      goal,
    };
    results.push(result);
    console.log(line(result));
  }
}

const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
writeFileSync(
  new URL("results.json", import.meta.url),
  `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`,
);

function line({ what, unit, median, min, max, runs, goal }) {
  const spread = runs > 1 ? `(${number(min)}–${number(max)}, ${runs} runs)` : "";
  return `  ${what.padEnd(58)} ${`${number(median)} ${unit}`.padStart(14)}  ${spread.padEnd(28)} ${goal ?? ""}`;
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}
