import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** Settings of the `.env` file; what is already in the environment wins. */
export function loadDotEnv(root) {
  const file = join(root, ".env");
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, "utf8"))))
    process.env[name] ??= value;
}
