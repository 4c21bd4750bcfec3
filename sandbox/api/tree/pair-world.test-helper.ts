import type { PersonSeed, Scenario, SightSeed, WidgetSeed } from "../../scenarios/types";

const made = { createdAt: "2026-01-05T08:00:00Z", modifiedAt: "2026-11-20T16:30:00Z" };
const owner = "ada@acme.test";
const mine = { owner, shares: [], ...made };

const person = (
  email: string,
  firstName: string,
  lastName: string,
  more: Partial<PersonSeed>,
): PersonSeed => ({
  email,
  firstName,
  lastName,
  plan: "acme",
  title: "",
  department: "",
  ...more,
});

const widget = (type: string, contents: Record<string, unknown>, title?: string): WidgetSeed => ({
  type,
  ...(title ? { title } : {}),
  x: 0,
  y: 0,
  width: 1,
  height: 1,
  contents,
});

const range = (column1: string, column2: string) => ({
  sourceRow1: 1,
  sourceRow2: 2,
  sourceColumn1: column1,
  sourceColumn2: column2,
});

/** One widget of each kind the recorded dashboards have, with the settings those have. */
const widgets: WidgetSeed[] = [
  widget("SHORTCUTLIST", {
    type: "SHORTCUT",
    shortcutData: [{ label: "Rain", attachmentType: "SMARTSHEET", hyperlink: { sheet: "rain" } }],
  }),
  widget(
    "SHEETSUMMARY",
    {
      type: "METRIC",
      sheet: "rain",
      hyperlink: { interactionType: "WEB", url: "https://rain.acme.example/" },
      cellData: [
        { label: "City", column: "City", row: 1 },
        { label: "Millimetres", column: "Millimetres", row: 1, valueFormat: ",2,1,,,,1,,1,3,,,,,,1," },
      ],
    },
    "Rain",
  ),
  widget("RICHTEXT", { type: "RICHTEXT", htmlContent: "<p>Take a coat</p>" }),
  widget("GRIDGANTT", {
    type: "GRIDGANTT",
    report: "wet-days",
    hyperlink: { interactionType: "SOURCE_SHEET", report: "wet-days" },
  }),
  widget("TITLE", { type: "RICHTEXT", htmlContent: "<p>Weather</p>", backgroundColor: "#D0AF8F" }),
  widget(
    "CHART",
    {
      type: "CHART",
      sheet: "rain",
      hyperlink: { interactionType: "SMARTSHEET_ITEM", sheet: "rain" },
      selectionRanges: [range("City", "Millimetres")],
      series: [
        {
          title: "Millimetres",
          seriesType: "COLUMN",
          tooltips: { labelType: "X_SERIES_Y" },
          color: "#1061C3",
          axisLocationX: "BOTTOM",
          axisLocationY: "LEFT",
          selectionRanges: [range("Millimetres", "Millimetres")],
        },
      ],
      axes: [{ location: "LEFT", includeZero: true }],
      legend: { location: "RIGHT" },
    },
    "Rain",
  ),
  widget("IMAGE", {
    type: "IMAGE",
    hyperlink: { interactionType: "WEB", url: "https://rain.acme.example/" },
    privateId: "cloud",
    height: 48,
    width: 197,
    fileName: "cloud.png",
    format: ",7,1,,,,2,2,1,3,,,,,,1,",
  }),
  widget("WEBCONTENT", { type: "WidgetWebContent", url: "https://weather.acme.example/" }),
];

const sight = (key: string, id: string, more: Partial<SightSeed> = {}): SightSeed => ({
  key,
  id,
  name: key,
  ...mine,
  columnCount: 6,
  widgets,
  ...more,
});

/** What the recorded requests presuppose, under the ids they have. */
export function pairWorld(): Scenario {
  const sheet = { ...mine, version: 1, columns: [{ title: "City", type: "TEXT_NUMBER" as const }], rows: [] };
  return {
    plans: [{ key: "acme", name: "Acme" }],
    people: [
      person(owner, "Ada", "Admin", { id: "1", admin: true }),
      person("vik@acme.test", "Vik", "Viewer", { id: "2", contactId: "ABC" }),
      person("sam@acme.test", "Sam", "Shared", { id: "3" }),
    ],
    groups: [],
    workspaces: [
      {
        key: "weather",
        name: "Weather",
        ...mine,
        folders: [{ key: "years", name: "Years", folders: [{ key: "wet", name: "Wet" }] }],
      },
    ],
    folders: [
      { key: "full", id: "1", name: "Full", owner, ...made },
      { key: "place", id: "484", name: "Place", owner, ...made },
    ],
    sheets: [
      {
        ...sheet,
        key: "rain",
        id: "1",
        name: "Rain",
        columns: [
          { title: "City", type: "TEXT_NUMBER" },
          { title: "Millimetres", type: "TEXT_NUMBER" },
        ],
        rows: [{ cells: ["Seattle", 958] }, { cells: ["Boston", 1110] }],
      },
      { ...sheet, key: "snow", name: "Snow", folder: "full" },
      { ...sheet, key: "wind", name: "Wind", folder: "weather" },
      { ...sheet, key: "last-year", id: "13", name: "Last year", folder: "years" },
      { ...sheet, key: "wettest", name: "Wettest", folder: "wet" },
    ],
    reports: [
      {
        key: "wet-days",
        id: "1",
        name: "Wet days",
        ...mine,
        sheets: ["rain"],
        columns: [{ title: "Sheet Name", sheetName: true }],
      },
    ],
    sights: [sight("today", "52"), sight("tomorrow", "812"), sight("yesterday", "700")],
  };
}
