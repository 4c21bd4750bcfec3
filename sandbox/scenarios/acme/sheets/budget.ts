import { looks } from "../../format";
import { seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";

const UNITS = [
  "Finance",
  "Field north",
  "Field south",
  "IT",
  "Marketing",
  "People",
  "Legal",
  "Yard Hamburg",
  "Plant Porto",
  "Dock Gdynia",
  "Depot Lyon",
  "Head office",
];
const KINDS = [
  "Wages",
  "Rent",
  "Energy",
  "Travel",
  "Tools",
  "Vehicles",
  "Licences",
  "Training",
  "Insurance",
  "Repairs",
  "Advice",
  "Cleaning",
  "Freight",
  "Fees",
  "Safety gear",
  "Reserve",
];

const cents = (amount: number) => Math.round(amount * 100) / 100;

/** Twelve units with 16 lines each: 204 rows. */
function rows(): RowSeed[] {
  const random = seeded(204);
  return UNITS.flatMap((unit) => {
    const lines = KINDS.map((kind): RowSeed => {
      const plan = random.int(4, 180) * 500;
      const actual = cents(plan * (0.55 + random.next() * 0.6));
      return {
        depth: 1,
        cells: [
          kind,
          plan,
          actual,
          { value: actual / plan, formula: "=Actual@row / Plan@row" },
          cents(plan - actual),
          random.pick(["Fixed", "Variable"]),
          null,
        ],
      };
    });
    const sum = (place: number) => lines.reduce((total, line) => total + Number(line.cells[place] ?? 0), 0);
    const plan = sum(1);
    const actual = cents(sum(2));
    const left = cents(plan - actual);
    const style = left < 0 ? looks({ bold: true, text: 27 }) : looks({ bold: true });
    const head: RowSeed = {
      depth: 0,
      format: style,
      cells: [unit, plan, actual, actual / plan, left, null, "fin@acme.test"],
    };
    return [head, ...lines];
  });
}

const euro = looks({ currency: "EUR", decimals: 2, thousands: true, number: "CURRENCY" });

export const budget: SheetSeed = {
  key: "budget-2026",
  name: "Budget 2026",
  owner: "fin@acme.test",
  shares: [{ email: "wanda@acme.test", accessLevel: "VIEWER" }],
  createdAt: "2025-10-20T08:00:00Z",
  modifiedAt: "2026-11-23T11:40:00Z",
  version: 333,
  columns: [
    { title: "Line", type: "TEXT_NUMBER", width: 220 },
    { title: "Plan", type: "TEXT_NUMBER", format: euro, width: 130 },
    { title: "Actual", type: "TEXT_NUMBER", format: euro, width: 130 },
    { title: "Used", type: "TEXT_NUMBER", format: looks({ decimals: 1, number: "PERCENT" }), width: 90 },
    { title: "Left", type: "TEXT_NUMBER", format: euro, width: 130 },
    { title: "Kind", type: "PICKLIST", options: ["Fixed", "Variable"], width: 100 },
    { title: "Controller", type: "CONTACT_LIST", width: 150 },
  ],
  rows: rows(),
};
