import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { say } from "./prepare.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** A Chromium to run stories in: the machine's, one Playwright has, or Debian's package where we may install it. */
export function findChromium() {
  const own = process.env.CHROMIUM;
  const there = [own, ...PLACES, playwrights()].find((path) => path && existsSync(path));
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium (Debian package, once)…");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
      {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      },
    );
    if (existsSync(PLACES[0])) return PLACES[0];
  }
  say(
    "No Chromium was found. Install it (Debian: apt-get install chromium), or name one in the variable CHROMIUM.",
  );
  process.exit(1);
}

function playwrights() {
  try {
    return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
  } catch {
    return undefined;
  }
}
