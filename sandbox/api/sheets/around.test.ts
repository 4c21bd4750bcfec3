import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../testing";
import { type Bench, list, MIA, OLGA, RAVI, SAM, startBench, VIK, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const errorOf = ({ status, body }: Answer) => [status, body.errorCode];

describe("the summary of a sheet", () => {
  const fields = (method: string, query = "", body?: unknown, as = OLGA) =>
    bench.on(method, "Tasks", `/summary/fields${query}`, body, as);
  const fieldId = (title: string) =>
    Number(bench.store.sheetByKey("tasks")?.summary.find((field) => field.title === title)?.id);

  it("is read whole or by page", async () => {
    const whole = list((await bench.on("GET", "Tasks", "/summary")).body.fields);
    expect(whole[0]).toMatchObject({
      title: "Budget",
      index: 0,
      type: "TEXT_NUMBER",
      objectValue: 9000,
      displayValue: "€9000",
      locked: false,
    });
    expect(whole[0]).not.toHaveProperty("format");
    expect(whole[0]).not.toHaveProperty("createdBy");
    expect(whole[1]?.objectValue).toEqual({ objectType: "CONTACT", email: MIA, name: "Mia Maker" });
    const page = await fields("GET", "?pageSize=1&page=3&include=format,writerInfo&exclude=displayValue");
    expect(page.body).toMatchObject({
      totalCount: 3,
      data: [{ title: "Fixed", createdBy: { email: OLGA } }],
    });
    expect(list(page.body.data)[0]).not.toHaveProperty("displayValue");
  });

  it("tells of pictures as much as is asked for", async () => {
    const field = bench.store.sheetByKey("tasks")?.summary[0];
    const image = { id: "abc", name: "a.png", width: 4, height: 3 };
    if (field) field.cell = { value: "a.png", image };
    const first = async (query: string) => list((await fields("GET", query)).body.data)[0] ?? {};
    expect((await first("")).image).toEqual({ id: "abc", width: 4, height: 3, altText: "a.png" });
    expect((await first("?exclude=imageAltText")).image).toEqual({ id: "abc", width: 4, height: 3 });
    expect(await first("?exclude=image")).not.toHaveProperty("image");
    await fields("PUT", "", [{ id: fieldId("Budget"), image: { altText: "Plan" } }]);
    expect((await first("")).image).toMatchObject({ altText: "Plan" });
  });

  it("grows, changes and shrinks", async () => {
    const added = await fields("POST", "", [
      { title: "Start", type: "DATE", objectValue: { objectType: "DATE", value: "2026-12-01" }, index: 0 },
      { title: "Kind", type: "PICKLIST", options: ["a", "b"], objectValue: "b", locked: true },
    ]);
    expect(added.body.version).toBe(11);
    expect(list(added.body.result)).toEqual([
      expect.objectContaining({
        title: "Start",
        index: 0,
        objectValue: { objectType: "DATE", value: "2026-12-01" },
      }),
      expect.objectContaining({
        title: "Kind",
        index: 4,
        objectValue: "b",
        options: ["a", "b"],
        locked: true,
      }),
    ]);
    const changed = await fields("PUT", "", [
      { id: fieldId("Budget"), title: "Money", objectValue: 10 },
      { id: fieldId("Kind"), type: "PICKLIST", options: ["c"] },
    ]);
    expect(list(changed.body.result)).toEqual([
      expect.objectContaining({ title: "Money", objectValue: 10, displayValue: "€10" }),
      expect.objectContaining({ title: "Kind", options: ["c"], objectValue: "b" }),
    ]);
    const gone = await fields("DELETE", `?ids=${fieldId("Money")},${fieldId("Kind")}`);
    expect(list(gone.body.result)).toHaveLength(2);
    expect(list((await bench.on("GET", "Tasks", "/summary")).body.fields).map(({ title }) => title)).toEqual([
      "Start",
      "Lead",
      "Fixed",
    ]);
  });

  it("renames what would have a taken title, on request", async () => {
    const twin = [{ title: "Lead", type: "TEXT_NUMBER" }];
    expect(errorOf(await fields("POST", "", twin))).toEqual([400, 1193]);
    expect(errorOf(await fields("POST", "", [...twin, ...twin]))).toEqual([400, 1208]);
    const { body } = await fields("POST", "?renameIfConflict=true", [...twin, ...twin]);
    expect(list(body.result).map(({ title }) => title)).toEqual(["Lead (1)", "Lead (2)"]);
  });

  it.each<[string, unknown, number]>([
    ["no title", { type: "DATE" }, 1012],
    ["no type", { title: "x" }, 1012],
    ["a type of projects", { title: "x", type: "DURATION" }, 1031],
    ["options of text", { title: "x", type: "TEXT_NUMBER", options: ["a"] }, 1194],
    ["options and a symbol", { title: "x", type: "PICKLIST", symbol: "RYG", options: ["a"] }, 1197],
    ["a symbol of text", { title: "x", type: "TEXT_NUMBER", symbol: "RYG" }, 1198],
    ["a value of another type", { title: "x", type: "DATE", objectValue: "soon" }, 1191],
    [
      "a hyperlink called 5",
      { title: "x", type: "TEXT_NUMBER", objectValue: 5, hyperlink: { url: "http://x.example" } },
      1202,
    ],
    ["a hyperlink to an unknown sheet", { title: "x", type: "TEXT_NUMBER", hyperlink: { sheetId: 2 } }, 1204],
    [
      "equal places",
      [
        { title: "x", type: "DATE", index: 1 },
        { title: "y", type: "DATE", index: 1 },
      ],
      1195,
    ],
  ])("refuses a field with %s", async (_, body, code) => {
    expect((await fields("POST", "", body)).body.errorCode).toBe(code);
  });

  it("links elsewhere, but not to itself", async () => {
    const linked = (name: string) => ({
      title: name,
      type: "TEXT_NUMBER",
      hyperlink: { sheetId: Number(bench.sheetId(name)) },
    });
    expect((await fields("POST", "", linked("Prices"))).body.result).toMatchObject({
      objectValue: "Prices",
      hyperlink: { sheetId: Number(bench.sheetId("Prices")) },
    });
    expect((await fields("POST", "", linked("Tasks"))).body.errorCode).toBe(1203);
  });

  it("lets editors change values, and sheet admins the rest", async () => {
    const change = (body: Wire, as: string) => fields("PUT", "", [body], as);
    expect((await change({ id: fieldId("Budget"), objectValue: 1 }, MIA)).status).toBe(200);
    expect(errorOf(await change({ id: fieldId("Budget"), title: "x" }, MIA))).toEqual([403, 1004]);
    expect(errorOf(await change({ id: fieldId("Fixed"), objectValue: "no" }, MIA))).toEqual([403, 1192]);
    expect((await change({ id: fieldId("Fixed"), objectValue: "no" }, SAM)).status).toBe(200);
    expect(errorOf(await fields("POST", "", { title: "x", type: "DATE" }, MIA))).toEqual([403, 1004]);
    expect(errorOf(await change({ id: 5 }, OLGA))).toEqual([404, 1006]);
    expect(errorOf(await change({}, OLGA))).toEqual([400, 1012]);
    expect(errorOf(await change({ id: fieldId("Budget"), options: ["a"] }, OLGA))).toEqual([400, 1196]);
    const twice = { id: fieldId("Budget"), objectValue: 1 };
    expect(errorOf(await fields("PUT", "", [twice, twice]))).toEqual([400, 1200]);
    expect(errorOf(await fields("DELETE", "?ids=5"))).toEqual([404, 1006]);
    expect((await fields("DELETE", "?ids=5&ignoreSummaryFieldsNotFound=true")).body.result).toEqual([]);
    expect(errorOf(await fields("DELETE"))).toEqual([400, 1009]);
  });
});

describe("references to other sheets", () => {
  const source = () => Number(bench.sheetId("Prices"));
  const add = (body: Wire, as = OLGA) => bench.on("POST", "Tasks", "/crosssheetreferences", body, as);

  it("are listed, read one by one and added", async () => {
    const startColumnId = bench.column("Prices", "Thing");
    const endColumnId = bench.column("Prices", "Price");
    const { body } = await add({ sourceSheetId: source(), startColumnId, endColumnId });
    const added = body.result as Wire;
    expect(added).toMatchObject({
      name: "Prices Range 1",
      sourceSheetId: source(),
      startColumnId,
      endColumnId,
      status: "OK",
    });
    const rows = { startRowId: bench.row("Prices", 1), endRowId: bench.row("Prices", 2) };
    expect((await add({ sourceSheetId: source(), name: "Rows", ...rows })).body.result).toMatchObject(rows);
    const all = await bench.on("GET", "Tasks", "/crosssheetreferences");
    expect(list(all.body.data).map(({ name }) => name)).toEqual(["Price list", "Prices Range 1", "Rows"]);
    const one = await bench.on("GET", "Tasks", `/crosssheetreferences/${added.id}`);
    expect(one.body).toEqual(added);
    expect((await bench.on("GET", "Tasks", "/crosssheetreferences/5")).status).toBe(404);
  });

  it("are broken when their range is gone", async () => {
    await bench.on("DELETE", "Prices", `/columns/${bench.column("Prices", "Price")}`);
    const { body } = await bench.on("GET", "Tasks", "/crosssheetreferences");
    expect(list(body.data)[0]?.status).toBe("BROKEN");
  });

  it("need a range of a sheet that can be opened", async () => {
    const column = bench.column("Prices", "Price");
    const range = { startColumnId: column, endColumnId: column };
    expect(errorOf(await add(range))).toEqual([400, 1012]);
    expect(errorOf(await add({ sourceSheetId: source() }))).toEqual([400, 1012]);
    expect(errorOf(await add({ sourceSheetId: source(), startColumnId: column }))).toEqual([400, 1012]);
    expect(errorOf(await add({ sourceSheetId: 5, ...range }))).toEqual([404, 1006]);
    expect(errorOf(await add({ sourceSheetId: source(), startColumnId: 5, endColumnId: 5 }))).toEqual([
      400, 1036,
    ]);
    expect(errorOf(await add({ sourceSheetId: source(), startRowId: 5, endRowId: 5 }))).toEqual([400, 1034]);
    expect(errorOf(await add({ sourceSheetId: source(), name: "Price list", ...range }))).toEqual([
      400, 1129,
    ]);
    expect(errorOf(await add({ sourceSheetId: source(), ...range }, VIK))).toEqual([403, 1004]);
  });
});

describe("publishing", () => {
  it("tells addresses of what is on, and only those", async () => {
    const off = (await bench.on("GET", "Tasks", "/publish", undefined, VIK)).body;
    expect(off).toEqual({
      readOnlyLiteEnabled: false,
      readOnlyFullEnabled: false,
      readWriteEnabled: false,
      icalEnabled: false,
    });
    const { body } = await bench.on("PUT", "Tasks", "/publish", {
      readOnlyLiteEnabled: true,
      readOnlyFullEnabled: true,
      readOnlyFullAccessibleBy: "ORG",
      readOnlyFullDefaultView: "CARD",
    });
    expect(body.result).toMatchObject({
      readOnlyLiteUrl: expect.stringContaining("https://"),
      readOnlyLiteSslUrl: expect.stringContaining("https://"),
      readOnlyFullUrl: expect.stringContaining("https://"),
      readOnlyFullAccessibleBy: "ORG",
      readOnlyFullDefaultView: "CARD",
    });
    expect(body.result).not.toHaveProperty("readWriteUrl");
    expect((await bench.on("GET", "Tasks", "/publish")).body).toEqual(body.result);
  });

  it("is for sheet admins, and takes words of its lists", async () => {
    expect(errorOf(await bench.on("PUT", "Tasks", "/publish", { icalEnabled: true }, MIA))).toEqual([
      403, 1004,
    ]);
    const bad = { readWriteAccessibleBy: "EVERYBODY" };
    expect(errorOf(await bench.on("PUT", "Tasks", "/publish", bad))).toEqual([400, 1031]);
    expect(errorOf(await bench.on("PUT", "Tasks", "/publish", { icalEnabled: 1 }))).toEqual([400, 1031]);
  });
});

describe("automation rules", () => {
  const rule = () => Number(bench.store.sheetByKey("tasks")?.automationRules[0]?.id);
  const change = (body: unknown, as = OLGA) =>
    bench.on("PUT", "Tasks", `/automationrules/${rule()}`, body, as);
  const type = "NOTIFICATION_ACTION";

  it("are listed and read one by one", async () => {
    const { body } = await bench.on("GET", "Tasks", "/automationrules", undefined, VIK);
    expect(list(body.data)[0]).toMatchObject({
      name: "Tell",
      enabled: true,
      userCanModify: false,
      action: { type, recipients: [{ email: VIK }], notifyAllSharedUsers: false },
    });
    const one = await bench.on("GET", "Tasks", `/automationrules/${rule()}`);
    expect(one.body).toMatchObject({ id: rule(), userCanModify: true });
    expect((await bench.on("GET", "Tasks", "/automationrules/5")).status).toBe(404);
  });

  it("change who is told, and how", async () => {
    const { body } = await change({
      name: "Tell all",
      enabled: false,
      action: { type, frequency: "WEEKLY", recipients: [{ email: MIA }, { groupId: 7 }] },
    });
    expect(body.result).toMatchObject({
      name: "Tell all",
      enabled: false,
      action: {
        frequency: "WEEKLY",
        recipients: [{ email: MIA }, { groupId: 7 }],
        notifyAllSharedUsers: false,
      },
    });
    const columns = await change({ action: { type, recipientColumnIds: [bench.column("Tasks", "Owner")] } });
    const action = (columns.body.result as Wire).action as Wire;
    expect(action).toMatchObject({
      frequency: "WEEKLY",
      recipientColumnIds: [bench.column("Tasks", "Owner")],
    });
    expect(action).not.toHaveProperty("recipients");
  });

  it("refuse what contradicts itself", async () => {
    expect(errorOf(await change({ action: {} }))).toEqual([400, 1012]);
    expect(errorOf(await change({ action: { type: "UPDATE_REQUEST_ACTION" } }))).toEqual([400, 1220]);
    const both = { type, notifyAllSharedUsers: true, recipients: [{ email: MIA }] };
    expect(errorOf(await change({ action: both }))).toEqual([400, 1218]);
    expect(
      errorOf(await change({ action: { type, includeAllColumns: true, includedColumnIds: [1] } })),
    ).toEqual([400, 1218]);
    const wrong = { type, recipientColumnIds: [bench.column("Tasks", "Task")] };
    expect(errorOf(await change({ action: wrong }))).toEqual([400, 1221]);
    expect(errorOf(await change({ action: { type, frequency: "NEVER" } }))).toEqual([400, 1031]);
    expect(errorOf(await change({ enabled: false }, MIA))).toEqual([403, 1004]);
  });

  it("go", async () => {
    const path = `/automationrules/${rule()}`;
    expect((await bench.on("DELETE", "Tasks", path)).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect((await bench.on("GET", "Tasks", path)).status).toBe(404);
  });
});

describe("sending by mail", () => {
  const sendTo = [{ email: RAVI }];

  it("is read as the service would, and nothing is sent", async () => {
    const sheet = (body: Wire) => bench.on("POST", "Tasks", "/emails", body, VIK);
    expect((await sheet({ sendTo, format: "PDF" })).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect(errorOf(await sheet({ sendTo }))).toEqual([400, 1012]);
    expect(errorOf(await sheet({ sendTo, format: "WORD" }))).toEqual([400, 1031]);
    expect(errorOf(await sheet({ sendTo: [{ groupId: 5 }], format: "PDF" }))).toEqual([404, 1106]);
  });

  it("takes rows and columns of the sheet only", async () => {
    const rows = (body: Wire) => bench.on("POST", "Tasks", "/rows/emails", { sendTo, ...body });
    const rowIds = [bench.row("Tasks", 1)];
    expect((await rows({ rowIds, columnIds: [bench.column("Tasks", "Task")] })).status).toBe(200);
    expect(errorOf(await rows({}))).toEqual([400, 1012]);
    expect(errorOf(await rows({ rowIds: [5] }))).toEqual([400, 1034]);
    expect(errorOf(await rows({ rowIds, columnIds: [5] }))).toEqual([400, 1036]);
    expect(errorOf(await rows({ rowIds, layout: "DIAGONAL" }))).toEqual([400, 1031]);
  });
});
