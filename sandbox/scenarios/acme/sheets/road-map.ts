import { looks } from "../../format";
import { addDays, seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";

const THEMES = ["Sites", "Service desk", "Reporting", "Suppliers", "People tools"];
const WORK = [
  "Offline checklists",
  "Faster search",
  "Photo upload from the phone",
  "Single sign-on for contractors",
  "Weekly digest",
  "Spare-parts lookup",
  "Shift swap board",
  "Safety dashboard",
  "Invoice matching",
  "Onboarding path",
  "Language packs",
  "Barcode scanning",
  "Map of open tickets",
  "Archive of old sheets",
  "Approval by phone",
  "Reminder rules",
  "Shared calendars",
  "Cost forecast",
  "Visitor log",
  "Tool lending desk",
];
const QUARTERS = ["Q1", "Q2", "Q3", "Q4"];
const STATES = ["Idea", "Planned", "In progress", "Shipped", "Dropped"];
const LEADS = ["olga@acme.test", "mia@acme.test", "ravi@acme.test", "dana@acme.test", "vik@acme.test"];

/** Five themes with 24 items each: 125 rows. */
function rows(): RowSeed[] {
  const random = seeded(2027);
  return THEMES.flatMap((theme, themeIndex) => {
    const head: RowSeed = {
      depth: 0,
      format: looks({ bold: true, background: 8 }),
      cells: [theme, null, null, null, null, null, null],
    };
    const items = Array.from({ length: 24 }, (_, index): RowSeed => {
      const quarter = random.int(0, 3);
      const start = addDays("2027-01-04", quarter * 91 + random.int(0, 40));
      const name = WORK[(themeIndex * 7 + index) % WORK.length] ?? "Clean-up";
      return {
        depth: 1,
        cells: [
          index < WORK.length ? name : `${name}, second step`,
          QUARTERS[quarter] ?? null,
          random.pick(STATES),
          random.pick(LEADS),
          start,
          addDays(start, random.int(14, 70)),
          random.pick(["Empty", "One", "Two", "Three", "Four", "Five"]),
        ],
      };
    });
    return [head, ...items];
  });
}

export const roadMap: SheetSeed = {
  key: "road-map-2027",
  name: "Road map 2027",
  owner: "olga@acme.test",
  shares: [
    { email: "vik@acme.test", accessLevel: "VIEWER" },
    { email: "mia@acme.test", accessLevel: "EDITOR_SHARE" },
  ],
  createdAt: "2026-06-15T09:00:00Z",
  modifiedAt: "2026-11-24T07:48:00Z",
  version: 141,
  columns: [
    { title: "Item", type: "TEXT_NUMBER", width: 260 },
    { title: "Quarter", type: "PICKLIST", options: QUARTERS, width: 90 },
    { title: "State", type: "PICKLIST", options: STATES, width: 120 },
    { title: "Lead", type: "CONTACT_LIST", width: 160 },
    { title: "Start", type: "DATE", width: 110 },
    { title: "End", type: "DATE", width: 110 },
    { title: "Effort", type: "PICKLIST", symbol: "EFFORT", width: 110 },
  ],
  rows: rows(),
};
