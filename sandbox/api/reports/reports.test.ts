import { createClient } from "smartsheet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Scenario } from "../../scenarios/types";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "../tree/small-world.test-helper";

let sandbox: TestSandbox;
const now = Date.parse("2026-11-24T09:00:00Z");
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0, scenario: smallWorld(), clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

type Wire = Record<string, unknown>;
const list = (value: unknown) => value as Wire[];
const path = (tail = "") => `/reports/${sandbox.store.reports[0]?.id}${tail}`;
const roof = () => sandbox.store.sheetByKey("roof");
const cellar = () => sandbox.store.sheetByKey("cellar");

/** `[row][title]` → value. */
function table(body: Wire): Wire[] {
  const titles = new Map(list(body.columns).map(({ virtualId, title }) => [virtualId, String(title)]));
  return list(body.rows).map((row) =>
    Object.fromEntries(list(row.cells).map((cell) => [titles.get(cell.virtualColumnId), cell.value])),
  );
}

describe("the list of reports", () => {
  it("holds those shared with the person, on their own or by their workspace", async () => {
    for (const email of ["sam@acme.test", "vik@acme.test"])
      expect((await sandbox.get("/reports", email)).body).toMatchObject({
        totalCount: 1,
        data: [{ name: "Open work", accessLevel: "VIEWER", isSummaryReport: false }],
      });
    expect((await sandbox.get("/reports", "eve@outside.test")).body.totalCount).toBe(0);
    expect((await sandbox.get("/reports?modifiedSince=2026-11-22", "vik@acme.test")).body.totalCount).toBe(0);
  });
});

