// What both commands need before anything else: a Node that is new enough, installed packages, an up-to-date build.
// Plain Node without packages, because on a fresh clone there are none yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(root, "node_modules", ".sheetpass");
const WORKER = join(root, "build", "decode-worker.mjs");
const SOURCES = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Sheetpass needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs exactly what the lockfile says, once per lockfile. Build tools too, whatever NODE_ENV says. */
export function install() {
  const wanted = hash([join(root, "package-lock.json")]);
  if (stamp("install") === wanted && existsSync(join(root, "node_modules", "next"))) return;
  say("Installing packages (once, a few minutes)…");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    NODE_ENV: "development",
  });
  setStamp("install", wanted);
}

/** Builds the app when its sources changed since the last build. */
export function build() {
  const wanted = hash(SOURCES.flatMap((name) => filesOf(join(root, name))));
  if (stamp("build") === wanted && existsSync(join(root, ".next", "BUILD_ID")) && existsSync(WORKER)) return;
  say("Building the app (once, about a minute)…");
  run(process.execPath, [join(root, "node_modules", "next", "dist", "bin", "next"), "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  dropSourceMaps();
  buildWorker();
  setStamp("build", wanted);
}

/** Maps are off, but for a worker in the page the bundler writes an empty one all the same. */
function dropSourceMaps() {
  const folder = join(root, ".next", "static");
  for (const file of filesOf(folder)) if (file.endsWith(".map")) rmSync(file);
}

/** What decodes large sheets beside the server. */
export function buildWorker() {
  run(process.execPath, [join(root, "scripts", "build-worker.mjs")]);
}

export function run(command, args, environment = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (result.status === 0) return;
  say(`${[command, ...args].join(" ")} failed.`);
  process.exit(result.status ?? 1);
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.(test|spec)\.tsx?$/.test(file))
    .sort();
}

function hash(files) {
  const sum = createHash("sha256");
  for (const file of files)
    sum.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return sum.digest("hex");
}

function stamp(name) {
  const file = join(STAMPS, name);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function setStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), value);
}
