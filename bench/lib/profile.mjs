import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The functions with the most time of their own in what `--cpu-prof-dir` left: `{ share, name }`, idle time left out. */
export function heaviest(folder, count = 5) {
  const own = new Map();
  let all = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
    for (const [at, id] of samples.entries()) {
      const { functionName, url, lineNumber } = byId.get(id);
      if (functionName === "(idle)") continue;
      const place = url ? ` ${url.split("/").slice(-2).join("/")}:${lineNumber + 1}` : "";
      const name = `${functionName || "(anonymous)"}${place}`;
      own.set(name, (own.get(name) ?? 0) + timeDeltas[at]);
      all += timeDeltas[at];
    }
  }
  return [...own]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([name, time]) => ({ share: time / all, name }));
}

export function printHeaviest(what, folder, count) {
  console.log(`  where the time of "${what}" goes:`);
  for (const { share, name } of heaviest(folder, count))
    console.log(`    ${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
}
