import { existsSync, readFileSync } from "node:fs";
import type { ColumnSeed, RowSeed, Scenario, SheetSeed } from "../../scenarios/types";
import type { Store } from "../../store/store";

/** Request and response pairs of Smartsheet's own SDK test suite. They lie beside the project, not in it. */
const FILE = new URL("../../../../shared/smartsheet/sdk-test-scenarios.json", import.meta.url);

export interface Pair {
  scenario: string;
  request: {
    method: string;
    urlPath: string;
    queryParameters?: Record<string, string>;
    headers?: Record<string, string>;
    body?: unknown;
  };
  response: { status?: number; jsonBody?: Record<string, unknown> };
}

export const hasPairs = existsSync(FILE);

/** Those about the sheet itself: its rows, columns, rules and references. */
export function readPairs(): Pair[] {
  if (!hasPairs) return [];
  const all = JSON.parse(readFileSync(FILE, "utf8")) as Pair[];
  return all.filter(
    ({ request }) =>
      /^\/sheets(\/|$)/.test(request.urlPath) && !/\/(attachments|discussions|shares)$/.test(request.urlPath),
  );
}

/** Pairs that cannot be played, and members of an answer that cannot come; each with its reason. */
export const LEFT_OUT: Record<string, string> = {
  "Update Automation Rule":
    "The pair of 2018 answers the bare rule; the API description has wrapped it in a result since.",
  "Serialization - Update Request": "The sandbox has no update requests: all they do is send mail.",
  "Serialization - Sent Update Requests": "The sandbox has no update requests: all they do is send mail.",
};

export const MEMBERS_LEFT_OUT: Record<string, { members: string[]; why: string }> = {
  "Add Rows - Assign Formulae": {
    members: ["result.cells.value", "result.cells.displayValue"],
    why: "The sandbox works no formulas out.",
  },
  "Update Rows - Assign Formulae": {
    members: ["result.cells.value", "result.cells.displayValue"],
    why: "The sandbox works no formulas out.",
  },
  "Add Rows - Invalid - Assign Value and Formulae": {
    members: ["detail.rowId"],
    why: "A row that was never made has no id.",
  },
  "Add Rows - Assign Object Value - Predecessor List": {
    members: ["result.cells.formula"],
    why: "Start dates are computed by formulas, and the sandbox works none out.",
  },
  "Add Rows - Assign Object Value - Predecessor List (using floats)": {
    members: ["result.cells.formula"],
    why: "Start dates are computed by formulas, and the sandbox works none out.",
  },
  "Serialization - Predecessor": {
    members: ["result.cells.formula"],
    why: "Start dates are computed by formulas, and the sandbox works none out.",
  },
};

export const OWNER = "olga@acme.test";
export const ASSUMED = "vik@acme.test";
export const ADMIN = "ada@acme.test";

const made = { createdAt: "2026-10-01T08:00:00Z", modifiedAt: "2026-11-20T08:00:00Z" };

const text = (id: number, more: Partial<ColumnSeed> = {}): ColumnSeed => ({
  id: String(id),
  title: `Column ${id}`,
  type: "TEXT_NUMBER",
  ...more,
});
const row = (id: number, cells: RowSeed["cells"] = []): RowSeed => ({ id: String(id), cells });

interface Draft extends Partial<SheetSeed> {
  columns: ColumnSeed[];
}

function sheet(id: number, draft: Draft): SheetSeed {
  const shares = [{ email: ASSUMED, accessLevel: "ADMIN" as const }];
  const named = { key: `sheet-${id}`, name: `Sheet ${id}`, owner: OWNER, shares, ...made, version: 3 };
  return { ...named, id: String(id), rows: [], ...draft };
}

const plain = (id: number): SheetSeed =>
  sheet(id, {
    columns: [text(id * 100 + 1), text(id * 100 + 2)],
    rows: [row(id * 10, ["Pear", "Green"]), row(id * 10 + 1, ["Plum", "Blue"])],
  });

