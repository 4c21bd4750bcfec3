import { looks } from "../../format";
import { seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";

const PROBLEMS = [
  "cannot print",
  "forgot the PIN",
  "screen stays black",
  "needs access to the share",
  "battery drains in an hour",
  "mail search finds nothing",
  "headset crackles",
  "VPN drops every morning",
  "scanner jams",
  "cannot join meetings",
  "laptop is slow after the update",
  "keyboard types the wrong layout",
  "badge does not open the store room",
  "tablet will not charge",
  "calendar shows the wrong time zone",
];
const PLACES = [
  "Hamburg yard",
  "Leeds office",
  "Porto plant",
  "Gdynia dock",
  "Head office",
  "Lyon depot",
  "Field van 7",
  "Field van 12",
];
const TAGS = ["Hardware", "Software", "Network", "Access", "Mobile", "Printer", "Onboarding", "Security"];
const STATES = ["New", "Waiting for user", "In progress", "Solved", "Closed"];
const AGENTS = ["ravi@acme.test", "sam@acme.test", "dana@acme.test", "sid@acme.test", "vik@acme.test"];
const ASKERS = [
  "mia@acme.test",
  "olga@acme.test",
  "fin@acme.test",
  "vik@acme.test",
  "wanda@acme.test",
  "uma+north@acme.test",
];

function rows(): RowSeed[] {
  const random = seeded(1904);
  return Array.from({ length: 1_904 }, (): RowSeed => {
    const state = random.pick(STATES);
    const isUrgent = random.chance(0.07);
    return {
      ...(isUrgent ? { format: looks({ background: 11 }) } : {}),
      cells: [
        `${random.pick(PLACES)}: ${random.pick(PROBLEMS)}`,
        null,
        isUrgent ? "High" : random.pick(["Medium", "Low", "Low"]),
        isUrgent ? "High" : null,
        state,
        random.some(TAGS, 1, 3),
        random.pick(AGENTS),
        random.pick(ASKERS),
        random.int(1, 40) / 4,
        random.day("2026-11-01", -300, 40),
        null,
        null,
      ],
    };
  });
}

export const itTickets: SheetSeed = {
  key: "it-tickets",
  name: "IT tickets",
  owner: "ravi@acme.test",
  shares: [
    { email: "vik@acme.test", accessLevel: "VIEWER" },
    { email: "sam@acme.test", accessLevel: "EDITOR" },
  ],
  createdAt: "2026-01-05T07:00:00Z",
  modifiedAt: "2026-11-24T06:55:00Z",
  version: 5_213,
  columns: [
    { title: "Problem", type: "TEXT_NUMBER", width: 300 },
    {
      title: "Number",
      type: "TEXT_NUMBER",
      systemColumnType: "AUTO_NUMBER",
      autoNumberFormat: { prefix: "IT-", fill: "00000", startingNumber: 1 },
      width: 100,
    },
    {
      title: "Priority",
      type: "PICKLIST",
      symbol: "PRIORITY_HML",
      options: ["High", "Medium", "Low"],
      width: 80,
    },
    { title: "Escalated", type: "PICKLIST", symbol: "PRIORITY", options: ["High", "Low"], width: 90 },
    { title: "State", type: "PICKLIST", options: STATES, width: 140 },
    { title: "Tags", type: "MULTI_PICKLIST", options: TAGS, width: 200 },
    { title: "Agent", type: "CONTACT_LIST", width: 150 },
    { title: "Asked by", type: "CONTACT_LIST", width: 150 },
    { title: "Hours", type: "TEXT_NUMBER", format: looks({ number: "NUMBER", decimals: 2 }), width: 80 },
    { title: "Promised for", type: "DATE", width: 110 },
    { title: "Created", type: "DATETIME", systemColumnType: "CREATED_DATE", width: 150 },
    { title: "Modified", type: "DATETIME", systemColumnType: "MODIFIED_DATE", width: 150 },
  ],
  rows: rows(),
};
