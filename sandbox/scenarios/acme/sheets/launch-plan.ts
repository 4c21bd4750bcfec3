import { looks } from "../../format";
import type { CellSeed, RowSeed, SheetSeed } from "../../types";

const euro = looks({ currency: "EUR", decimals: 0, thousands: true, number: "CURRENCY" });
const heading = looks({ bold: true });
const day = looks({ date: 3 });

const mia = "mia@acme.test";
const ravi = "ravi@acme.test";
const dana = "dana@acme.test";
const vik = "vik@acme.test";
const olga = "olga@acme.test";
const sam = "sam@acme.test";
const fin = "fin@acme.test";

type Line = [
  depth: number,
  task: string,
  owner?: string,
  status?: string,
  due?: string,
  budget?: number,
  notes?: string,
];

const LINES: Line[] = [
  [0, "Design", undefined, undefined, undefined, 84_000],
  [1, "Brand tokens", mia, "Done", "2026-11-03", 12_000, "Signed off"],
  [2, "Colours and contrast", mia, "Done", "2026-10-20", 4_000],
  [2, "Type scale", mia, "Done", "2026-10-27", 3_500],
  [1, "Icon set", ravi, "Doing", "2026-11-21", 9_500],
  [2, "Grid and toolbar icons", ravi, "Done", "2026-11-10", 5_000],
  [2, "Empty-state drawings", ravi, "Doing", "2026-11-21", 4_500, "Waiting for the last two"],
  [1, "Prototype", mia, "Doing", "2026-11-28", 31_000, "Two rounds with the field team"],
  [2, "First round, tablets", sam, "Done", "2026-11-12", 11_000],
  [2, "Second round, phones", sam, "Doing", "2026-11-26", 12_000],
  [1, "Accessibility review", dana, "Todo", "2026-12-04", 14_000, "Outside reviewer booked"],
  [1, "Words on screen", mia, "Doing", "2026-12-01", 17_500],
  [0, "Build", undefined, undefined, undefined, 210_000],
  [1, "Sign-in", dana, "Done", "2026-11-08", 18_000],
  [2, "Callback and sessions", dana, "Done", "2026-11-02", 10_000],
  [2, "Account page", dana, "Done", "2026-11-08", 8_000],
  [1, "Access rules", vik, "Doing", "2026-11-30", 64_000, "Blast radius next"],
  [2, "Rule sentence", vik, "Done", "2026-11-14", 20_000],
  [2, "Preview as another person", vik, "Doing", "2026-11-25", 22_000],
  [2, "Blast radius", vik, "Todo", "2026-11-30", 22_000],
  [1, "Sheet view", ravi, "Todo", "2026-12-12", 72_000],
  [2, "Rows and columns that scroll", ravi, "Doing", "2026-11-29", 30_000],
  [2, "Filters", ravi, "Todo", "2026-12-05", 21_000],
  [2, "Export", ravi, "Todo", "2026-12-12", 21_000],
  [1, "Share links", vik, "Todo", "2026-12-19", 26_000],
  [1, "Audit trail", dana, "Todo", "2026-12-16", 30_000, "Kept for two years"],
  [0, "Roll-out", undefined, undefined, undefined, 40_000],
  [1, "Pilot, 40 people", olga, "Todo", "2027-01-09", 15_000, "Needs the works council"],
  [2, "Pick the pilot group", olga, "Doing", "2026-12-10", 3_000],
  [2, "Works council agreement", vik, "Todo", "2026-12-18", 4_000],
  [2, "Feedback interviews", mia, "Todo", "2027-01-09", 8_000],
  [1, "Training", sam, "Todo", "2027-01-16", 8_000],
  [2, "Site leads, north", "uma+north@acme.test", "Todo", "2027-01-12", 4_000],
  [2, "Site leads, south", sam, "Todo", "2027-01-16", 4_000],
  [1, "All sites", olga, "Todo", "2027-02-01", 17_000],
  [0, "Money", undefined, undefined, undefined, 22_000],
  [1, "Budget sign-off", fin, "Done", "2026-10-15", 0, "Approved with a cap"],
  [1, "Hosting contract", fin, "Doing", "2026-12-01", 16_000],
  [1, "Licences", fin, "Todo", "2026-12-15", 6_000],
  [0, "After launch", undefined, undefined, undefined, 18_000],
  [1, "Review with all owners", olga, "Todo", "2027-03-01", 18_000, "Half a day, on site"],
];

function rows(): RowSeed[] {
  return LINES.map(([depth, task, owner, status, due, budget, notes]) => {
    const cells: CellSeed[] = [
      task,
      owner ?? null,
      status ?? null,
      due ?? null,
      budget ?? null,
      notes ?? null,
    ];
    return depth === 0 ? { depth, format: heading, cells } : { depth, cells };
  });
}

export const launchPlan: SheetSeed = {
  key: "launch-plan",
  name: "Launch plan",
  owner: "olga@acme.test",
  shares: [
    { email: "mia@acme.test", accessLevel: "EDITOR" },
    { email: "ravi@acme.test", accessLevel: "EDITOR" },
  ],
  createdAt: "2026-08-03T08:00:00Z",
  modifiedAt: "2026-11-24T07:30:00Z",
  version: 87,
  columns: [
    { title: "Task", type: "TEXT_NUMBER", width: 300 },
    { title: "Owner", type: "CONTACT_LIST", width: 170 },
    { title: "Status", type: "PICKLIST", options: ["Todo", "Doing", "Done"], width: 120 },
    { title: "Due date", type: "DATE", format: day, width: 130 },
    { title: "Budget", type: "TEXT_NUMBER", format: euro, width: 110 },
    { title: "Notes", type: "TEXT_NUMBER", width: 320 },
  ],
  rows: rows(),
};
