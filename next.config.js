import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Native or server-only packages that a bundle would break.
  serverExternalPackages: ["better-sqlite3", "smartsheet", "axios", "pino", "@node-rs/argon2"],
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  experimental: { serverActions: { bodySizeLimit: "100kb" } },
  typescript: { tsconfigPath: "tsconfig.json" },
};
