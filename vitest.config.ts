import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Folders of pure functions and components: no database, no server, nothing a file could leave behind for the next. */
const PURE = "{components,lib/policy}/**/*.test.{ts,tsx}";

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // Its real form refuses to load outside a server bundle, which is its job and not what unit tests are about.
      "server-only": fileURLToPath(new URL("./scripts/testing/server-only.ts", import.meta.url)),
    },
  },
  test: {
    environment: "node",
    // A process for each file costs more than most files take.
    pool: "threads",
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: { LOG_LEVEL: "silent" },
    projects: [
      { extends: true, test: { name: "pure", include: [PURE], isolate: false } },
      {
        extends: true,
        test: {
          name: "units",
          include: ["{app,components,db,lib,sandbox,scripts}/**/*.test.{ts,tsx}"],
          exclude: [PURE, "**/node_modules/**"],
        },
      },
    ],
  },
});
