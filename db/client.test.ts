import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/scripts/testing/database";
import { openDatabase, setDatabase, write } from "./client";
import { openMigrated } from "./migrate";
import { saveSetting } from "./queries/sheets";

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
    await expect(openMigrated(test.file)).rejects.toThrow(/schema 3.*knows 2/);
  });

  it("F20 an old file migrates to the schema of a fresh one, with a copy beside it first", async () => {
    const schema = (open: { $client: { prepare(sql: string): { all(): unknown[] } } }) =>
      open.$client
        .prepare("select name, sql from sqlite_master where name not like 'sqlite_%' order by name")
        .all();
    const fresh = schema(test.open);
    for (const name of [
      "audit_events_no_update",
      "audit_events_no_delete",
      "rule_versions_no_update",
      "rule_versions_no_delete",
    ])
      test.open.$client.exec(`drop trigger ${name}`);
    test.open.$client.exec(
      "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
    );
    const again = await openMigrated(test.file);
    setDatabase(again);
    expect(schema(again)).toEqual(fresh);
    expect(
      openDatabase(`${test.file}.before-schema-2`).$client.pragma("integrity_check", { simple: true }),
    ).toBe("ok");
    again.$client.close();
    setDatabase(test.open);
  });

  it("F22 a foreign file is refused and kept", () => {
    const foreign = `${test.file}.foreign`;
    writeFileSync(foreign, "this is not a database, but somebody's notes ".repeat(40));
    expect(() => openDatabase(foreign)).toThrow();
  });
});
