import "server-only";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as access from "./schema/access";
import * as people from "./schema/people";
import * as policy from "./schema/policy";
import * as records from "./schema/records";

const schema = { ...people, ...access, ...policy, ...records };

export type Database = BetterSQLite3Database<typeof schema> & { $client: BetterSqlite.Database };
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Oldest SQLite the driver may carry; older ones lose data in rare WAL races (SECURITY-GOALS §2). */
const SQLITE_FLOOR = [3, 51, 3] as const;

/**
 * Opens the database file with the settings every connection needs. Fails when the driver's SQLite is too old or the
 * file is damaged; it never makes a damaged file anew.
 */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const client = new BetterSqlite(file);
  client.pragma("journal_mode = WAL");
  // Acknowledged means on disk (I25).
  client.pragma("synchronous = FULL");
  client.pragma("busy_timeout = 5000");
  client.pragma("foreign_keys = ON");
  client.pragma("trusted_schema = OFF");
  refuseOldSqlite(client);
  refuseDamage(client, file);
  return drizzle(client, { schema }) as Database;
}

function refuseOldSqlite(client: BetterSqlite.Database): void {
  const { version } = client.prepare("select sqlite_version() as version").get() as { version: string };
  const have = version.split(".").map(Number);
  for (const [place, least] of SQLITE_FLOOR.entries()) {
    const part = have[place] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(`SQLite ${version} is older than ${SQLITE_FLOOR.join(".")}. Update better-sqlite3.`);
  }
}

function refuseDamage(client: BetterSqlite.Database, file: string): void {
  const found = client.pragma("quick_check", { simple: true });
  if (found !== "ok")
    throw new Error(
      `The database ${file} is damaged (${String(found)}). Keep the file and restore a backup.`,
    );
}

// Next builds several bundles that may each hold a copy of this module; the file must be opened once for all of them.
const SLOT = Symbol.for("sheetpass.database");
const slots = globalThis as unknown as Record<symbol, Database | undefined>;

/** The open database of this process. `lib/boot` opens it before the first request; tests put their own in. */
export function database(): Database {
  const open = slots[SLOT];
  if (!open) throw new Error("The database is not open yet.");
  return open;
}

export function setDatabase(open: Database | undefined): void {
  slots[SLOT] = open;
}

export function isDatabaseOpen(): boolean {
  return slots[SLOT] !== undefined;
}

/**
 * A transaction that takes the write lock before it reads (I24). The callback is synchronous: an awaited step would
 * run after the commit.
 */
export function write<T>(run: (tx: Transaction) => T): T {
  return database().transaction(run, { behavior: "immediate" });
}
