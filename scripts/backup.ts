// npm run backup -- FILE: a whole, checked copy of the database while the program runs. The live file is never copied
// by hand: what stands in its write-ahead log would be missing.
import { chmodSync, existsSync, renameSync } from "node:fs";
import { pathToFileURL } from "node:url";
import BetterSqlite from "better-sqlite3";

export async function backUp(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new Error(`There is no database at ${from}.`);
  if (existsSync(to)) throw new Error(`${to} is there already. Name another file.`);
  const source = new BetterSqlite(from, { readonly: true, fileMustExist: true });
  await source.backup(`${to}.part`);
  source.close();
  const copy = new BetterSqlite(`${to}.part`);
  // The copy stands alone: no log file beside it that could be left behind.
  copy.pragma("journal_mode = DELETE");
  const found = copy.pragma("integrity_check", { simple: true });
  copy.close();
  if (found !== "ok") throw new Error(`The copy is damaged (${String(found)}); nothing was kept as ${to}.`);
  chmodSync(`${to}.part`, 0o600);
  renameSync(`${to}.part`, to);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [to] = process.argv.slice(2);
  const from = (process.env.DATABASE_URL ?? "file:./data/sheetpass.db").replace(/^file:/, "");
  if (!to) {
    console.log("Usage: npm run backup -- FILE");
    process.exit(2);
  }
  backUp(from, to).then(
    () =>
      console.log(
        `Backed up to ${to}. Keep MASTER_KEY with it, apart from it: one is no use without the other.`,
      ),
    (cause: Error) => {
      console.log(cause.message);
      process.exit(1);
    },
  );
}
