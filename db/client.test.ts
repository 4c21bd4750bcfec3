import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/scripts/testing/database";
import { openDatabase, write } from "./client";
import { openMigrated } from "./migrate";
import { saveSetting } from "./queries/sheets";

/** A file as a version that knew only these migrations left it. */
function writeOldFile(file: string, migrations: ReturnType<typeof readMigrationFiles>): void {
  const open = openDatabase(file);
  open.$client.exec(
    "create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
  );
  const applied = open.$client.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)");
  for (const { sql, hash, folderMillis } of migrations) {
    for (const statement of sql) open.$client.exec(statement);
    applied.run(hash, folderMillis);
  }
  open.$client.close();
}

describe("the database", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  it("I25 is opened so that acknowledged means on disk", () => {
    const pragma = (name: string) => test.open.$client.pragma(name, { simple: true });
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2);
    expect(pragma("foreign_keys")).toBe(1);
    expect(pragma("busy_timeout")).toBe(5000);
    expect(pragma("trusted_schema")).toBe(0);
  });

  it("I24 two processes that read and then write lose nothing", async () => {
    await saveSetting("count", "0");
    const program = `
      import { database, setDatabase, write } from "@/db/client";
      import { openMigrated } from "@/db/migrate";
      setDatabase(await openMigrated(process.argv.at(-1)));
      for (let n = 0; n < 150; n++)
        write((tx) => {
          const [row] = tx.all("select value from settings where key = 'count'");
          tx.run("update settings set value = " + (Number(row.value ?? row[0]) + 1) + " where key = 'count'");
        });
    `;
    const file = `${test.file}.program.mts`;
    writeFileSync(file, program.replaceAll("@/", `${process.cwd()}/`));
    const run = () =>
      new Promise<number>((resolve) => {
        const child = spawn(
          process.execPath,
          ["--conditions=react-server", "--import", "tsx", file, test.file],
          { stdio: ["ignore", "ignore", "inherit"] },
        );
        child.once("exit", (code) => resolve(code ?? 1));
      });
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    expect(test.open.$client.prepare("select value from settings where key = 'count'").get()).toEqual({
      value: "300",
    });
  });

  it("takes nothing back that failed halfway", () => {
    expect(() =>
      write((tx) => {
        tx.run("insert into settings values ('half', 'done')");
        throw new Error("stopped");
      }),
    ).toThrow("stopped");
    expect(test.open.$client.prepare("select count(*) as n from settings").get()).toEqual({ n: 0 });
  });

  it("F20 a file of a newer version is refused, with both versions named", async () => {
    test.open.$client.exec(
      "insert into __drizzle_migrations (hash, created_at) values ('future', 9999999999999)",
    );
    const known = readMigrationFiles({ migrationsFolder: "db/migrations" }).length;
    await expect(openMigrated(test.file)).rejects.toThrow(
      new RegExp(`schema ${known + 1}.*knows ${known}\\b`),
    );
  });

  it("F20 a file of any older schema migrates to that of a fresh one, with a copy beside it first", async () => {
    const schema = (open: { $client: { prepare(sql: string): { all(): unknown[] } } }) =>
      open.$client
        .prepare(
          "select name, sql from sqlite_master where name not like 'sqlite_%' and name <> '__drizzle_migrations' order by name",
        )
        .all();
    const fresh = schema(test.open);
    const migrations = readMigrationFiles({ migrationsFolder: "db/migrations" });
    for (let old = 1; old < migrations.length; old++) {
      const file = `${test.file}.old-${old}`;
      writeOldFile(file, migrations.slice(0, old));
      const again = await openMigrated(file);
      expect(schema(again)).toEqual(fresh);
      again.$client.close();
      const copy = openDatabase(`${file}.before-schema-${migrations.length}`);
      expect(copy.$client.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(schema(copy).length).toBeLessThan(fresh.length);
      copy.$client.close();
    }
  });

  it("F22 a foreign file is refused and kept", () => {
    const foreign = `${test.file}.foreign`;
    writeFileSync(foreign, "this is not a database, but somebody's notes ".repeat(40));
    expect(() => openDatabase(foreign)).toThrow();
  });
});