describe("a report", () => {
  it("shows the rows that fit, of all its sheets, sorted", async () => {
    const { body } = await sandbox.get(path(), "vik@acme.test");
    expect(body).toMatchObject({ name: "Open work", totalRowCount: 3, accessLevel: "VIEWER" });
    expect(table(body)).toEqual([
      { "Sheet Name": "Roof", Task: "Chimney", Hours: 20, Due: "2026-11-01" },
      { "Sheet Name": "Roof", Task: "Tiles", Hours: 12, Due: "2026-11-30" },
      { "Sheet Name": "Cellar", Task: "Drain", Hours: 8, Due: undefined },
    ]);
  });

  it("names columns by virtual ids, and where cells and rows come from", async () => {
    const { body } = await sandbox.get(path(), "vik@acme.test");
    const [sheetName, task] = list(body.columns);
    expect(sheetName).toMatchObject({ virtualId: expect.any(Number), index: 0, sheetNameColumn: true });
    expect(sheetName).not.toHaveProperty("id");
    expect(task).toMatchObject({ title: "Task", type: "TEXT_NUMBER", index: 1 });
    const [first, , last] = list(body.rows);
    expect(first).toMatchObject({ sheetId: roof()?.id, rowNumber: 1, accessLevel: "VIEWER" });
    expect(first).not.toHaveProperty("siblingId");
    expect(list(first?.cells)[1]).toMatchObject({
      virtualColumnId: task?.virtualId,
      columnId: roof()?.columnId("Task"),
      displayValue: "Chimney",
    });
    expect(list(first?.cells)[0]).not.toHaveProperty("columnId");
    // Its sheet calls the column something else, and has no due dates at all.
    expect(list(last?.cells)[1]).toMatchObject({ columnId: cellar()?.columnId("Job") });
    expect(Object.keys(list(last?.cells)[3] ?? {})).toEqual(["virtualColumnId"]);
  });

  it("shows its rows to whoever it is shared with, and what its sheets hold else to nobody", async () => {
    expect((await sandbox.get(`/sheets/${cellar()?.id}`, "sam@acme.test")).status).toBe(404);
    const { body } = await sandbox.get(path("?include=sourceSheets,scope"), "sam@acme.test");
    expect(table(body)).toHaveLength(3);
    expect(body.scope).toEqual({ sheets: [{ id: roof()?.id }], workspaces: [] });
    const [own, other] = list(body.sourceSheets);
    expect(own).toMatchObject({ name: "Roof", accessLevel: "EDITOR", columns: expect.any(Array) });
    expect(other).toEqual({ id: cellar()?.id, name: "Cellar" });
    expect(body).not.toHaveProperty("workspace");
    expect((await sandbox.get(path(), "eve@outside.test")).status).toBe(404);
  });

  it("is live", async () => {
    const sheet = roof();
    const row = sheet?.rows[1];
    const column = sheet?.columnTitled("Status");
    if (!sheet || !row || !column) throw new Error("the sheet has changed");
    sheet.setCell(row, column, { value: "Open" }, sheet.owner, now);
    expect(table((await sandbox.get(path(), "vik@acme.test")).body)).toHaveLength(4);
    sandbox.store.sheets = sandbox.store.sheets.filter((other) => other !== sheet);
    expect(table((await sandbox.get(path(), "vik@acme.test")).body)).toEqual([
      expect.objectContaining({ Task: "Drain" }),
    ]);
  });

  it("pages its rows, 100 at a time by default", async () => {
    const page = async (query: string) => (await sandbox.get(path(query), "vik@acme.test")).body;
    const second = await page("?pageSize=2&page=2");
    expect(second.totalRowCount).toBe(3);
    expect(list(second.rows).map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect(list((await page("?pageSize=2&page=9")).rows)).toHaveLength(1);
    expect((await page("?pageSize=0")).errorCode).toBe(1018);
    expect((await page("?level=4")).errorCode).toBe(1018);
    const many = smallWorld();
    const cells = ["Tile", "Open", null, 1];
    for (const seed of many.sheets) if (seed.key === "roof") seed.rows = Array(250).fill({ cells });
    const other = await startForTest({ scenario: many });
    const report = `/reports/${other.store.reports[0]?.id}`;
    expect(list((await other.get(report, "vik@acme.test")).body.rows)).toHaveLength(100);
    expect(list((await other.get(`${report}?pageSize=99999`, "vik@acme.test")).body.rows)).toHaveLength(251);
    await other.close();
  });

  it("sends attachments, discussions and typed values on demand", async () => {
    const rows = async (query: string) => list((await sandbox.get(path(query), "vik@acme.test")).body.rows);
    const [, tiles] = await rows("?include=attachments,discussions,objectValue");
    expect(tiles).toMatchObject({
      attachments: [{ name: "tiles.pdf" }],
      discussions: [{ title: "Slate or clay?" }],
    });
    expect(list(tiles?.cells)[3]).toMatchObject({ objectValue: { objectType: "DATE", value: "2026-11-30" } });
    expect((await rows(""))[1]).not.toHaveProperty("attachments");
  });

  it("is published and taken back by its administrators", async () => {
    const put = (email: string, body: unknown) =>
      sandbox.call("PUT", path("/publish"), { token: sandbox.token(email), body });
    expect((await sandbox.get(path("/publish"), "vik@acme.test")).body).toEqual({
      readOnlyFullEnabled: false,
    });
    const body = {
      readOnlyFullEnabled: true,
      readOnlyFullAccessibleBy: "ORG",
      readOnlyFullDefaultView: "CARD",
    };
    expect((await put("vik@acme.test", body)).body.errorCode).toBe(1004);
    expect((await put("olga@acme.test", body)).body.result).toEqual({
      ...body,
      readOnlyFullUrl: expect.any(String),
      readOnlyFullShowToolbar: true,
    });
    expect((await sandbox.get(path("/publish"), "vik@acme.test")).body).toMatchObject(body);
    expect((await put("olga@acme.test", {})).body.errorCode).toBe(1012);
    expect((await put("olga@acme.test", { readOnlyFullEnabled: "yes" })).body.errorCode).toBe(1031);
  });

  it("reaches the official SDK", async () => {
    const { reports } = createClient({
      accessToken: sandbox.token("sam@acme.test"),
      baseUrl: `${sandbox.apiUrl}/`,
    });
    const reportId = Number(sandbox.store.reports[0]?.id);
    expect((await reports.getReport({ reportId })).totalRowCount).toBe(3);
    await expect(reports.getReport({ reportId: 7 })).rejects.toMatchObject({ errorCode: 1006 });
  });
});

describe("the criteria of a report", () => {
  const rowsFor = async (
    criteria: { column: string; operator: string; values?: unknown[] }[],
    as: string,
  ) => {
    const scenario: Scenario = smallWorld();
    for (const report of scenario.reports ?? []) Object.assign(report, { criteria, sort: undefined });
    const other = await startForTest({ scenario, clock: () => now });
    const { body } = await other.get(`/reports/${other.store.reports[0]?.id}`, as);
    await other.close();
    return table(body).map(({ Task }) => Task);
  };

  it("are met all together", async () => {
    const open = { column: "Status", operator: "EQUAL", values: ["open"] };
    const long = { column: "Hours", operator: "GREATER_THAN", values: [10] };
    expect(await rowsFor([open, long], "vik@acme.test")).toEqual(["Tiles", "Chimney"]);
  });

  it("know the sheet's name, attachments and today", async () => {
    expect(
      await rowsFor([{ column: "Sheet Name", operator: "EQUAL", values: ["Cellar"] }], "vik@acme.test"),
    ).toEqual(["Drain", "Paint"]);
    expect(await rowsFor([{ column: "Task", operator: "HAS_ATTACHMENTS" }], "vik@acme.test")).toEqual([
      "Tiles",
    ]);
    expect(await rowsFor([{ column: "Due", operator: "NEXT_N_DAYS", values: [7] }], "vik@acme.test")).toEqual(
      ["Tiles"],
    );
  });

  it("are met by no row of a sheet without their column", async () => {
    expect(await rowsFor([{ column: "Due", operator: "IS_BLANK" }], "vik@acme.test")).toEqual([]);
  });
});
