import { type Random, seeded } from "../../random";
import type { CellSeed, ColumnSeed, RowSeed, SheetSeed } from "../../types";
import { SYMBOLS } from "./symbols";

const SITES = ["Hamburg yard", "Porto plant", "Gdynia dock", "Lyon depot", "Leeds workshop"];
const FINDINGS = [
  "All clear",
  "Gangway blocked",
  "Extinguisher past its date",
  "Goggles missing",
  "Oil on the floor",
  "Good housekeeping",
  "Ladder without tag",
  "Lamp broken",
];
const WALKERS = [
  "sam@acme.test",
  "vik@acme.test",
  "uma+north@acme.test",
  "wanda@acme.test",
  "ravi@acme.test",
];

/** One column for each symbol, so that every one of them can be looked at in a sheet of a believable size. */
const symbolColumns = Object.entries(SYMBOLS).map(
  ([symbol, options]): ColumnSeed => ({
    title: titleOf(symbol),
    type: "PICKLIST",
    symbol,
    options,
    width: 110,
  }),
);

function rows(): RowSeed[] {
  const random = seeded(640);
  return Array.from({ length: 640 }, (): RowSeed => ({ cells: walk(random) }));
}

function walk(random: Random): CellSeed[] {
  return [
    `${random.pick(SITES)}: ${random.pick(FINDINGS).toLowerCase()}`,
    random.day("2026-11-09", -360, 0),
    random.some(WALKERS, 1, 3),
    `${random.int(0, 2)}h ${random.int(1, 11) * 5}m`,
    random.chance(0.3),
    random.chance(0.1),
    ...Object.values(SYMBOLS).map((options) => (random.chance(0.15) ? null : random.pick(options))),
  ];
}

function titleOf(symbol: string): string {
  const words = symbol.toLowerCase().replaceAll("_", " ");
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}

export const safetyWalks: SheetSeed = {
  key: "safety-walks",
  name: "Safety walks",
  owner: "sam@acme.test",
  shares: [{ group: "Field team", accessLevel: "VIEWER" }],
  createdAt: "2025-11-14T08:00:00Z",
  modifiedAt: "2026-11-09T14:30:00Z",
  version: 655,
  columns: [
    { title: "Walk", type: "TEXT_NUMBER", width: 280 },
    { title: "Date", type: "DATE", width: 110 },
    { title: "Walkers", type: "MULTI_CONTACT_LIST", width: 240 },
    { title: "Took", type: "TEXT_NUMBER", width: 90 },
    { title: "Follow-up", type: "CHECKBOX", symbol: "FLAG", width: 90 },
    { title: "Model", type: "CHECKBOX", symbol: "STAR", width: 80 },
    ...symbolColumns,
  ],
  rows: rows(),
};
