import { existsSync, statSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { saveSetting } from "@/db/queries/sheets";
import { backUp } from "./backup";
import { openTestDatabase } from "./testing/database";

describe("a backup", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  it("holds what was committed while the program runs, whole and readable by its owner only", async () => {
    await saveSetting("mark", "still in the write-ahead log");
    const copy = `${test.file}.copy`;
    await backUp(test.file, copy);
    const opened = new BetterSqlite(copy, { readonly: true });
    expect(opened.prepare("select value from settings where key = 'mark'").get()).toEqual({
      value: "still in the write-ahead log",
    });
    opened.close();
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(existsSync(`${copy}.part`)).toBe(false);
  });

  it("overwrites nothing and makes nothing up", async () => {
    await backUp(test.file, `${test.file}.copy`);
    await expect(backUp(test.file, `${test.file}.copy`)).rejects.toThrow(/there already/);
    await expect(backUp(`${test.file}.none`, `${test.file}.other`)).rejects.toThrow(/no database/);
  });
});