/** What the pairs of one kind find when they arrive. Sheets 1 to 3 and three reports unless said otherwise. */
const WORLDS: Record<string, SheetSeed[]> = {
  "Clear Value - Checkbox": [
    sheet(1, { columns: [text(100), text(101, { type: "CHECKBOX" })], rows: [row(10, ["x", true])] }),
  ],
  "Clear Value - Hyperlink": [
    sheet(1, {
      columns: [text(101)],
      rows: [row(10, [{ value: "x", link: { url: "https://acme.example/" } }])],
    }),
  ],
  "Clear Value - Cell Link": [
    sheet(1, {
      columns: [text(101)],
      rows: [row(10, [{ linkIn: { sheet: "sheet-2", row: 1, column: "Column 201" } }])],
    }),
    plain(2),
  ],
  "Predecessor List": [
    sheet(1, {
      dependencies: true,
      columns: [text(100), text(101, { type: "PREDECESSOR" }), text(123, { type: "PREDECESSOR" })],
      rows: [row(9, ["One"]), row(10, ["Two", null, "1"])],
    }),
  ],
  "Serialization - Predecessor": [
    sheet(1, {
      dependencies: true,
      columns: [text(1), text(2, { type: "PREDECESSOR" })],
      rows: [row(3, ["One"])],
    }),
  ],
  "Serialization - Image": [
    sheet(1, {
      columns: [text(6)],
      rows: [row(4), row(2, [{ image: { name: "puppy.jpg", width: 332, height: 300 } }])],
    }),
  ],
  "Serialization - BulkFailure": [sheet(1, { columns: [text(2)], rows: [row(5)] })],
  "Serialization - Rows": [
    sheet(1, { columns: [text(2), text(3), text(5)], rows: [row(8)] }),
    sheet(4, { columns: [text(41)] }),
  ],
  "Serialization - Cell Link": [
    sheet(1, { columns: [text(3)], rows: [row(7), row(2)] }),
    sheet(4, { columns: [text(6)], rows: [row(5, ["new value"])] }),
  ],
  "Serialization - Cross Sheet Reference": [
    plain(1),
    sheet(2, { columns: [text(5), text(6)], rows: [row(3), row(4)] }),
  ],
  Email: [sheet(1, { columns: [text(3)], rows: [row(4, ["x"])] })],
  "Serialization - Sheet Settings": [sheet(1, { dependencies: true, columns: [text(101)] })],
  "Serialization - Column": [plain(1)],
  "Update Column": [sheet(123, { columns: [text(230), text(231), text(234, { type: "TEXT_NUMBER" })] })],
  "Assume User": [
    sheet(123, {
      columns: [text(234)],
      rows: [row(345, ["Some Value"])],
      filters: [{ name: "All", shared: true, operator: "AND", criteria: [] }],
    }),
  ],
  "Automation Rule": [
    sheet(324, {
      columns: [text(101)],
      automationRules: [rule("284", []), rule("684", [OWNER])],
    }),
  ],
  "to another sheet": [
    sheet(1228520367122308, {
      columns: [text(101)],
      rows: [row(1765250516182916, ["Move"]), row(2891150423025540, ["Copy"])],
    }),
    sheet(799249123305348, { columns: [text(201)] }),
  ],
};

function rule(id: string, recipients: string[]) {
  const action = "NOTIFICATION_ACTION" as const;
  return { id, name: `Rule ${id}`, enabled: true, action, recipients, by: OWNER, at: made.createdAt };
}

/** What people did before a pair arrives, and no scenario can say: a favourite, a filter that is applied. */
export function prepare(store: Store, { scenario }: Pair): void {
  if (!scenario.includes("Assume User")) return;
  const person = store.mustFind(ASSUMED);
  store.favorites.set(ASSUMED, new Set(["sheet/123"]));
  for (const sheet of store.sheets)
    sheet.userSettings.set(person, { appliedSheetFilterId: sheet.filters[0]?.id });
}

export function worldFor({ scenario }: Pair): Scenario {
  const kind = Object.keys(WORLDS).find((part) => scenario.includes(part)) ?? "";
  const sheets = WORLDS[kind] ?? [plain(1), plain(2), plain(3)];
  const person = (email: string, firstName: string, lastName: string, admin = false) => ({
    ...{ email, firstName, lastName, admin },
    ...{ plan: "acme", title: "", department: "" },
  });
  return {
    plans: [{ key: "acme", name: "Acme" }],
    people: [
      person(OWNER, "Olga", "Owner"),
      person(ASSUMED, "Vik", "Viewer"),
      person(ADMIN, "Ada", "Admin", true),
    ],
    groups: [{ id: "2", name: "Crew", description: "", owner: ADMIN, members: [] }],
    sheets,
    reports: [6, 8, 9].map((id) => ({
      ...{ id: String(id), key: `report-${id}`, name: `Report ${id}`, owner: OWNER, shares: [], ...made },
      ...{ sheets: [sheets[0]?.key ?? ""], columns: [{ title: "Column 101" }] },
    })),
  };
}
