import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, setDatabase } from "@/db/client";
import { openMigrated } from "@/db/migrate";

/** A migrated database file of its own for one test: real SQLite, same settings as in production. */
export async function openTestDatabase(): Promise<{ open: Database; file: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "sheetpass-test-"));
  const file = join(folder, "test.db");
  const open = await openMigrated(file);
  setDatabase(open);
  return {
    open,
    file,
    close() {
      setDatabase(undefined);
      open.$client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
