import "server-only";
import { randomUUID } from "node:crypto";
import { isDatabaseOpen, setDatabase } from "@/db/client";
import { openMigrated } from "@/db/migrate";
import { deleteExpiredSessions } from "@/db/queries/people";
import { findSetting, saveSetting } from "@/db/queries/sheets";
import { env } from "./env";
import { startNightly } from "./health/nightly";
import { log } from "./log";
import { Secret } from "./secret";
import { services } from "./services";
import type { Vault } from "./vault/vault";

const KEY_CHECK = { table: "settings", row: "key_check", column: "value" };
const KEY_CHECK_TEXT = "sheetpass key check";

/** Everything before the first request. Fails with a plain sentence; a start that cannot work must not serve. */
export async function boot(): Promise<void> {
  const settings = env();
  if (!isDatabaseOpen()) setDatabase(await openMigrated(settings.databaseFile));
  const { vault, connections, clock, health, broker, live } = services();
  // The last thing a process does, after requests are drained: its quota is known to the call at the next start (F25).
  process.once("exit", () => void broker.flush());
  // Open pages never end by themselves; a server that stops would wait for them until it is killed (F25).
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => live.closeAll());
  await checkKey(vault);
  await deleteExpiredSessions(clock.now().toISOString());
  if (settings.smartsheet.adminToken)
    await connections.ensureFirst(settings.smartsheet.adminToken, randomUUID());
  startNightly(health);
  log.info({ address: settings.baseUrl, demo: settings.isDemo }, "ready");
}

/** Refuses a key that does not open what this database holds (T18): going on would lose every sealed token. */
export async function checkKey(vault: Vault): Promise<void> {
  const stored = await findSetting(KEY_CHECK.row);
  if (stored === null) return saveSetting(KEY_CHECK.row, vault.seal(new Secret(KEY_CHECK_TEXT), KEY_CHECK));
  try {
    if (vault.open(stored, KEY_CHECK).reveal() === KEY_CHECK_TEXT) return;
  } catch (cause) {
    throw new Error(
      "MASTER_KEY does not fit this database. Start with the key it was made with, or add that key to MASTER_KEYS_OLD.",
      { cause },
    );
  }
  throw new Error("The key check value of this database was changed. Restore a backup.");
}

/** Says in one sentence why it cannot start, and ends: a program that half works would be worse. */
export async function bootOrExit(): Promise<void> {
  try {
    await boot();
  } catch (cause) {
    process.stderr.write(`\n${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exit(1);
  }
}
