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
  // For imports of 2 MB, which escaping may double. `defineAction` keeps all other actions at 100 kB.
  experimental: { serverActions: { bodySizeLimit: "4500kb" } },
  // `npm test` has checked the types just before it builds, and does not wait for it twice.
  typescript: {
    tsconfigPath: "tsconfig.json",
    ignoreBuildErrors: process.env.SHEETPASS_TYPES_CHECKED === "1",
  },
};
