import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./processes.mjs";

/**
 * Our own code as one file, as production runs it: a loader that translates file by file adds a call to every function.
 * `name`: of a file in this folder. Answers where the bundle is.
 */
export async function bundle(name) {
  const outfile = join(root, "bench", ".built", `${name}.mjs`);
  await build({
    entryPoints: [join(root, "bench", "lib", `${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    // Only a bundler's server side resolves it; here everything is the server.
    alias: { "server-only": join(root, "bench", "lib", "nothing.mjs") },
    platform: "node",
    target: "node20",
    format: "esm",
    tsconfig: join(root, "tsconfig.json"),
    sourcemap: "inline",
    logLevel: "error",
  });
  return outfile;
}
