import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // Its real form refuses to load outside a server bundle, which is its job and not what unit tests are about.
      "server-only": fileURLToPath(new URL("./scripts/testing/server-only.ts", import.meta.url)),
    },
  },
  test: {
    include: ["{app,components,db,lib,sandbox,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: { LOG_LEVEL: "silent" },
  },
});
