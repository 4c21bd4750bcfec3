import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const secrets = z.object({ nextAuthSecret: z.string().min(32), masterKey: z.string().min(44) });
export type DemoSecrets = z.infer<typeof secrets>;

/**
 * The demo's own secrets, made once beside the database and kept (mode 0600), so that a newcomer sets nothing and a
 * second start still opens what the first one sealed.
 */
export function loadDemoSecrets(databaseFile: string): DemoSecrets {
  const file = join(databaseFile === ":memory:" ? "data" : dirname(databaseFile), "demo-secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const made = {
      nextAuthSecret: randomBytes(32).toString("base64"),
      masterKey: randomBytes(32).toString("base64"),
    };
    try {
      // "wx": of two processes that start together one makes the file, the other reads it.
      writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: "wx" });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
  return secrets.parse(JSON.parse(readFileSync(file, "utf8")));
}
