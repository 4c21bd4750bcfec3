import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/columnar/read-table";
import { type SheetMeta, sheetOf } from "@/lib/columnar/source-sheet";
import type { ColumnId, SheetId } from "@/lib/policy/ids";
import { openJson } from "./json";
import { parseSheet as parseTable } from "./sheet-parse";
import { WIRE_SHEET_ID, wireSheet } from "./testing/wire-sheet";

async function parseSheet(...asked: Parameters<typeof parseTable>) {
  return sheetOf(readTable<SheetMeta>(await parseTable(...asked)));
}

const sheetId = WIRE_SHEET_ID as SheetId;

function parse(change: Record<string, unknown> = {}) {
  const document = { root: wireSheet(change), pieces: null, hasLargeIntegers: false };
  return parseSheet(document, { sheetId }, "2026-11-24T08:00:00.000Z");
}

function row(id: unknown, rowNumber: unknown, more: object = {}) {
  return { id, rowNumber, cells: [], ...more };
}

describe("a sheet's structure", () => {
  it.each<[string, Record<string, unknown>]>([
    ["another sheet's id", { id: 5 }],
    ["no name", { name: undefined }],
    ["no version", { version: "7" }],
    ["no columns", { columns: null }],
    ["a column without an id", { columns: [{ index: 0, title: "A", type: "TEXT_NUMBER" }] }],
    ["one column twice", { columns: [wireColumn(101), wireColumn(101)] }],
    ["no rows", { rows: undefined }],
    ["rows that are no list", { rows: {} }],
    ["a row that is null", { rows: [null] }],
    ["a row without an id", { rows: [row(undefined, 1)] }],
    ["a rounded id", { rows: [row(9007199254740994, 1)] }],
    ["a fraction as an id", { rows: [row(1.5, 1)] }],
    ["no row number", { rows: [row(1, undefined)] }],
    ["cells that are no list", { rows: [row(1, 1, { cells: "x" })] }],
    ["a cell of no column", { rows: [row(1, 1, { cells: [{ columnId: 999, value: 1 }] })] }],
    ["a parent that is absent", { rows: [row(1, 1), row(2, 2, { parentId: 3 })] }],
    ["a parent below its child", { rows: [row(1, 1, { parentId: 2 }), row(2, 2)] }],
    ["a row that is its own parent", { rows: [row(1, 1, { parentId: 1 }), row(2, 2)] }],
    ["fewer rows than announced", { totalRowCount: 3 }],
  ])("F06 refuses %s", async (_, change) => {
    await expect(parse(change)).rejects.toThrow(/cannot be read/);
  });

  it("F08 takes a row sent twice once", async () => {
    const sheet = await parse({ rows: [row(1, 1), row(2, 2), row(1, 1)], totalRowCount: 2 });
    expect(sheet.rows.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("I13 drops columns that came without being asked for, all of them for an empty list", async () => {
    const document = { root: wireSheet(), pieces: null, hasLargeIntegers: false };
    const one = await parseSheet(document, { sheetId, columnIds: ["101" as ColumnId] }, "now");
    expect(one.columns.map(({ id }) => id)).toEqual(["101"]);
    expect(one.rows.flatMap(({ cells }) => Object.keys(cells))).toEqual(["101", "101"]);
    const none = await parseSheet(document, { sheetId, columnIds: [] }, "now");
    expect([none.columns, none.rows.map(({ cells }) => cells)]).toEqual([[], [{}, {}]]);
  });

  it("puts rows and columns in order, and keeps columns hidden in Smartsheet", async () => {
    const sheet = await parse({
      rows: [row(2, 2), row(1, 1)],
      columns: [wireColumn(5, { index: 1, hidden: true }), wireColumn(6, { index: 0, type: "HOLOGRAM" })],
    });
    expect(sheet.rows.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(sheet.columns.map(({ id, type }) => [id, type])).toEqual([
      ["6", "TEXT_NUMBER"],
      ["5", "TEXT_NUMBER"],
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/hidden|contactOptions|ada@/);
  });
});

function wireColumn(id: number, change: object = {}) {
  return {
    id,
    index: 0,
    title: "A",
    type: "TEXT_NUMBER",
    contactOptions: [{ email: "ada@acme.test" }],
    ...change,
  };
}

describe("a large sheet", () => {
  const columnIds = Array.from({ length: 25 }, (_, index) => 4123456789012300 + index);

  function largeBody(rows: number): string {
    const columns = columnIds.map((id, index) => ({ id, index, title: `C${index}`, type: "TEXT_NUMBER" }));
    const lines = Array.from({ length: rows }, (_, at) => {
      const cells = columnIds.map((columnId, index) => {
        const value = `r${at} c${index} ] } " \\ ,"rows":[`;
        return { columnId, value, displayValue: value, objectValue: value };
      });
      return JSON.stringify({ id: 7123456789000000 + at, rowNumber: at + 1, cells });
    });
    const head = { id: Number(WIRE_SHEET_ID), name: 'rows":[', version: 1, totalRowCount: rows, columns };
    return `${JSON.stringify(head).slice(0, -1)}, "rows" : [${lines.join(",\n")} ] , "after":{"rows":[1]}}`;
  }

  it("F09 comes out whole, and other work gets many turns meanwhile", async () => {
    const rows = 6_000;
    const bytes = Buffer.from(largeBody(rows));
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const sheet = await parseSheet(await openJson(bytes), { sheetId }, "now");
    clearInterval(timer);
    expect(sheet.rows).toHaveLength(rows);
    for (const { cells } of sheet.rows) expect(columnIds.every((id) => cells[String(id)])).toBe(true);
    expect(sheet.rows[rows - 1]?.cells[String(columnIds[24])]?.value).toBe('r5999 c24 ] } " \\ ,"rows":[');
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("F06 is refused when broken anywhere", async () => {
    const body = largeBody(2_000);
    const middle = body.indexOf("r1500 c3");
    const broken = [
      body.slice(0, -1),
      body.slice(0, middle),
      `${body.slice(0, middle)}"${body.slice(middle)}`,
      body.replace(" ] ,", ", ] ,"),
      body.replace(",\n", ",,\n"),
      body.replace(",\n", "\n"),
      body.replace(' ] , "after"', ' } , "after"'),
      `${body}x`,
    ];
    for (const text of broken) {
      const read = async () => parseSheet(await openJson(Buffer.from(text)), { sheetId }, "now");
      await expect(read()).rejects.toThrow();
    }
  });
});
