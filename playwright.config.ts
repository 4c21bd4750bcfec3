import { defineConfig } from "@playwright/test";

/** Stories run on the production build, each worker with a server, a sandbox and a database of its own. */
export default defineConfig({
  testDir: "e2e",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // Shared machines stall now and then; what fails twice is broken.
  retries: 1,
  forbidOnly: true,
  outputDir: "test-results/stories",
  reporter: [["list"], ["json"]],
  use: {
    viewport: { width: 1280, height: 760 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
