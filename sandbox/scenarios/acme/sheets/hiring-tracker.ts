import { seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";
import { fullNames } from "../names";

const POSTS = [
  "Crane operator",
  "Payroll clerk",
  "Data engineer",
  "Site manager",
  "Electrician",
  "Buyer",
  "Service desk agent",
];
const STAGES = ["Applied", "Phone call", "Interview", "Trial day", "Offer", "Hired", "Declined"];

function rows(): RowSeed[] {
  const random = seeded(48);
  return fullNames(random, 48).map(
    (name): RowSeed => ({
      cells: [
        name,
        random.pick(POSTS),
        random.pick(STAGES),
        random.pick(["Empty", "One", "Two", "Three", "Four", "Five"]),
        random.chance(0.15),
        random.pick(["olga@acme.test", "lea@acme.test", "sam@acme.test", "vik@acme.test"]),
        random.day("2026-11-24", -120, 0),
        random.chance(0.4)
          ? random.pick([
              "Warm and clear",
              "Wants four days a week",
              "Ask for the welding licence",
              "Moves in March",
            ])
          : null,
      ],
    }),
  );
}

export const hiringTracker: SheetSeed = {
  key: "hiring-tracker",
  name: "Hiring tracker",
  owner: "olga@acme.test",
  shares: [{ email: "lea@acme.test", accessLevel: "EDITOR" }],
  createdAt: "2026-03-09T08:00:00Z",
  modifiedAt: "2026-11-23T16:05:00Z",
  version: 96,
  columns: [
    { title: "Candidate", type: "TEXT_NUMBER", width: 190 },
    { title: "Post", type: "PICKLIST", options: POSTS, width: 160 },
    { title: "Stage", type: "PICKLIST", options: STAGES, width: 120 },
    { title: "Rating", type: "PICKLIST", symbol: "STAR_RATING", width: 120 },
    { title: "Hurry", type: "CHECKBOX", symbol: "FLAG", width: 70 },
    { title: "Interviewer", type: "CONTACT_LIST", width: 160 },
    { title: "Applied on", type: "DATE", width: 110 },
    { title: "Impression", type: "TEXT_NUMBER", width: 260 },
  ],
  rows: rows(),
};
