import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { setDatabase } from "@/db/client";
import { openMigrated } from "@/db/migrate";
import { listOpenRules } from "@/db/queries/rules";
import { formatRules } from "@/lib/rules/file/format";
import { isOver, toStoredRule } from "@/lib/rules/file/stored";
import type { Options, Terminal } from "../sheetpass";
import { plainLine } from "./plain-line";
import { formatOf } from "./read-file";

/** Needs the database alone: no key, no settings, no network. */
export async function exportRules(
  file: string | null,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const database = (process.env.DATABASE_URL || "file:./data/sheetpass.db").replace(/^file:/, "");
  if (!existsSync(database)) {
    terminal.error(
      plainLine(`There is no database at ${database}. Start Sheetpass once, or set DATABASE_URL.`),
    );
    return 1;
  }
  const open = await openMigrated(database);
  setDatabase(open);
  try {
    const text = await exportText(formatOf(file, options), terminal.now);
    if (file === null) {
      terminal.out(text.trimEnd());
      return 0;
    }
    return writeNew(file, text, terminal);
  } finally {
    setDatabase(undefined);
    open.$client.close();
  }
}

export async function exportText(format: "yaml" | "json", now: Date): Promise<string> {
  const rules = (await listOpenRules()).map(toStoredRule);
  return formatRules(
    rules.filter((rule) => !isOver(rule, now.toISOString())),
    format,
  );
}

/** Somebody's edits may stand in the file. */
function writeNew(file: string, text: string, terminal: Terminal): number {
  try {
    writeFileSync(resolve(terminal.folder, file), text, { flag: "wx" });
    terminal.out(plainLine(`Written to ${file}.`));
    return 0;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("E")) throw cause;
    terminal.error(
      plainLine(
        code === "EEXIST"
          ? `${file} is there already. Name another file.`
          : `${file} cannot be written (${code}). Look at its folder.`,
      ),
    );
    return 1;
  }
}
