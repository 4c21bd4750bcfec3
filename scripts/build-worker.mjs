// The worker that decodes large sheets, as one file of plain JavaScript: Next bundles no worker threads for its server.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

export const DECODE_WORKER = join(root, "build", "decode-worker.mjs");

export async function buildWorker() {
  await build({
    entryPoints: [join(root, "lib", "snapshots", "decode-worker.ts")],
    outfile: DECODE_WORKER,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "error",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorker();
