import "server-only";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type Database, openDatabase } from "./client";

const MIGRATIONS = { migrationsFolder: join(process.cwd(), "db", "migrations") };

/**
 * Brings the file to the newest schema, with a copy of the old one beside it first when there is anything to change.
 * Fails on a file that a newer version wrote.
 */
export async function openMigrated(file: string): Promise<Database> {
  const isNew = file === ":memory:" || !existsSync(file);
  const open = openDatabase(file);
  const known = readMigrationFiles(MIGRATIONS);
  const applied = appliedCount(open);
  if (applied > known.length) {
    open.$client.close();
    throw new Error(
      `The database ${file} was written by a newer version (schema ${applied}, this program knows ${known.length}). Install that version or restore an older backup.`,
    );
  }
  if (!isNew && applied > 0 && applied < known.length)
    await copyAside(open, `${file}.before-schema-${known.length}`);
  migrate(open, MIGRATIONS);
  return open;
}

function appliedCount(open: Database): number {
  const table = open.$client
    .prepare("select count(*) as found from sqlite_master where name = '__drizzle_migrations'")
    .get() as { found: number };
  if (table.found === 0) return 0;
  return (open.$client.prepare("select count(*) as n from __drizzle_migrations").get() as { n: number }).n;
}

async function copyAside(open: Database, target: string): Promise<void> {
  await open.$client.backup(`${target}.part`);
  await rename(`${target}.part`, target);
}
