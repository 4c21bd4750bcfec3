// npm run sandbox: the sandbox as one file. Loading its few hundred small modules one by one takes longer than a second.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./prepare.mjs";

const SANDBOX = join(root, "sandbox");
const CACHE = join(root, "node_modules", ".cache", "sheetpass");

const file = join(CACHE, `sandbox-${fingerprint()}.mjs`);
if (!existsSync(file)) await bundleTo(file);
await import(pathToFileURL(file).href);

/** Of every source file: any change makes a new bundle. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const name of readdirSync(SANDBOX, { recursive: true }).sort()) {
    if (!/\.(ts|json)$/.test(name)) continue;
    const { mtimeMs, size } = statSync(join(SANDBOX, name));
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

async function bundleTo(target) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(SANDBOX, "main.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    plugins: [{ name: "where-they-are", setup: keepPlaces }],
    write: false,
    absWorkingDir: root,
    tsconfigRaw: {},
  });
  // Several may start at once: whoever is last puts the same file in the same place.
  mkdirSync(CACHE, { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, outputFiles[0].contents);
  renameSync(unfinished, target);
}

/** Modules look for their data beside themselves; in one file they would all be somewhere else. */
function keepPlaces(bundler) {
  bundler.onLoad({ filter: /[\\/]sandbox[\\/].*\.ts$/ }, ({ path }) => {
    const here = JSON.stringify(pathToFileURL(path).href);
    return { contents: readFileSync(path, "utf8").replaceAll("import.meta.url", here), loader: "ts" };
  });
}
