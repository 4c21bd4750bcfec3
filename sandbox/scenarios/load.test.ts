import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { Store } from "../store/store";
import { ACME_FOLDER, acme } from "./acme";
import { loadScenario } from "./load";
import { ScenarioError } from "./problems";

const root = mkdtempSync(join(tmpdir(), "scenario-"));
const folder = join(root, "own");
afterAll(() => rmSync(root, { recursive: true }));

const PEOPLE = [person("boss@own.test", { admin: true }), person("kim@own.test")];

function person(email: string, more: object = {}) {
  return { email, firstName: "First", lastName: "Last", plan: "own", title: "", department: "", ...more };
}

const SHEET = {
  name: "List",
  owner: "boss@own.test",
  shares: [{ email: "kim@own.test", accessLevel: "EDITOR" }],
  createdAt: "2026-01-05T08:00:00Z",
  modifiedAt: "2026-02-05T08:00:00Z",
  version: 3,
  columns: [
    { title: "What", type: "TEXT_NUMBER" },
    { title: "Who", type: "CONTACT_LIST" },
  ],
  rows: [{ cells: ["First", "kim@own.test"] }, { depth: 1, cells: ["Second"] }],
};

const REPORT = {
  key: "all",
  name: "All",
  owner: "boss@own.test",
  shares: [],
  createdAt: "2026-01-05T08:00:00Z",
  modifiedAt: "2026-01-05T08:00:00Z",
  sheets: ["list"],
  columns: [{ title: "What" }],
};

function write(file: string, content: unknown): void {
  writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
}

/** What is wrong with the folder, line by line. */
function problems(): string[] {
  try {
    loadScenario(folder);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.message.split("\n").slice(1);
  }
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "sheets"), { recursive: true });
  write("company.json", { plans: [{ key: "own", name: "Own" }], people: PEOPLE, groups: [] });
  write("sheets/list.json", SHEET);
});

describe("a scenario's folder", () => {
  it("needs one plan, its people and a sheet, and nothing more", () => {
    const scenario = loadScenario(folder);
    expect(scenario.sheets).toEqual([{ key: "list", ...SHEET }]);
    expect(new Store(scenario).sheetByKey("list")?.rows).toHaveLength(2);
  });

  it("loads a copy of acme as it is", () => {
    cpSync(ACME_FOLDER, folder, { recursive: true });
    rmSync(join(folder, "sheets/list.json"));
    expect(loadScenario(folder)).toEqual(acme);
  });

  it("says so when it is none, or has no company", () => {
    expect(() => loadScenario(join(root, "nowhere"))).toThrow(
      /nowhere: is no folder\. Name one that holds company\.json/,
    );
    rmSync(join(folder, "company.json"));
    expect(problems()).toEqual(["- company.json: is missing. Begin with a copy of sandbox/scenarios/acme."]);
  });

  it("holds no other JSON files, so that a misnamed one does not go unread", () => {
    write("report.json", []);
    expect(problems()).toEqual([
      "- report.json: is no file of a scenario. Name it company.json, reports.json, sights.json or move it away.",
    ]);
  });

  it("names the line where a file stops being JSON", () => {
    write("sheets/list.json", '{\n  "name": "List",\n  "owner": oops\n}');
    expect(problems()).toEqual([
      expect.stringMatching(/^- sheets\/list\.json: is no JSON: line 3: .*Correct that place\.$/),
    ]);
    write("sheets/list.json", '{\n  "name": "List"');
    expect(problems()).toEqual([expect.stringMatching(/^- sheets\/list\.json: is no JSON: line 2: /)]);
  });

  it("takes a byte order mark at the start of a file", () => {
    write("sheets/list.json", `\ufeff${JSON.stringify(SHEET)}`);
    expect(problems()).toEqual([]);
  });

  it("wants names of sheet files that can be keys", () => {
    write("sheets/My List.json", SHEET);
    expect(problems()).toEqual([
      expect.stringMatching(/^- sheets\/My List\.json: has a name that is no key\. Name it/),
    ]);
  });
});

