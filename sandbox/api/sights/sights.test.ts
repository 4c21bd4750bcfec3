import { createClient } from "smartsheet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Scenario, WidgetSeed } from "../../scenarios/types";
import { startForTest, type TestSandbox } from "../../testing";
import { smallWorld } from "../tree/small-world.test-helper";

const widget = (
  type: string,
  contents: Record<string, unknown>,
  more: Partial<WidgetSeed> = {},
): WidgetSeed => ({
  type,
  x: 0,
  y: 0,
  width: 2,
  height: 2,
  contents,
  ...more,
});

const range = (column: string) => ({
  sourceRow1: 1,
  sourceRow2: 3,
  sourceColumn1: column,
  sourceColumn2: column,
});

const widgets: WidgetSeed[] = [
  widget("METRIC", {
    type: "METRIC",
    sheet: "roof",
    hyperlink: { interactionType: "SOURCE_SHEET" },
    cellData: [
      { label: "Tiling", column: "Hours", row: 1 },
      { label: "Doing", column: "Task", row: 1 },
    ],
  }),
  widget("SHEETSUMMARY", {
    type: "METRIC",
    sheet: "roof",
    cellData: [{ label: "Where", profileField: "Site", dataSource: "SUMMARY_FIELD" }],
  }),
  widget("CHART", {
    type: "CHART",
    sheet: "roof",
    includedColumns: ["Task", "Hours"],
    selectionRanges: [{ ...range("Task"), sourceColumn2: "Hours" }],
    series: [{ title: "Hours", seriesType: "BAR", selectionRanges: [range("Hours")] }],
  }),
  widget("GRIDGANTT", {
    type: "GRIDGANTT",
    report: "open-work",
    hyperlink: { interactionType: "SMARTSHEET_ITEM", report: "open-work" },
  }),
  widget("RICHTEXT", { type: "RICHTEXT", htmlContent: "<p>Hard hats on</p>" }, { title: "Mind" }),
  widget(
    "TITLE",
    { type: "RICHTEXT", htmlContent: "<p>Works</p>", backgroundColor: "#D0AF8F" },
    { title: "Works" },
  ),
  widget("SHORTCUTLIST", {
    type: "SHORTCUT",
    shortcutData: [
      { label: "Yard", attachmentType: "SMARTSHEET", hyperlink: { sheet: "yard" } },
      { label: "Help", attachmentType: "LINK", hyperlink: { url: "https://help.acme.example/" } },
    ],
  }),
  widget("IMAGE", { type: "IMAGE", fileName: "roof.png", privateId: "roof", width: 40, height: 30 }),
  widget("WEBCONTENT", { type: "WidgetWebContent", url: "https://weather.acme.example/" }),
];

function world(): Scenario {
  const scenario = smallWorld();
  for (const sight of scenario.sights ?? [])
    Object.assign(sight, { widgets, shares: [{ email: "sam@acme.test", accessLevel: "VIEWER" }] });
  return scenario;
}

