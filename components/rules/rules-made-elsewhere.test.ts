import { describe, expect, it } from "vitest";
import { OPERAND_COUNT } from "@/lib/policy/operands";
import { OPERATORS } from "@/lib/policy/types";
import { type RuleAnswer, ruleInput } from "@/lib/rules/schema";
import { draftOf } from "./draft";
import { inputOf } from "./draft-input";
import { drawn, ids, overMany, withoutDelegation } from "./logic.test-helper";

const zone = "Europe/Berlin";
const today = "2026-11-24";

/** What a rule made elsewhere was sent as, from what the API answers of it. */
function sentOf(rule: RuleAnswer) {
  const { effect, principal, resource, delegation, lookup, actions, columns, rows, endsAt, reason } = rule;
  const { masks, parents, startsAt, hours, freshSeconds, ticket } = rule;
  const optional = { delegation, lookup, masks, parents, startsAt, hours, freshSeconds, ticket };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined && value !== null);
  return {
    effect,
    principal,
    resource,
    actions,
    columns,
    rows,
    endsAt,
    reason,
    ...Object.fromEntries(given),
  };
}

const elsewhere: [string, RuleAnswer][] = [
  ["the rule of the drawing", drawn],
  ["a local group", { ...drawn, principal: { type: "localGroup", id: "G-7" } }],
  ["a Smartsheet group", { ...drawn, principal: { type: "group", id: "77" } }],
  ["every link", { ...withoutDelegation, principal: { type: "link", id: null } }],
  ["one link", { ...withoutDelegation, principal: { type: "link", id: "L-1a2b3c4d" }, endsAt: null }],
  ["titles over a workspace", { ...drawn, ...overMany }],
  [
    "titles on one sheet",
    {
      ...drawn,
      columns: { mode: "only", titles: ["Person", "person"] },
      masks: [{ title: "Person", mask: { kind: "initials" } }],
    },
  ],
  [
    "all but some titles below a folder, looked up as somebody",
    {
      ...withoutDelegation,
      resource: { type: "folder", id: "5" },
      columns: { mode: "except", titles: ["Salary"] },
      rows: null,
      lookup: { assume: "olga@acme.test", connectionId: "C-2" },
    },
  ],
  ["a report by ids", { ...drawn, resource: { type: "report", id: "9" } }],
  [
    "a report by titles",
    { ...drawn, resource: { type: "report", id: "9" }, columns: { mode: "only", titles: ["A"] } },
  ],
  [
    "masks of every kind, the parents, hours and a ticket",
    {
      ...drawn,
      columns: { mode: "all" },
      masks: [
        { columnId: ids.salary, mask: { kind: "bucket", size: 5_000 } },
        { columnId: ids.person, mask: { kind: "initials" } },
        { columnId: ids.contact, mask: { kind: "last4" } },
        { title: "Start", mask: { kind: "year" } },
        { title: "Note", mask: { kind: "constant", text: "hidden" } },
      ],
      parents: true,
      hours: { days: [5, 1], from: "22:00", to: "24:00" },
      ticket: "HR-1",
      startsAt: "2026-11-25T06:07:08Z",
    },
  ],
  ["freshness no choice of the form's has", { ...drawn, freshSeconds: 421 }],
  ["the parents of all rows", { ...drawn, rows: null, parents: true }],
  [
    "columns by title, groups and attributes in conditions inside conditions",
    {
      ...drawn,
      rows: {
        match: "any",
        conditions: [
          { title: "Region", operator: "IS_ONE_OF", values: [{ attribute: "region" }, "EMEA"] },
          { columnId: ids.department, operator: "EQUAL", value: { viewer: "group" } },
          {
            match: "none",
            conditions: [{ title: "Lead", operator: "HAS_ALL_OF", value: { attribute: "teams" } }],
          },
        ],
      },
    },
  ],
  [
    "one value spelled as a list, a list spelled as one value, and numbers",
    {
      ...drawn,
      rows: {
        match: "all",
        conditions: [
          { columnId: ids.person, operator: "EQUAL", values: ["x"] },
          { columnId: ids.person, operator: "IS_ONE_OF", value: "x" },
          { columnId: ids.salary, operator: "BETWEEN", values: [1, 20.5] },
          { columnId: ids.salary, operator: "EQUAL", value: false },
        ],
      },
    },
  ],
];

describe("a rule made elsewhere", () => {
  it.each(elsewhere)("is saved as it was: %s", (_what, rule) => {
    const sent = sentOf(rule);
    // The example itself must be one the API would take.
    expect(ruleInput.safeParse(sent).error).toBeUndefined();
    expect(inputOf(draftOf(rule, zone), zone, today)).toEqual(sent);
  });

  it("keeps the operands of every comparison", () => {
    const conditions = OPERATORS.map((operator) => {
      const [, most] = OPERAND_COUNT[operator];
      if (most === 0) return { columnId: ids.person, operator };
      const isDays = operator.endsWith("_DAYS");
      return most === 1
        ? { columnId: ids.person, operator, value: isDays ? 7 : "1" }
        : { columnId: ids.person, operator, values: ["1", "2"] };
    });
    const rule: RuleAnswer = { ...drawn, rows: { match: "all", conditions } };
    expect(inputOf(draftOf(rule, zone), zone, today)?.rows).toEqual(rule.rows);
  });
});
