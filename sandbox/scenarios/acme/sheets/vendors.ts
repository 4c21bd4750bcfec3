import { looks } from "../../format";
import { seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";

const FIRST = [
  "Nord",
  "Alba",
  "Terra",
  "Hafen",
  "Ponte",
  "Kron",
  "Lumo",
  "Sila",
  "Brand",
  "Vega",
  "Orso",
  "Fjell",
  "Mare",
];
const LAST = ["Valves", "Logistics", "Print", "Steel", "Catering", "Cranes", "Software"];
const COUNTRIES = ["Germany", "Poland", "Portugal", "France", "United Kingdom", "Norway"];

/** Thirteen times seven names: 91 rows. */
function rows(): RowSeed[] {
  const random = seeded(91);
  return FIRST.flatMap((first) =>
    LAST.map((last): RowSeed => {
      const host = `${first}-${last}.example`.toLowerCase();
      return {
        cells: [
          `${first} ${last}`,
          { value: `www.${host}`, link: { url: `https://www.${host}/` } },
          { value: `orders@${host}`, link: { url: `mailto:orders@${host}` } },
          random.pick(COUNTRIES),
          random.int(1, 400) * 1_000,
          random.pick(["mia@acme.test", "fin@acme.test", "ravi@acme.test", "vik@acme.test"]),
          random.chance(0.8),
          random.day("2026-11-24", 10, 900),
        ],
      };
    }),
  );
}

export const vendors: SheetSeed = {
  key: "vendors",
  name: "Vendors",
  owner: "mia@acme.test",
  shares: [
    { email: "vik@acme.test", accessLevel: "VIEWER" },
    { email: "fin@acme.test", accessLevel: "EDITOR" },
  ],
  createdAt: "2025-09-01T08:00:00Z",
  modifiedAt: "2026-11-12T13:00:00Z",
  version: 71,
  columns: [
    { title: "Vendor", type: "TEXT_NUMBER", width: 200 },
    { title: "Website", type: "TEXT_NUMBER", width: 220 },
    { title: "Orders", type: "TEXT_NUMBER", width: 220 },
    { title: "Country", type: "PICKLIST", options: COUNTRIES, width: 140 },
    {
      title: "Turnover",
      type: "TEXT_NUMBER",
      format: looks({ currency: "USD", decimals: 0, thousands: true, number: "CURRENCY" }),
      width: 120,
    },
    { title: "Buyer", type: "CONTACT_LIST", width: 150 },
    { title: "Approved", type: "CHECKBOX", width: 90 },
    { title: "Contract until", type: "DATE", width: 120 },
  ],
  rows: rows(),
};
