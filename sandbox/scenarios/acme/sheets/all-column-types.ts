import { looks } from "../../format";
import type { ColumnSeed, RowSeed, SheetSeed } from "../../types";

const columns: ColumnSeed[] = [
  { title: "Name", type: "TEXT_NUMBER", width: 240 },
  { title: "Number", type: "TEXT_NUMBER", format: looks({ number: "NUMBER", decimals: 2, thousands: true }) },
  { title: "Date", type: "DATE", format: looks({ date: 4 }) },
  { title: "Start", type: "ABSTRACT_DATETIME", tags: ["GANTT_START_DATE"] },
  { title: "Finish", type: "ABSTRACT_DATETIME", tags: ["GANTT_END_DATE"] },
  { title: "Duration", type: "DURATION", tags: ["GANTT_DURATION"] },
  { title: "Predecessors", type: "PREDECESSOR", tags: ["GANTT_PREDECESSOR"] },
  { title: "Done", type: "CHECKBOX" },
  { title: "Flag", type: "CHECKBOX", symbol: "FLAG" },
  { title: "Choice", type: "PICKLIST", options: ["One", "Two", "Three, with a comma"], validation: true },
  { title: "Choices", type: "MULTI_PICKLIST", options: ["Red", "Green", "Blue", "Two, with a comma"] },
  { title: "Contact", type: "CONTACT_LIST" },
  { title: "Contacts", type: "MULTI_CONTACT_LIST" },
  { title: "Link", type: "TEXT_NUMBER" },
  { title: "Hidden", type: "TEXT_NUMBER", hidden: true },
  { title: "Locked", type: "TEXT_NUMBER", locked: true },
  {
    title: "Number of row",
    type: "TEXT_NUMBER",
    systemColumnType: "AUTO_NUMBER",
    autoNumberFormat: { prefix: "A-", fill: "000" },
  },
  { title: "Created", type: "DATETIME", systemColumnType: "CREATED_DATE" },
  { title: "Modified", type: "DATETIME", systemColumnType: "MODIFIED_DATE" },
  { title: "Created by", type: "CONTACT_LIST", systemColumnType: "CREATED_BY" },
  { title: "Modified by", type: "CONTACT_LIST", systemColumnType: "MODIFIED_BY" },
];

/** Cells by title, the rest untouched. */
function row(cells: Record<string, RowSeed["cells"][number]>, depth = 0): RowSeed {
  return { depth, cells: columns.map((column) => cells[column.title] ?? null) };
}

function rows(): RowSeed[] {
  const long = "A sentence that goes on for much longer than any screen is wide. ".repeat(60).slice(0, 3_990);
  const style = (format: string) => ({ value: "Styled", format });
  return [
    row({
      Name: "Everything filled",
      Number: 1234.5,
      Date: "2026-11-24",
      Start: "2026-11-24T08:00:00",
      Finish: "2026-11-27T16:59:59",
      Duration: "4d",
      Done: true,
      Flag: false,
      Choice: "Two",
      Choices: ["Red", "Two, with a comma"],
      Contact: "vik@acme.test",
      Contacts: ["vik@acme.test", "olga@acme.test"],
      Link: { value: "Our site", link: { url: "https://www.acme.example/" } },
      Hidden: "Hidden on screen, sent all the same",
      Locked: "Locked",
    }),
    row(
      {
        Name: "Child of row 1",
        Number: -0.5,
        Duration: "4d 6h 30m",
        Predecessors: "1FS +2d 4h",
        Start: "2026-12-02T08:00:00",
        Finish: "2026-12-07T14:29:59",
      },
      1,
    ),
    row(
      {
        Name: "Grandchild",
        Predecessors: "1, 2SS -1d",
        Duration: "2w",
        Choices: ["Blue"],
        Contacts: ["uma+north@acme.test"],
      },
      2,
    ),
    row({}),
    row({
      Name: "Free text where types are stricter",
      Date: "end of May",
      Done: "perhaps",
      Choice: "None of these",
      Contact: "Somebody Else",
      Duration: "a while",
      Number: "12 apples",
    }),
    row({
      Name: { value: "#UNPARSEABLE", formula: "=SUM(Number" },
      Number: { value: "#DIVIDE BY ZERO", formula: "=1 / 0" },
      Date: { value: "#INVALID DATA TYPE", formula: "=Number@row" },
    }),
    row({
      Name: "<script>alert(1)</script>",
      Link: { value: "Click me", link: { url: "javascript:alert(1)" } },
    }),
    row({ Name: '=HYPERLINK("x")', Number: "+1+1", Hidden: "@SUM(A1)", Locked: "-2+3" }),
    row({
      Name: "<img src=x onerror=alert(1)>",
      Link: { value: "Data link", link: { url: "data:text/html,<script>alert(1)</script>" } },
    }),
    row({ Name: "Line one\nLine two\r\nLine three", Hidden: 'Tab\there, "quotes", comma; semicolon' }),
    row({ Name: long }),
    row({ Name: "Right to left: שלום עולם", Hidden: "\u202Egnp.exe", Locked: "Emoji 👩‍👩‍👧 and é" }),
    row({ Name: "Link to a sheet", Link: { value: "Road map", link: { sheetId: "9007199254740993" } } }),
    row({
      Name: "Outsider as contact",
      Contact: "eve@outside.test",
      Contacts: ["eve@outside.test", "nobody@nowhere.test"],
    }),
    row({ Name: "Zero, false and empty", Number: 0, Done: false, Choices: [], Contacts: [], Hidden: "" }),
    row({ Name: "Big numbers", Number: 9_007_199_254_740_991, Hidden: 1e-7, Locked: 0.1 }),
    row({ Name: "__proto__", Hidden: "constructor", Locked: "toString" }),
    row({
      Name: style(looks({ bold: true, italic: true, underline: true, size: 5 })),
      Hidden: style(looks({ strike: true, text: 27 })),
      Locked: style(looks({ background: 21, align: "center", wrap: true })),
      Number: { value: 0.125, format: looks({ number: "PERCENT", decimals: 1 }) },
      Link: style(looks({ font: "Times New Roman", align: "right", text: 31 })),
    }),
    row({
      Name: "Money",
      Number: {
        value: 99_000,
        format: looks({ currency: "JPY", decimals: 0, thousands: true, number: "CURRENCY" }),
      },
      Hidden: { value: -12.5, format: looks({ currency: "GBP", decimals: 2, number: "CURRENCY" }) },
    }),
    row({ Hidden: { format: looks({ background: 9 }) } }),
    row({ Name: "Same number written twice", Number: "007", Hidden: "1e3", Locked: " padded " }),
  ];
}

export const allColumnTypes: SheetSeed = {
  key: "all-column-types",
  name: "All column types",
  owner: "dana@acme.test",
  shares: [{ email: "sam@acme.test", accessLevel: "ADMIN" }],
  createdAt: "2026-10-01T08:00:00Z",
  modifiedAt: "2026-11-20T08:00:00Z",
  version: 12,
  dependencies: true,
  columns,
  rows: rows(),
};
