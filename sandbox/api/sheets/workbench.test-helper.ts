import { looks } from "../../scenarios/format";
import type { CellSeed, PersonSeed, RowSeed, Scenario, SheetSeed } from "../../scenarios/types";
import type { SandboxOptions } from "../../server";
import { type Answer, startForTest, type TestSandbox } from "../../testing";

export const OLGA = "olga@acme.test";
export const SAM = "sam@acme.test";
export const MIA = "mia@acme.test";
export const VIK = "vik@acme.test";
export const RAVI = "ravi@acme.test";

/** A Tuesday at noon, UTC. */
export const NOON = Date.parse("2026-11-24T12:00:00Z");

const person = (email: string, firstName: string, lastName: string): PersonSeed => ({
  email,
  firstName,
  lastName,
  plan: "acme",
  title: "",
  department: "",
});

const born = { createdAt: "2026-10-01T08:00:00Z", modifiedAt: "2026-11-20T08:00:00Z", version: 10 };

export const TASK_COLUMNS: SheetSeed["columns"] = [
  { title: "Task", type: "TEXT_NUMBER" },
  { title: "Cost", type: "TEXT_NUMBER", format: looks({ number: "CURRENCY", currency: "EUR", decimals: 2 }) },
  { title: "Due", type: "DATE" },
  { title: "Done", type: "CHECKBOX" },
  { title: "State", type: "PICKLIST", options: ["Todo", "Doing", "Done"] },
  { title: "Light", type: "PICKLIST", symbol: "RYG" },
  { title: "Owner", type: "CONTACT_LIST" },
  { title: "Team", type: "MULTI_CONTACT_LIST" },
  { title: "Tags", type: "MULTI_PICKLIST", options: ["Red", "Blue", "Green"] },
  { title: "Price", type: "TEXT_NUMBER" },
  { title: "Secret", type: "TEXT_NUMBER", locked: true },
  { title: "Checked", type: "DATE", validation: true },
  {
    title: "No",
    type: "TEXT_NUMBER",
    systemColumnType: "AUTO_NUMBER",
    autoNumberFormat: { prefix: "T-", fill: "000" },
  },
  { title: "Changed", type: "DATETIME", systemColumnType: "MODIFIED_DATE" },
];

function task(cells: Record<string, CellSeed>, more: Partial<RowSeed> = {}): RowSeed {
  return { ...more, cells: TASK_COLUMNS.map(({ title }) => cells[title] ?? null) };
}

/**
 * "Tasks" is Olga's, with Sam as ADMIN, Mia as EDITOR and Vik as VIEWER, in the workspace "Works"; its price comes from
 * "Prices", which Vik does not have. "Plan" has dependencies, "Empty" one column and no rows.
 */
export function workbench(): Scenario {
  const shares: SheetSeed["shares"] = [
    { email: SAM, accessLevel: "ADMIN" },
    { email: MIA, accessLevel: "EDITOR" },
    { email: VIK, accessLevel: "VIEWER" },
  ];
  return {
    plans: [{ key: "acme", name: "Acme" }],
    people: [
      person(OLGA, "Olga", "Owner"),
      person(SAM, "Sam", "Second"),
      person(MIA, "Mia", "Maker"),
      person(VIK, "Vik", "Viewer"),
      person(RAVI, "Ravi", "Runner"),
    ],
    groups: [],
    workspaces: [
      {
        key: "works",
        name: "Works",
        owner: OLGA,
        shares: [{ email: MIA, accessLevel: "EDITOR" }],
        folders: [{ key: "plans", name: "Plans" }],
        createdAt: born.createdAt,
        modifiedAt: born.modifiedAt,
      },
    ],
    sheets: [tasks(shares), prices(), plan(), empty()],
  };
}

