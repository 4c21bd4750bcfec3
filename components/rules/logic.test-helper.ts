import type { RuleAnswer } from "@/lib/rules/schema";

export const names = { "vik@acme.test": "Vik Viewer", "olga@acme.test": "Olga Owner" };
export const ids = { person: "101", department: "102", contact: "103", salary: "104" };

/** The rule of the drawing, as the API answers it. */
export const drawn: RuleAnswer = {
  id: "R-17",
  version: 1,
  effect: "permit",
  principal: { type: "user", email: "vik@acme.test" },
  resource: { type: "sheet", id: "3288115553007714" },
  delegation: { assume: "olga@acme.test", connectionId: "C-1" },
  actions: ["read"],
  columns: { mode: "only", ids: [ids.person, ids.department] },
  rows: {
    match: "all",
    conditions: [{ columnId: ids.contact, operator: "EQUAL", value: { viewer: "email" } }],
  },
  startsAt: null,
  endsAt: "2026-12-31T23:00:00Z",
  hours: null,
  reason: "works-council review of bonus plan",
  ticket: null,
  createdBy: "ada@acme.test",
  createdAt: "2026-11-24T08:00:00Z",
  sheetName: "Payroll 2026",
  columnTitles: {
    [ids.person]: "Person",
    [ids.department]: "Department",
    [ids.contact]: "Contact",
    [ids.salary]: "Salary",
  },
  state: "active",
  problem: null,
};

const { delegation: _left, ...rest } = drawn;
/** The same forbidden: nobody is read as. */
export const withoutDelegation: RuleAnswer = { ...rest, effect: "forbid" };

/** What the drawing says of one sheet, over every sheet of a workspace: columns by their titles. */
export const overMany = {
  resource: { type: "workspace", id: "88" },
  sheetName: "Operations",
  columns: { mode: "only", titles: ["Person", "Salary"] },
  rows: {
    match: "all",
    conditions: [{ title: "Contact", operator: "EQUAL", value: { viewer: "email" } }],
  },
} satisfies Partial<RuleAnswer>;

/** A forbid over a folder, whose view of it tells what lies below. */
export const neverBelow: RuleAnswer = {
  ...withoutDelegation,
  resource: { type: "folder", id: "5" },
  sheetName: "Board papers",
  columns: { mode: "except", titles: ["Agenda"] },
  rows: null,
  endsAt: null,
  lookup: { assume: "olga@acme.test", connectionId: "C-1" },
};
