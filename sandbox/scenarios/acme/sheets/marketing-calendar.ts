import { looks } from "../../format";
import { addDays, seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";

const CHANNELS = ["Newsletter", "Web", "Trade fair", "Video", "Radio", "Site visit"];
const TOPICS = [
  "Winter maintenance",
  "New depot in Lyon",
  "Safety week",
  "Apprentice day",
  "Spare parts offer",
  "Customer story: Nordkai",
  "Quiet pumps",
  "Open house",
];
const STATES = ["Idea", "Draft", "With legal", "Booked", "Out"];

function rows(): RowSeed[] {
  const random = seeded(312);
  return Array.from({ length: 312 }, (_, index): RowSeed => {
    const start = addDays("2026-01-05", Math.floor(index * 1.15));
    const channel = random.pick(CHANNELS);
    return {
      cells: [
        `${random.pick(TOPICS)}, ${channel.toLowerCase()}`,
        channel,
        start,
        addDays(start, random.int(0, 12)),
        random.pick(["mia@acme.test", "mia@acme.test", "sam@acme.test", "vik@acme.test"]),
        random.pick(STATES),
        random.int(0, 60) * 100,
        random.chance(0.2)
          ? random.pick(["Photos missing", "Ask Olga for a quote", "Second language too"])
          : null,
      ],
    };
  });
}

export const marketingCalendar: SheetSeed = {
  key: "marketing-calendar",
  name: "Marketing calendar",
  owner: "mia@acme.test",
  shares: [
    { email: "vik@acme.test", accessLevel: "VIEWER" },
    { email: "olga@acme.test", accessLevel: "COMMENTER" },
  ],
  createdAt: "2025-11-10T10:00:00Z",
  modifiedAt: "2026-11-23T15:20:00Z",
  version: 604,
  columns: [
    { title: "Piece", type: "TEXT_NUMBER", width: 280 },
    { title: "Channel", type: "PICKLIST", options: CHANNELS, width: 120 },
    { title: "Start", type: "DATE", width: 110, tags: ["CALENDAR_START_DATE"] },
    { title: "End", type: "DATE", width: 110, tags: ["CALENDAR_END_DATE"] },
    { title: "Responsible", type: "CONTACT_LIST", width: 160 },
    { title: "State", type: "PICKLIST", options: STATES, width: 110 },
    {
      title: "Cost",
      type: "TEXT_NUMBER",
      format: looks({ currency: "EUR", decimals: 0, thousands: true, number: "CURRENCY" }),
      width: 100,
    },
    { title: "Remarks", type: "TEXT_NUMBER", width: 240 },
  ],
  rows: rows(),
};