describe("a field that is wrong is named with its file and place", () => {
  const [first, second] = SHEET.columns;
  it.each<[string, object, string]>([
    ["missing", { owner: undefined }, "owner: is missing. Write a text."],
    ["of another kind", { version: "3" }, "version: is a text. Write a number."],
    ["null", { shares: null }, "shares: is null. Write a list."],
    [
      "unknown",
      { colour: "red" },
      "colour: is no field here. Correct its name (see sandbox/scenarios/README.md) or take it out.",
    ],
    [
      "no moment",
      { createdAt: "2026-01-05" },
      "createdAt: is no moment. Write it like 2026-11-24T08:30:00Z, in UTC.",
    ],
    [
      "a day there is not",
      { createdAt: "2026-13-05T08:00:00Z" },
      "createdAt: is a day or time there is not. Correct it.",
    ],
    ["empty", { columns: [] }, "columns: is empty. A sheet has at least its primary column."],
    [
      "no type of a column",
      { columns: [{ ...first, type: "TEXT" }, second] },
      'columns[0].type: is "TEXT". Write one of TEXT_NUMBER, DATE, DATETIME, ABSTRACT_DATETIME, CHECKBOX, PICKLIST, MULTI_PICKLIST, CONTACT_LIST, MULTI_CONTACT_LIST, DURATION, PREDECESSOR.',
    ],
    [
      "no symbol",
      { columns: [first, { title: "S", type: "PICKLIST", symbol: "SMILE" }] },
      'columns[1].symbol: is "SMILE". Write one of ARROWS_3_WAY',
    ],
    [
      "no look",
      { columns: [{ ...first, format: { blink: true } }, second] },
      "columns[0].format.blink: is no field here.",
    ],
    [
      "no colour",
      { columns: [{ ...first, format: { text: 42 } }, second] },
      "columns[0].format.text: is past the end of its table. Write 41 or less.",
    ],
    [
      "no descriptor",
      { columns: [{ ...first, format: "bold" }, second] },
      'columns[0].format: is no descriptor. Write 17 numbers or blanks with commas, or {"bold": true}.',
    ],
    ["no cell", { rows: [{ cells: [["a", 3]] }] }, "rows[0].cells[0][1]: is a number. Write a text."],
    [
      "no detail of a cell",
      { rows: [{ cells: [{ valeu: 3 }] }] },
      "rows[0].cells[0].valeu: is no field here.",
    ],
    [
      "too long",
      { rows: [{ cells: ["x".repeat(4_001)] }] },
      "rows[0].cells[0]: is longer than 4,000 characters. Shorten it.",
    ],
    [
      "no formula",
      { rows: [{ cells: [{ value: 1, formula: "SUM(A1)" }] }] },
      "rows[0].cells[0].formula: is no formula. Begin it with =.",
    ],
    [
      "no generator",
      { rows: { from: "dice", count: 3 } },
      'rows.from: is "dice". Write one of flights, wide.',
    ],
    ["no rows at all", { rows: "none" }, 'rows: is "none". Write a list or an object.'],
    [
      "a share with nobody",
      { shares: [{ accessLevel: "VIEWER" }] },
      'shares[0]: names a person and a group, or neither. Give either "email" or "group".',
    ],
    [
      "a file without content",
      { attachments: [{ name: "a", by: "kim@own.test", at: SHEET.createdAt }] },
      'attachments[0]: has no content, or more than one. Give exactly one of "text", "base64" and "url".',
    ],
    [
      "no operator",
      {
        filters: [
          { name: "f", shared: true, operator: "AND", criteria: [{ column: "What", operator: "LIKE" }] },
        ],
      },
      'filters[0].criteria[0].operator: is "LIKE". Write one of EQUAL',
    ],
    ["no id", { id: "12x" }, "id: is no id. Write up to 19 digits as a text, or leave it out."],
  ])("%s", (_what, change, line) => {
    write("sheets/list.json", { ...SHEET, ...change });
    expect(problems()).toEqual([expect.stringContaining(`- sheets/list.json, ${line}`)]);
  });

  it("in the company, the reports and the dashboards too", () => {
    write("company.json", { plans: [], people: [person("Kim@own.test")], groups: {} });
    write("reports.json", [{ ...REPORT, sheets: [] }]);
    write("sights.json", [
      {
        ...REPORT,
        sheets: undefined,
        columns: undefined,
        columnCount: 6,
        widgets: [{ type: "CLOCK", x: 0, y: 0, width: 1, height: 1, contents: {} }],
      },
    ]);
    expect(problems()).toEqual([
      "- company.json, plans: is empty. Give at least one plan.",
      "- company.json, people[0].email: is no address in small letters. Write one like vik@acme.test.",
      "- company.json, groups: is an object. Write a list.",
      "- reports.json, [0].sheets: is empty. A report has at least one source sheet.",
      expect.stringContaining(
        '- sights.json, [0].widgets[0].type: is "CLOCK". Write one of CHART, GRIDGANTT',
      ),
    ]);
  });

  it("and many of them are told in one go, but no more than a screen", () => {
    write("sheets/list.json", { ...SHEET, rows: Array.from({ length: 30 }, () => ({ cell: [] })) });
    const lines = problems();
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe("- and 48 more of these.");
  });
});

