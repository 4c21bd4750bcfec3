import { describe, expect, it } from "vitest";
import type { RuleAnswer } from "@/lib/rules/schema";
import { draftOf } from "./draft";
import { drawn, ids, names, neverBelow, overMany, withoutDelegation } from "./logic.test-helper";
import { keptColumns, piecesOf, slotText } from "./sentence";

const groups = { ...names, "localGroup:G-7": "Auditors", "group:77": "Finance" };

function say(rule: RuleAnswer, connections: { id: string; name: string }[] = []): string {
  const wording = { names: groups, columns: keptColumns(rule), connections };
  return piecesOf(draftOf(rule, "Europe/Berlin"), wording)
    .map((piece) => (typeof piece === "string" ? piece : slotText(piece.slot, piece.tokens)))
    .join("");
}

const golden: [string, RuleAnswer, string][] = [
  [
    "a local group over a workspace, by title",
    { ...drawn, ...overMany, principal: { type: "localGroup", id: "G-7" } },
    "The group Auditors (kept here) may read every sheet in the workspace Operations, also later ones, as Olga Owner, the columns Person, Salary, in rows where Contact is the viewer, until 31 Dec 2026, because works-council review of bonus plan.",
  ],
  [
    "a Smartsheet group over a folder, all columns",
    {
      ...drawn,
      ...overMany,
      principal: { type: "group", id: "77" },
      resource: { type: "folder", id: "5" },
      columns: { mode: "all" },
      rows: null,
    },
    "The group Finance may read every sheet in the folder Operations, also later ones, as Olga Owner, all columns (also those added later), in all rows, until 31 Dec 2026, because works-council review of bonus plan.",
  ],
  [
    "a report",
    {
      ...drawn,
      principal: { type: "domain", domain: "acme.test" },
      resource: { type: "report", id: "9" },
      sheetName: "Hours by team",
      columns: { mode: "only", titles: ["Team"] },
      rows: null,
    },
    "Everyone at acme.test may read the report Hours by team as Olga Owner, the column Team, in all rows, until 31 Dec 2026, because works-council review of bonus plan.",
  ],
  [
    "every link, never",
    { ...withoutDelegation, principal: { type: "link", id: null }, columns: { mode: "all" }, rows: null },
    "Every share link may never read the sheet Payroll 2026, all columns (also those added later), in all rows, until 31 Dec 2026, because works-council review of bonus plan.",
  ],
  [
    "one link, below a folder, as seen by somebody",
    { ...neverBelow, principal: { type: "link", id: "L-1a2b3c4d" } },
    "The share link L-1a2b3c4d may never read any sheet in the folder Board papers, also later ones, as seen by Olga Owner, all columns but Agenda, in all rows, until further notice, because works-council review of bonus plan.",
  ],
  [
    "masks, the parents, hours and a ticket",
    {
      ...drawn,
      columns: { mode: "only", ids: [ids.person, ids.department, ids.salary] },
      masks: [
        { columnId: ids.salary, mask: { kind: "bucket", size: 10_000 } },
        { columnId: ids.person, mask: { kind: "initials" } },
      ],
      parents: true,
      startsAt: "2026-11-30T23:00:00Z",
      hours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
      ticket: "HR-12",
    },
    "Vik Viewer may read the sheet Payroll 2026 as Olga Owner, the columns Person (initials), Department, Salary (in ranges of 10,000), in rows where Contact is the viewer, with the rows above them, from 1 Dec 2026, until 31 Dec 2026, only Mon–Fri 9:00–17:00, because works-council review of bonus plan (ticket HR-12).",
  ],
  [
    "masks where not every column is named",
    {
      ...drawn,
      columns: { mode: "except", ids: [ids.salary] },
      masks: [
        { columnId: ids.person, mask: { kind: "last4" } },
        { columnId: ids.department, mask: { kind: "constant", text: "n/a" } },
      ],
      rows: null,
    },
    'Vik Viewer may read the sheet Payroll 2026 as Olga Owner, all columns but Salary, with masks on Person (last 4), Department (as "n/a"), in all rows, until 31 Dec 2026, because works-council review of bonus plan.',
  ],
  [
    "a mask on a title in all columns",
    {
      ...drawn,
      principal: { type: "everyone" },
      columns: { mode: "all" },
      masks: [{ title: "Birth date", mask: { kind: "year" } }],
      rows: null,
    },
    "Everyone who may sign in may read the sheet Payroll 2026 as Olga Owner, all columns (also those added later), with masks on Birth date (year only), in all rows, until 31 Dec 2026, because works-council review of bonus plan.",
  ],
  [
    "groups and attributes of the viewer",
    {
      ...drawn,
      columns: { mode: "all" },
      rows: {
        match: "any",
        conditions: [
          { title: "Region", operator: "EQUAL", value: { attribute: "region" } },
          { columnId: ids.department, operator: "HAS_ANY_OF", values: [{ viewer: "group" }, "Legal"] },
        ],
      },
    },
    "Vik Viewer may read the sheet Payroll 2026 as Olga Owner, all columns (also those added later), in rows where Region is the viewer's region or Department has any of the viewer's groups or Legal, until 31 Dec 2026, because works-council review of bonus plan.",
  ],
];

describe("the sentence of", () => {
  it.each(golden)("%s", (_what, rule, sentence) => {
    expect(say(rule)).toBe(sentence);
  });

  it("a lookup names its connection where there is a choice", () => {
    const two = ["C-1", "C-2"].map((id) => ({ id, name: `Plan ${id}` }));
    expect(say(neverBelow, two)).toContain("as seen by Olga Owner through Plan C-1, all columns but");
  });

  it("a group nobody can name says its number", () => {
    expect(say({ ...drawn, principal: { type: "group", id: "5" } })).toMatch(/^The group 5 may/);
  });
});
