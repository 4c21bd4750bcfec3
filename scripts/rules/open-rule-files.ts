import { existsSync } from "node:fs";
import { setDatabase } from "@/db/client";
import { openMigrated } from "@/db/migrate";
import { checkKey } from "@/lib/boot";
import { env } from "@/lib/env";
import type { RuleFileService } from "@/lib/rules/file/service";
import { services } from "@/lib/services";

/**
 * The program's own services on its own database, which the running program may have open as well.
 * Fails with a plain sentence where settings are missing or the key does not fit.
 */
export async function openRuleFiles(): Promise<RuleFileService> {
  const { databaseFile } = env();
  if (!existsSync(databaseFile))
    throw new Error(`There is no database at ${databaseFile}. Start Sheetpass once, or set DATABASE_URL.`);
  setDatabase(await openMigrated(databaseFile));
  const { vault, ruleFiles } = services();
  await checkKey(vault);
  return ruleFiles;
}