describe("a name that leads nowhere is named with its file and place", () => {
  const at = "2026-01-06T08:00:00Z";
  const criterion = (column: string) => [{ column, operator: "IS_BLANK" }];
  it.each<[string, object, string]>([
    [
      "owner",
      { owner: "x@own.test" },
      'owner: there is no person with the address "x@own.test". Add it to company.json or correct the name. There are: boss@own.test, kim@own.test.',
    ],
    [
      "share",
      { shares: [{ email: "x@own.test", accessLevel: "VIEWER" }] },
      'shares[0].email: there is no person with the address "x@own.test".',
    ],
    [
      "group",
      { shares: [{ group: "Team", accessLevel: "VIEWER" }] },
      'shares[0].group: there is no group "Team". Add it to company.json or correct the name.',
    ],
    [
      "the same share twice",
      { shares: [...SHEET.shares, ...SHEET.shares] },
      'shares[1]: "kim@own.test" is there twice.',
    ],
    ["folder", { folder: "cellar" }, 'folder: there is no workspace or folder "cellar".'],
    [
      "the same title twice",
      { columns: [SHEET.columns[0], SHEET.columns[0]] },
      'columns[1].title: "What" is there twice. Give one of the two another name.',
    ],
    [
      "primary column",
      {
        columns: [
          { title: "What", type: "DATE" },
          { title: "Who", type: "DATE" },
        ],
      },
      "columns[0].type: is the primary column's, which is always TEXT_NUMBER.",
    ],
    [
      "project columns",
      { columns: [SHEET.columns[0], { title: "Length", type: "DURATION" }] },
      'columns[1].type: DURATION needs a project. Add "dependencies": true to the sheet.',
    ],
    [
      "more cells than columns",
      { rows: [{ cells: ["a", "b", "c"] }] },
      "rows[0].cells: has 3 cells for 2 columns. Take the last ones out.",
    ],
    [
      "a list in a plain column",
      { rows: [{ cells: [["a"]] }] },
      "rows[0].cells[0]: is a list, and What takes one value.",
    ],
    [
      "a value in a system column",
      {
        columns: [SHEET.columns[0], { title: "When", type: "DATETIME", systemColumnType: "CREATED_DATE" }],
        rows: [{ cells: ["a", at] }],
      },
      "rows[0].cells[1]: is in a column the service fills itself. Write null.",
    ],
    [
      "linked sheet",
      { rows: [{ cells: [{ value: "a", link: { sheetId: "lost" } }] }] },
      'rows[0].cells[0].link.sheetId: there is no sheet "lost". Add its file to sheets or correct the name. There are: list.',
    ],
    [
      "linked report",
      { rows: [{ cells: [{ value: "a", link: { reportId: "lost" } }] }] },
      'rows[0].cells[0].link.reportId: there is no report "lost".',
    ],
    [
      "linked cell",
      { rows: [{ cells: [{ value: "a", linkIn: { sheet: "list", row: 9, column: "Why" } }] }] },
      'rows[0].cells[0].linkIn.column: there is no column in sheets/list.json called "Why". Correct the title. There are: What, Who.',
    ],
    [
      "row of a comment",
      { discussions: [{ row: 3, comments: [{ by: "kim@own.test", at, text: "?" }] }] },
      "discussions[0].row: sheets/list.json has 2 rows, and no row 3. Correct the number.",
    ],
    [
      "writer of a comment",
      { discussions: [{ comments: [{ by: "x@own.test", at, text: "?" }] }] },
      'discussions[0].comments[0].by: there is no person with the address "x@own.test".',
    ],
    [
      "row of a file",
      { attachments: [{ name: "a", row: 7, by: "kim@own.test", at, text: "" }] },
      "attachments[0].row: sheets/list.json has 2 rows, and no row 7.",
    ],
    [
      "column of a history",
      { history: [{ row: 1, column: "Why", was: [] }] },
      'history[0].column: there is no column in sheets/list.json called "Why".',
    ],
    [
      "column of a filter",
      { filters: [{ name: "f", shared: true, operator: "AND", criteria: criterion("Why") }] },
      'filters[0].criteria[0].column: there is no column in sheets/list.json called "Why".',
    ],
    [
      "owner of a personal filter",
      { filters: [{ name: "f", shared: false, operator: "AND", criteria: [] }] },
      "filters[0].owner: is missing, and a personal filter is somebody's. Add an address.",
    ],
    [
      "column of a conditional format",
      {
        conditionalFormats: [
          { when: { column: "What", operator: "IS_BLANK" }, format: { bold: true }, columns: ["Why"] },
        ],
      },
      'conditionalFormats[0].columns[0]: there is no column in sheets/list.json called "Why".',
    ],
    [
      "source of a reference",
      { crossSheetReferences: [{ name: "r", sheet: "list", startColumn: "What", endColumn: "Why" }] },
      'crossSheetReferences[0].endColumn: there is no column in sheets/list.json called "Why".',
    ],
    [
      "too many cells",
      { rows: { from: "wide", count: 20_001 } },
      "rows: are more than 20,000 rows, the most a sheet holds. Take some out.",
    ],
  ])("%s", (_what, change, line) => {
    write("sheets/list.json", { ...SHEET, ...change });
    expect(problems()).toContainEqual(expect.stringContaining(`- sheets/list.json, ${line}`));
  });

  it("in the company", () => {
    write("company.json", {
      plans: [{ key: "own", name: "Own" }],
      people: [...PEOPLE, person("kim@own.test", { plan: "other" })],
      groups: [{ name: "Team", description: "", owner: "kim@own.test", members: ["x@own.test"] }],
      workspaces: [
        { ...REPORT, sheets: undefined, columns: undefined, key: "a", folders: [{ key: "a", name: "A" }] },
      ],
    });
    expect(problems()).toEqual([
      '- company.json, people[2].email: "kim@own.test" is there twice. Give one of the two another name.',
      '- company.json, people[2].plan: there is no plan "other". Add it to company.json or correct the name. There are: own.',
      expect.stringContaining(
        '- company.json, groups[0].members[0]: there is no person with the address "x@own.test".',
      ),
      '- company.json, workspaces: "a" is there twice. Give one of the two another name.',
    ]);
  });

  it("in a report", () => {
    const [report] = [
      {
        ...REPORT,
        sheets: ["list", "lost"],
        columns: [
          { title: "What", also: ["Thing"] },
          { title: "Sheet Name", sheetName: true },
        ],
        criteria: criterion("Who"),
        sort: { column: "Who" },
      },
    ];
    write("reports.json", [report, REPORT]);
    expect(problems()).toEqual([
      '- reports.json, [1].key: "all" is there twice. Give one of the two another name.',
      expect.stringContaining('- reports.json, [0].sheets[1]: there is no sheet "lost".'),
      expect.stringContaining(
        '- reports.json, [0].columns[0].also[0]: there is no column in a source sheet called "Thing".',
      ),
      expect.stringContaining(
        '- reports.json, [0].criteria[0].column: there is no column in this report called "Who".',
      ),
      expect.stringContaining(
        '- reports.json, [0].sort.column: there is no column in this report called "Who".',
      ),
    ]);
  });

  it("in a dashboard", () => {
    const { sheets: _sheets, columns: _columns, ...asset } = REPORT;
    const widget = (contents: object, width = 1) => ({
      type: "METRIC",
      x: 0,
      y: 0,
      width,
      height: 1,
      contents,
    });
    write("sights.json", [
      {
        ...asset,
        columnCount: 6,
        widgets: [
          widget({ sheet: "list", cellData: [{ column: "Why", row: 9, profileField: "Total" }] }),
          widget({ cellData: [{ column: "What" }], report: "lost" }, 7),
        ],
      },
    ]);
    const [first, second] = ["- sights.json, [0].widgets[0].contents", "- sights.json, [0].widgets[1]"];
    expect(problems()).toEqual([
      expect.stringContaining(
        `${first}.cellData[0].column: there is no column in sheets/list.json called "Why".`,
      ),
      `${first}.cellData[0].row: sheets/list.json has 2 rows, and no row 9. Correct the number.`,
      expect.stringContaining(
        `${first}.cellData[0].profileField: there is no summary field in sheets/list.json called "Total".`,
      ),
      `${second}.width: reaches past column 6. Make it narrower or move it left.`,
      expect.stringContaining(
        `${second}.contents.cellData[0].column: names a part of a sheet, and no sheet is given around it.`,
      ),
      expect.stringContaining(`${second}.contents.report: there is no report "lost".`),
    ]);
  });

  it("and an id two sheets give themselves", () => {
    write("sheets/list.json", { ...SHEET, id: "12345" });
    write("sheets/more.json", { ...SHEET, id: "12345" });
    expect(problems()).toEqual([
      '- sheets/more.json, id: "12345" is the id of another sheet too. Change one of them.',
    ]);
  });
});

it("the files on disk are what acme is made of", () => {
  const launch = JSON.parse(readFileSync(join(ACME_FOLDER, "sheets/launch-plan.json"), "utf8"));
  expect(acme.sheets.find(({ key }) => key === "launch-plan")).toEqual({ key: "launch-plan", ...launch });
});