let sandbox: TestSandbox;
const now = Date.parse("2026-11-24T09:00:00Z");
beforeAll(async () => {
  sandbox = await startForTest({ rate: 0, scenario: world(), clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

type Wire = Record<string, unknown>;
const list = (value: unknown) => value as Wire[];
const as = (email: string) => (method: string, path: string, body?: unknown) =>
  sandbox.call(method, path, { token: sandbox.token(email), ...(body === undefined ? {} : { body }) });
const olga = as("olga@acme.test");
const sam = as("sam@acme.test");
const vik = as("vik@acme.test");
const path = (tail = "") => `/sights/${sandbox.store.sights[0]?.id}${tail}`;
const sheet = (key: string) => sandbox.store.sheetByKey(key);
const contents = async (type: string, query = "") => {
  const { body } = await sam("GET", path(query));
  return list(body.widgets).find((one) => one.type === type)?.contents as Wire;
};

describe("dashboards", () => {
  it("are listed by token, with level and dates", async () => {
    expect((await sam("GET", "/sights?maxItems=1")).body).toEqual({
      data: [
        {
          id: sandbox.store.sights[0]?.id,
          name: "Overview",
          accessLevel: "VIEWER",
          permalink: expect.stringContaining("/dashboards/"),
          createdAt: "2026-01-05T08:00:00Z",
          modifiedAt: "2026-11-20T16:30:00Z",
        },
      ],
    });
    expect((await as("eve@outside.test")("GET", "/sights")).body.data).toEqual([]);
  });

  it("place their widgets, and name their workspace to who may see it", async () => {
    const { body } = await vik("GET", path());
    expect(body).toMatchObject({ columnCount: 6, backgroundColor: "#E7ECF0", workspace: { name: "Works" } });
    expect(list(body.widgets).map(({ type }) => type)).toEqual(widgets.map(({ type }) => type));
    expect(list(body.widgets)[4]).toMatchObject({
      id: expect.any(Number),
      title: "Mind",
      showTitle: true,
      xPosition: 0,
      yPosition: 0,
      width: 2,
      height: 2,
      version: 1,
    });
    expect((await sam("GET", path())).body).not.toHaveProperty("workspace");
    expect((await as("eve@outside.test")("GET", path())).status).toBe(404);
    expect((await sam("GET", path("?level=5"))).body.errorCode).toBe(1018);
  });
});

describe("widgets", () => {
  it("METRIC shows cells as they are now, to people without the sheet", async () => {
    const roof = sheet("roof");
    expect(await contents("METRIC")).toMatchObject({
      type: "METRIC",
      sheetId: roof?.id,
      hyperlink: {
        interactionType: "SOURCE_SHEET",
        sheetId: roof?.id,
        url: expect.stringContaining("/sheets/"),
      },
      columns: [{ title: "Task", primary: true }, { title: "Hours" }],
      cellData: [
        {
          label: "Tiling",
          order: 0,
          columnId: roof?.columnId("Hours"),
          dataSource: "CELL",
          objectValue: 12,
          cell: {
            columnId: roof?.columnId("Hours"),
            rowId: roof?.rows[0]?.id,
            value: 12,
            displayValue: "12",
          },
        },
        { label: "Doing", order: 1, objectValue: "Tiles" },
      ],
    });
    const [row, column] = [roof?.rows[0], roof?.columnTitled("Hours")];
    if (!roof || !row || !column) throw new Error("the sheet has changed");
    roof.setCell(row, column, { value: 13 }, roof.owner, now);
    expect(list((await contents("METRIC")).cellData)[0]).toMatchObject({ objectValue: 13 });
  });

  it("SHEETSUMMARY shows summary fields from level 4 on, and texts below it", async () => {
    const [low] = list((await contents("SHEETSUMMARY")).cellData);
    expect(low).toMatchObject({ label: "Where", objectValue: "North yard" });
    expect(low).not.toHaveProperty("profileField");
    const [high] = list((await contents("SHEETSUMMARY", "?level=4")).cellData);
    expect(high).toMatchObject({
      dataSource: "SUMMARY_FIELD",
      objectValue: "North yard",
      profileField: { title: "Site", type: "TEXT_NUMBER", displayValue: "North yard" },
    });
  });

  it("CHART has a point for each row", async () => {
    expect(await contents("CHART")).toMatchObject({
      sheetId: sheet("roof")?.id,
      includedColumnIds: [sheet("roof")?.columnId("Task"), sheet("roof")?.columnId("Hours")],
      series: [
        {
          title: "Hours",
          xColumnInfo: { type: "TEXT_NUMBER" },
          seriesData: [
            { x: "Tiles", y: 12 },
            { x: "Gutter", y: 3.5 },
            { x: "Chimney", y: 20 },
          ],
          selectionRanges: [{ sourceRowId1: sheet("roof")?.rows[0]?.id }],
        },
      ],
    });
  });

  it("GRIDGANTT holds the report as a table", async () => {
    const grid = await contents("GRIDGANTT");
    expect(grid).toMatchObject({
      reportId: sandbox.store.reports[0]?.id,
      hyperlink: { reportId: sandbox.store.reports[0]?.id, url: expect.stringContaining("/reports/") },
    });
    expect(grid.htmlContent).toContain("<td>Roof</td><td>Chimney</td><td>20</td>");
  });

  it("SHORTCUT leads to what it names", async () => {
    const shortcuts = await contents("SHORTCUTLIST");
    expect(list(shortcuts.shortcutData)).toEqual([
      expect.objectContaining({
        label: "Yard",
        order: 0,
        hyperlink: { url: expect.stringContaining("/sheets/"), sheetId: sheet("yard")?.id },
      }),
      expect.objectContaining({ order: 1, hyperlink: { url: "https://help.acme.example/" } }),
    ]);
  });

  it("RICHTEXT, TITLE, IMAGE and WEBCONTENT are sent as they are", async () => {
    for (const type of ["RICHTEXT", "TITLE", "IMAGE", "WEBCONTENT"])
      expect(await contents(type)).toEqual(widgets.find((one) => one.type === type)?.contents);
  });

  it("go on without what was deleted", async () => {
    sandbox.store.sheets = [];
    sandbox.store.reports = [];
    expect(list((await contents("METRIC")).cellData)[0]).toMatchObject({ label: "Tiling" });
    expect((await sam("GET", path())).status).toBe(200);
  });
});

describe("managing dashboards", () => {
  const folder = () => sandbox.store.folders.find(({ key }) => key === "plans")?.id;

  it("renames and answers with the whole of it", async () => {
    const { body } = await olga("PUT", path(), { name: "Today" });
    expect(body.result).toMatchObject({ name: "Today", widgets: expect.any(Array), columnCount: 6 });
    expect((await sam("PUT", path(), { name: "Mine" })).body.errorCode).toBe(1004);
  });

  it("copies with ids of its own", async () => {
    const where = { destinationType: "folder", destinationId: folder(), newName: "Second" };
    const made = (await olga("POST", path("/copy"), where)).body.result as Wire;
    expect(made).toEqual({
      id: expect.any(Number),
      name: "Second",
      accessLevel: "OWNER",
      permalink: expect.any(String),
    });
    const { body } = await vik("GET", `/sights/${made.id}?include=source`);
    expect(body.source).toEqual({ id: sandbox.store.sights[0]?.id, type: "sight" });
    const original = (await vik("GET", path())).body;
    expect(list(body.widgets)).toHaveLength(widgets.length);
    expect(list(body.widgets)[0]?.id).not.toBe(list(original.widgets)[0]?.id);
    expect((await sam("GET", `/sights/${made.id}`)).status).toBe(404);
  });

  it("moves, into the Sheets folder too", async () => {
    const to = { destinationType: "folder", destinationId: folder() };
    expect((await olga("POST", path("/move"), to)).body.result).toMatchObject({ name: "Overview" });
    expect((await olga("GET", path("/path"))).body).toMatchObject({
      folders: [{ sights: [{ name: "Overview" }] }],
    });
    await olga("POST", path("/move"), { destinationType: "HOME" });
    expect((await vik("GET", path())).status).toBe(404);
  });

  it.each([
    [{ destinationId: 1 }, 1012],
    [{ destinationType: "folder" }, 1012],
    [{ destinationType: "shelf", destinationId: 1 }, 1031],
    [{ destinationType: "workspace", destinationId: 1 }, 1006],
    [{ destinationType: "home" }, 1012],
  ])("refuses to copy to %j", async (body, errorCode) => {
    expect((await olga("POST", path("/copy"), body)).body.errorCode).toBe(errorCode);
  });

  it("refuses places where the caller may put nothing", async () => {
    const where = { destinationType: "folder", destinationId: folder(), newName: "Mine" };
    expect((await vik("POST", path("/copy"), where)).body.errorCode).toBe(1004);
    expect((await sam("POST", path("/copy"), where)).body.errorCode).toBe(1006);
    expect((await sam("POST", path("/move"), where)).body.errorCode).toBe(1004);
  });

  it("publishes and deletes", async () => {
    expect((await sam("GET", path("/publish"))).body).toEqual({ readOnlyFullEnabled: false });
    const body = { readOnlyFullEnabled: true, readOnlyFullAccessibleBy: "ORG" };
    expect((await sam("PUT", path("/publish"), body)).body.errorCode).toBe(1004);
    expect((await olga("PUT", path("/publish"), body)).body.result).toMatchObject(body);
    expect((await sam("GET", path("/publish"))).body.readOnlyFullUrl).toEqual(expect.any(String));
    expect((await olga("PUT", path("/publish"), {})).body.errorCode).toBe(1012);
    expect((await sam("DELETE", path())).body.errorCode).toBe(1004);
    expect((await olga("DELETE", path())).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect((await sam("GET", "/sights")).body.data).toEqual([]);
  });

  it("reaches the official SDK", async () => {
    const { sights } = createClient({
      accessToken: sandbox.token("sam@acme.test"),
      baseUrl: `${sandbox.apiUrl}/`,
    });
    const { data } = await sights.listSights({});
    const sight = await sights.getSight({ sightId: Number(data[0]?.id), queryParameters: { level: 4 } });
    expect(sight.widgets).toHaveLength(widgets.length);
  });
});
