import { seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";

const RISKS = [
  "Supplier of valves stops delivery",
  "Storm closes the dock",
  "Key person leaves",
  "Permit comes late",
  "Ransom attack",
  "Cable theft on site",
  "Exchange rate turns",
  "Crane inspection overdue",
  "Data leak by mail",
  "Heat stress in summer",
  "Strike at the railway",
  "Wrong stock figures",
  "Fire in the battery store",
  "Customer pays late",
  "Noise complaint",
];
const WHERE = ["north", "south", "head office", "Porto", "Gdynia", "Lyon"];

function rows(): RowSeed[] {
  const random = seeded(77);
  return Array.from({ length: 77 }, (_, index): RowSeed => {
    const likelihood = random.int(1, 5);
    const damage = random.int(1, 5);
    const score = likelihood * damage;
    return {
      cells: [
        `${RISKS[index % RISKS.length]}, ${random.pick(WHERE)}`,
        score >= 15 ? "Red" : score >= 8 ? "Yellow" : "Green",
        random.pick(["Empty", "Quarter", "Half", "Three Quarter", "Full"]),
        likelihood,
        damage,
        { value: score, formula: "=[Likelihood]@row * [Damage]@row" },
        random.pick(["ravi@acme.test", "sam@acme.test", "fin@acme.test", "vik@acme.test", "wanda@acme.test"]),
        random.day("2026-11-24", -20, 200),
        random.pick(["Up", "Unchanged", "Down"]),
      ],
    };
  });
}

export const riskLog: SheetSeed = {
  key: "risk-log",
  name: "Risk log",
  owner: "ravi@acme.test",
  shares: [{ group: "Works council", accessLevel: "VIEWER" }],
  createdAt: "2026-01-19T08:00:00Z",
  modifiedAt: "2026-11-23T09:12:00Z",
  version: 188,
  columns: [
    { title: "Risk", type: "TEXT_NUMBER", width: 300 },
    { title: "Light", type: "PICKLIST", symbol: "RYG", options: ["Red", "Yellow", "Green"], width: 70 },
    {
      title: "Treated",
      type: "PICKLIST",
      symbol: "HARVEY_BALLS",
      options: ["Empty", "Quarter", "Half", "Three Quarter", "Full"],
      width: 80,
    },
    { title: "Likelihood", type: "TEXT_NUMBER", width: 90 },
    { title: "Damage", type: "TEXT_NUMBER", width: 90 },
    { title: "Score", type: "TEXT_NUMBER", width: 80 },
    { title: "Holder", type: "CONTACT_LIST", width: 160 },
    { title: "Look again", type: "DATE", width: 110 },
    {
      title: "Trend",
      type: "PICKLIST",
      symbol: "DIRECTIONS_3_WAY",
      options: ["Up", "Unchanged", "Down"],
      width: 80,
    },
  ],
  rows: rows(),
};