function tasks(shares: SheetSeed["shares"]): SheetSeed {
  return {
    key: "tasks",
    name: "Tasks",
    owner: OLGA,
    shares,
    folder: "plans",
    ...born,
    columns: TASK_COLUMNS,
    rows: [
      task({ Task: "Build", Cost: 1200.5, Due: "2026-11-30", State: "Doing", Light: "Yellow", Owner: MIA }),
      task({ Task: "Walls", Cost: 300, Done: true, State: "Done", Tags: ["Red", "Blue"] }, { depth: 1 }),
      task(
        {
          Task: "Roof",
          Due: "2026-11-20",
          State: "Todo",
          Price: { linkIn: { sheet: "prices", row: 2, column: "Price" } },
        },
        { depth: 1 },
      ),
      task({ Task: "Move in", Owner: "eve@outside.test", Team: [VIK, MIA], Secret: "x" }),
      task({
        Task: { value: "Site", link: { sheetId: "prices" } },
        Cost: { value: 5, format: ",,1,,,,,,,,,,,,,," },
      }),
      task({ Task: "Locked", State: "Todo" }, { locked: true }),
    ],
    attachments: [
      { name: "plan.txt", by: OLGA, at: born.createdAt, mimeType: "text/plain", text: "Plan" },
      { name: "roof.txt", row: 3, by: MIA, at: born.createdAt, mimeType: "text/plain", text: "Roof" },
    ],
    discussions: [
      { comments: [{ by: VIK, at: born.createdAt, text: "Nice" }] },
      {
        row: 3,
        comments: [
          {
            by: MIA,
            at: born.modifiedAt,
            text: "Leaks",
            attachments: [{ name: "leak.txt", by: MIA, at: born.modifiedAt, text: "drip" }],
          },
        ],
      },
    ],
    history: [{ row: 1, column: "State", was: [{ by: MIA, at: born.createdAt, value: "Todo" }] }],
    summary: [
      {
        title: "Budget",
        type: "TEXT_NUMBER",
        value: 9000,
        format: looks({ number: "CURRENCY", currency: "EUR" }),
      },
      { title: "Lead", type: "CONTACT_LIST", value: MIA },
      { title: "Fixed", type: "TEXT_NUMBER", value: "yes", locked: true },
    ],
    filters: [
      {
        name: "Open",
        shared: true,
        operator: "AND",
        criteria: [{ column: "State", operator: "IS_ONE_OF", values: ["Todo", "Doing"] }],
      },
      {
        name: "With parents",
        shared: true,
        operator: "OR",
        includeParent: true,
        criteria: [{ column: "Done", operator: "IS_CHECKED" }],
      },
      {
        name: "Mine",
        shared: false,
        owner: MIA,
        operator: "AND",
        criteria: [{ column: "Owner", operator: "EQUAL", values: ["Current User"] }],
      },
    ],
    conditionalFormats: [
      { when: { column: "Due", operator: "PAST" }, format: looks({ background: 21 }) },
      {
        when: { column: "State", operator: "EQUAL", values: ["Todo"] },
        format: looks({ text: 27 }),
        columns: ["State"],
      },
    ],
    crossSheetReferences: [{ name: "Price list", sheet: "prices", startColumn: "Price", endColumn: "Price" }],
    automationRules: [
      {
        name: "Tell",
        enabled: true,
        action: "NOTIFICATION_ACTION",
        recipients: [VIK],
        by: OLGA,
        at: born.createdAt,
      },
    ],
  };
}

function prices(): SheetSeed {
  return {
    key: "prices",
    name: "Prices",
    owner: OLGA,
    shares: [{ email: MIA, accessLevel: "EDITOR" }],
    ...born,
    columns: [
      { title: "Thing", type: "TEXT_NUMBER" },
      { title: "Price", type: "TEXT_NUMBER" },
    ],
    rows: [{ cells: ["Brick", 2] }, { cells: ["Tile", 4.5] }],
  };
}

function plan(): SheetSeed {
  return {
    key: "plan",
    name: "Plan",
    owner: OLGA,
    shares: [],
    ...born,
    dependencies: true,
    columns: [
      { title: "Step", type: "TEXT_NUMBER" },
      { title: "Start", type: "ABSTRACT_DATETIME", tags: ["GANTT_START_DATE"] },
      { title: "End", type: "ABSTRACT_DATETIME", tags: ["GANTT_END_DATE"] },
      { title: "Time", type: "DURATION", tags: ["GANTT_DURATION"] },
      { title: "After", type: "PREDECESSOR", tags: ["GANTT_PREDECESSOR"] },
    ],
    rows: [
      { cells: ["One", "2026-11-24T08:00:00", null, "2d", null] },
      { cells: ["Two", null, null, "1d", "1FS +2d 4h"] },
      { cells: ["Three", null, null, null, "1, 2SS -1d"] },
    ],
  };
}

function empty(): SheetSeed {
  return {
    key: "empty",
    name: "Empty",
    owner: OLGA,
    shares: [{ email: MIA, accessLevel: "EDITOR" }],
    ...born,
    columns: [{ title: "Task", type: "TEXT_NUMBER" }],
    rows: [],
  };
}

export type Wire = Record<string, unknown>;
export const list = (value: unknown) => value as Wire[];

/** A sandbox with the workbench in it, at noon of 24 November 2026. */
export interface Bench extends TestSandbox {
  /** A call on one sheet, by name; as Olga unless told otherwise. */
  on(method: string, sheet: string, path: string, body?: unknown, as?: string): Promise<Answer>;
  /** Ids as numbers. */
  column(sheet: string, title: string): number;
  row(sheet: string, rowNumber: number): number;
  /** What a cell of a sheet answer is, by row number and column title. */
  cell(answer: Answer, rowNumber: number, title: string): Wire;
}

export async function startBench(options: SandboxOptions = {}): Promise<Bench> {
  const sandbox = await startForTest({ rate: 0, scenario: workbench(), clock: () => NOON, ...options });
  const live = (name: string) => {
    const sheet = sandbox.store.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(`no sheet is called ${name}`);
    return sheet;
  };
  return {
    ...sandbox,
    on: (method, sheet, path, body, as = OLGA) =>
      sandbox.call(method, `/sheets/${live(sheet).id}${path}`, {
        token: sandbox.token(as),
        ...(body === undefined ? {} : { body }),
      }),
    column: (sheet, title) => Number(sandbox.columnId(sheet, title)),
    row: (sheet, rowNumber) => Number(live(sheet).rows[rowNumber - 1]?.id),
    cell: ({ body }, rowNumber, title) => {
      const column = list(body.columns).find((one) => one.title === title);
      const row = list(body.rows).find((one) => one.rowNumber === rowNumber);
      const found = list(row?.cells).find((one) => one.columnId === column?.id);
      if (!found) throw new Error(`row ${rowNumber} has no cell under ${title}`);
      return found;
    },
  };
}
