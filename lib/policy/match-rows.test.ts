import { describe, expect, it } from "vitest";
import { resolveRows } from "./conditions";
import { compileFilter } from "./match-rows";
import { columnId, facts, LOST, row, TASK, vera } from "./sample.test-helper";
import type { ColumnType, SourceCell, SourceColumn } from "./sheet";
import type { Condition, ConditionGroup, Operand, Operator } from "./types";

const AT = columnId("9007199254740993");

const visitor = {
  ...vera,
  groupNames: ["Sales", "Marketing"],
  attributes: { region: ["North", "West"], "cost centre": ["4711"], "reports to": ["boss@acme.com"] },
};

/** One condition on one cell, all the way from the stored form. */
function holds(
  type: ColumnType,
  cell: SourceCell | undefined,
  operator: Operator,
  ...operands: Operand[]
): boolean {
  const condition: Condition = { columnId: AT, operator };
  if (operands.length === 1) condition.value = operands[0];
  if (operands.length > 1) condition.values = operands;
  return groupHolds({ match: "all", conditions: [condition] }, type, cell);
}

function groupHolds(group: ConditionGroup, type: ColumnType, cell: SourceCell | undefined): boolean {
  const resolved = resolveRows(group, visitor, facts.today);
  if ("unresolved" in resolved || resolved.filter === null)
    throw new Error("The test's conditions aren't valid.");
  const column: SourceColumn = { id: AT, index: 0, title: "Any", type };
  const matches = compileFilter(resolved.filter, [column]);
  if (matches === null) throw new Error("The test's column is missing.");
  return matches(row("1", 1, null, cell === undefined ? {} : { [AT]: cell }));
}

const text = (value: string): SourceCell => ({ value });
const number = (value: number, displayValue?: string): SourceCell => ({ value, displayValue });
const day = (value: string): SourceCell => ({ value, objectValue: { type: "DATE", value } });
const moment = (value: string): SourceCell => ({ value });
const contact = (email: string | undefined, name: string): SourceCell => ({
  value: email ?? name,
  displayValue: name,
  objectValue: { type: "CONTACT", email, name },
});
const contacts = (...emails: string[]): SourceCell => ({
  displayValue: emails.join(", "),
  objectValue: {
    type: "MULTI_CONTACT",
    values: emails.map((email) => ({ email, name: `Name of ${email}` })),
  },
});
const choices = (...values: string[]): SourceCell => ({
  displayValue: values.join(", "),
  objectValue: { type: "MULTI_PICKLIST", values },
});
const BLANKS: [string, SourceCell | undefined][] = [
  ["absent", undefined],
  ["an empty text", text("")],
  ["a format alone", { format: ",,1" }],
  ["no contacts", contacts()],
  ["no options", choices()],
];

type Line = [ColumnType, SourceCell | undefined, Operator, Operand[], boolean];
const TEXT = "TEXT_NUMBER";
const lines: Line[] = [
  // Text, without case, in any composition
  [TEXT, text("Straße ÄÖ"), "EQUAL", ["straße äö"], true],
  [TEXT, text("Cafe\u0301"), "EQUAL", ["CAF\u00c9"], true],
  [TEXT, text("ΟΔΟΣ"), "EQUAL", ["οδος"], true],
  [TEXT, text("ΟΔΟΣΑ"), "CONTAINS", ["ΟΔΟΣ"], true],
  [TEXT, text("ISTANBUL"), "EQUAL", ["istanbul"], true],
  [TEXT, text("ıstanbul"), "EQUAL", ["istanbul"], false],
  [TEXT, text("Plan "), "EQUAL", ["Plan"], false],
  [TEXT, text("\u{1F680} Launch"), "CONTAINS", ["\u{1F680}"], true],
  [TEXT, text("Plan"), "NOT_EQUAL", ["plan"], false],
  [TEXT, text("Plan"), "NOT_EQUAL", ["Planned"], true],
  [TEXT, text("Planning"), "CONTAINS", ["PLAN"], true],
  [TEXT, text("Planning"), "CONTAINS", ["plant"], false],
  [TEXT, text("Plan"), "IS_ONE_OF", ["Build", "plan"], true],
  [TEXT, text("Ship"), "IS_ONE_OF", ["Build", "plan"], false],
  [TEXT, text("__proto__"), "EQUAL", ["constructor"], false],
  // Numbers, by value
  [TEXT, number(1000, "$1,000.00"), "EQUAL", [1000], true],
  [TEXT, number(1000, "$1,000.00"), "EQUAL", ["1000.0"], true],
  [TEXT, number(1000, "$1,000.00"), "EQUAL", ["$1,000.00"], false],
  [TEXT, number(1000, "$1,000.00"), "CONTAINS", ["1,000"], true],
  [TEXT, number(0), "EQUAL", [0], true],
  [TEXT, number(0), "EQUAL", [false], false],
  [TEXT, text("1000"), "EQUAL", [1000], true],
  [TEXT, text("007"), "EQUAL", ["7"], false],
  [TEXT, text("9007199254740993"), "EQUAL", ["9007199254740992"], false],
  [TEXT, text("9007199254740993"), "EQUAL", [9007199254740992], false],
  [TEXT, number(7), "IS_ONE_OF", [5, 7], true],
  [TEXT, number(7), "NOT_EQUAL", [7], false],
  [TEXT, number(10), "GREATER_THAN", [9], true],
  [TEXT, number(10), "GREATER_THAN", [10], false],
  [TEXT, number(10), "GREATER_THAN", ["9"], true],
  [TEXT, number(-1), "LESS_THAN", [0], true],
  [TEXT, number(0), "LESS_THAN", [0], false],
  [TEXT, number(5), "BETWEEN", [5, 10], true],
  [TEXT, number(10), "BETWEEN", [5, 10], true],
  [TEXT, number(10.01), "BETWEEN", [5, 10], false],
  [TEXT, text("10"), "GREATER_THAN", [9], false],
  [TEXT, text("lots"), "GREATER_THAN", [9], false],
  [TEXT, number(2030), "GREATER_THAN", ["2026-01-01"], false],
  [TEXT, number(3), "IS_NUMBER", [], true],
  [TEXT, text("3"), "IS_NUMBER", [], false],
  [TEXT, text("3"), "IS_NOT_NUMBER", [], true],
  [TEXT, number(3), "IS_NOT_NUMBER", [], false],
  ["DURATION", { value: "5d", objectValue: { type: "DURATION", text: "5d" } }, "GREATER_THAN", [1], false],
  ["DURATION", { displayValue: "5d", objectValue: { type: "DURATION", text: "5d" } }, "EQUAL", ["5D"], true],
  ["PREDECESSOR", { objectValue: { type: "PREDECESSOR_LIST", text: "3FS" } }, "CONTAINS", ["3"], true],
  // Picklists
  ["PICKLIST", text("In Progress"), "EQUAL", ["in progress"], true],
  ["PICKLIST", number(3), "EQUAL", ["3"], true],
  ["PICKLIST", text("Open"), "IS_ONE_OF", ["Open", "Done"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "EQUAL", ["red"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "EQUAL", ["blue"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "NOT_EQUAL", ["red"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "CONTAINS", ["dark blue"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "CONTAINS", ["blue"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "IS_ONE_OF", ["Green", "Red"], true],
  ["MULTI_PICKLIST", text("Red, Dark Blue"), "EQUAL", ["Dark Blue"], true],
  // Contacts, by e-mail
  ["CONTACT_LIST", contact("Vera.Viewer@ACME.com", "Vera"), "EQUAL", [{ viewer: "email" }], true],
  ["CONTACT_LIST", contact("vera.viewer+x@acme.com", "Vera"), "EQUAL", [{ viewer: "email" }], false],
  ["CONTACT_LIST", contact("xvera.viewer@acme.com", "Vera"), "EQUAL", [{ viewer: "email" }], false],
  ["CONTACT_LIST", contact("sam@acme.com", "vera.viewer@acme.com"), "EQUAL", [{ viewer: "email" }], false],
  ["CONTACT_LIST", contact("\u212Aim@acme.com", "Kim"), "EQUAL", ["kim@acme.com"], false],
  ["CONTACT_LIST", text("vera.viewer@acme.com"), "EQUAL", [{ viewer: "email" }], true],
  ["CONTACT_LIST", contact(undefined, "Vera Viewer"), "EQUAL", [{ viewer: "name" }], false],
  ["CONTACT_LIST", contact(undefined, "Vera Viewer"), "CONTAINS", [{ viewer: "name" }], true],
  ["CONTACT_LIST", contact("sam@acme.com", "Sam"), "CONTAINS", [{ viewer: "domain" }], true],
  ["CONTACT_LIST", contact("sam@acme.com", "Sam"), "NOT_EQUAL", [{ viewer: "email" }], true],
  [
    "MULTI_CONTACT_LIST",
    contacts("a@acme.com", "vera.viewer@acme.com"),
    "EQUAL",
    [{ viewer: "email" }],
    true,
  ],
  ["MULTI_CONTACT_LIST", contacts("a@acme.com", "b@acme.com"), "EQUAL", [{ viewer: "email" }], false],
  [
    "MULTI_CONTACT_LIST",
    contacts("a@acme.com", "b@acme.com"),
    "IS_ONE_OF",
    ["c@acme.com", "B@acme.com"],
    true,
  ],
  ["MULTI_CONTACT_LIST", contacts("a@acme.com", "b@acme.com"), "CONTAINS", ["name of b"], true],
  ["MULTI_CONTACT_LIST", contacts("a@acme.com"), "NOT_EQUAL", ["a@acme.com"], false],
  [TEXT, text("vera.viewer@acme.com"), "EQUAL", [{ viewer: "email" }], true],
  // Boxes
  ["CHECKBOX", { value: true }, "IS_CHECKED", [], true],
  ["CHECKBOX", { value: false }, "IS_CHECKED", [], false],
  ["CHECKBOX", undefined, "IS_CHECKED", [], false],
  ["CHECKBOX", { value: true }, "IS_NOT_CHECKED", [], false],
  ["CHECKBOX", { value: false }, "IS_NOT_CHECKED", [], true],
  ["CHECKBOX", undefined, "IS_NOT_CHECKED", [], true],
  ["CHECKBOX", text("#NO MATCH"), "IS_NOT_CHECKED", [], false],
  ["CHECKBOX", { value: true }, "EQUAL", [true], true],
  ["CHECKBOX", { value: false }, "EQUAL", [false], true],
  ["CHECKBOX", { value: true }, "EQUAL", ["true"], false],
  ["CHECKBOX", undefined, "EQUAL", [false], false],
  ["CHECKBOX", { value: true }, "NOT_EQUAL", [true], false],
  // Days
  ["DATE", day("2026-05-04"), "EQUAL", ["2026-05-04"], true],
  ["DATE", text("2026-05-04"), "EQUAL", ["2026-05-04"], true],
  ["DATE", day("2026-05-04"), "EQUAL", ["2026-05-04T23:59:59Z"], true],
  ["DATE", text("TBD"), "EQUAL", ["tbd"], true],
  ["DATE", day("2026-05-04"), "GREATER_THAN", ["2026-05-03"], true],
  ["DATE", day("2026-05-04"), "GREATER_THAN", ["2026-05-04"], false],
  ["DATE", day("2026-05-04"), "LESS_THAN", ["2026-05-05"], true],
  ["DATE", day("2026-05-04"), "GREATER_THAN", [5], false],
  ["DATE", text("TBD"), "GREATER_THAN", ["2020-01-01"], false],
  ["DATE", day("2026-05-31"), "BETWEEN", ["2026-05-01", "2026-05-31"], true],
  ["DATE", day("2026-06-01"), "BETWEEN", ["2026-05-01", "2026-05-31"], false],
  ["DATE", day("2026-05-04"), "TODAY", [], true],
  ["DATE", day("2026-05-03"), "TODAY", [], false],
  ["DATE", day("2026-05-03"), "PAST", [], true],
  ["DATE", day("2026-05-04"), "PAST", [], false],
  ["DATE", day("2026-05-05"), "FUTURE", [], true],
  ["DATE", day("2026-05-04"), "FUTURE", [], false],
  ["DATE", day("2026-05-03"), "LAST_N_DAYS", [7], true],
  ["DATE", day("2026-04-27"), "LAST_N_DAYS", [7], true],
  ["DATE", day("2026-04-26"), "LAST_N_DAYS", [7], false],
  ["DATE", day("2026-05-04"), "LAST_N_DAYS", [7], false],
  ["DATE", day("2026-05-05"), "NEXT_N_DAYS", [1], true],
  ["DATE", day("2026-05-06"), "NEXT_N_DAYS", [1], false],
  ["DATE", day("2026-05-04"), "NEXT_N_DAYS", [1], false],
  ["DATETIME", moment("2026-05-04T23:30:00Z"), "TODAY", [], true],
  ["DATETIME", moment("2026-05-05T00:10:00Z"), "TODAY", [], false],
  ["ABSTRACT_DATETIME", moment("2026-05-03T08:00:00"), "PAST", [], true],
  [TEXT, text("2026-05-03"), "PAST", [], false],
  ["DATE", day("2026-05-04"), "IS_DATE", [], true],
  ["DATE", text("TBD"), "IS_DATE", [], false],
  ["DATE", text("2026-13-40"), "IS_DATE", [], false],
  [TEXT, text("2026-05-04"), "IS_DATE", [], false],
  ["DATE", text("TBD"), "IS_NOT_DATE", [], true],
  ["DATE", day("2026-05-04"), "IS_NOT_DATE", [], false],
  // The opposites, and at least, at most
  [TEXT, text("Planning"), "DOES_NOT_CONTAIN", ["PLAN"], false],
  [TEXT, text("Planning"), "DOES_NOT_CONTAIN", ["plant"], true],
  [TEXT, text("Ship"), "IS_NOT_ONE_OF", ["Build", "plan"], true],
  [TEXT, text("Plan"), "IS_NOT_ONE_OF", ["Build", "plan"], false],
  [TEXT, number(10), "GREATER_THAN_OR_EQUAL", [10], true],
  [TEXT, number(9.99), "GREATER_THAN_OR_EQUAL", [10], false],
  [TEXT, text("10"), "GREATER_THAN_OR_EQUAL", [9], false],
  [TEXT, number(10), "LESS_THAN_OR_EQUAL", [10], true],
  [TEXT, number(10.01), "LESS_THAN_OR_EQUAL", [10], false],
  ["DATE", day("2026-05-04"), "LESS_THAN_OR_EQUAL", ["2026-05-04"], true],
  ["DATE", day("2026-05-04"), "GREATER_THAN_OR_EQUAL", ["2026-05-05"], false],
  [TEXT, number(5), "NOT_BETWEEN", [5, 10], false],
  [TEXT, number(4), "NOT_BETWEEN", [5, 10], true],
  [TEXT, text("lots"), "NOT_BETWEEN", [5, 10], true],
  ["DATE", day("2026-05-04"), "NOT_TODAY", [], false],
  ["DATE", day("2026-05-05"), "NOT_TODAY", [], true],
  ["DATE", day("2026-05-04"), "NOT_PAST", [], true],
  ["DATE", day("2026-05-03"), "NOT_PAST", [], false],
  ["DATE", day("2026-05-05"), "NOT_FUTURE", [], false],
  ["DATE", text("TBD"), "NOT_FUTURE", [], true],
  ["DATE", day("2026-05-03"), "NOT_LAST_N_DAYS", [7], false],
  ["DATE", day("2026-05-04"), "NOT_LAST_N_DAYS", [7], true],
  ["DATE", day("2026-05-05"), "NOT_NEXT_N_DAYS", [7], false],
  ["DATE", day("2026-05-12"), "NOT_NEXT_N_DAYS", [7], true],
  // Sets
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "HAS_ANY_OF", ["green", "dark blue"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "HAS_ANY_OF", ["green", "blue"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "HAS_ALL_OF", ["dark blue", "RED"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "HAS_ALL_OF", ["red", "green"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "HAS_NONE_OF", ["green", "blue"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "HAS_NONE_OF", ["green", "red"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "NOT_ALL_OF", ["red", "green"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "NOT_ALL_OF", ["red"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "MULTI_IS_EQUAL", ["dark blue", "red", "Red"], true],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "MULTI_IS_EQUAL", ["red"], false],
  ["MULTI_PICKLIST", choices("Red"), "MULTI_IS_EQUAL", ["red", "dark blue"], false],
  ["MULTI_PICKLIST", choices("Red", "Dark Blue"), "MULTI_IS_NOT_EQUAL", ["red"], true],
  ["MULTI_PICKLIST", choices("Red"), "MULTI_IS_NOT_EQUAL", ["red"], false],
  ["MULTI_PICKLIST", text("Red, Dark Blue"), "MULTI_IS_EQUAL", ["dark blue", "red"], true],
  ["MULTI_PICKLIST", text("Red, Dark Blue"), "MULTI_IS_EQUAL", ["Red, Dark Blue"], true],
  ["MULTI_PICKLIST", text("Red, Dark Blue"), "MULTI_IS_EQUAL", ["red"], false],
  ["MULTI_PICKLIST", text("Red, Dark Blue"), "MULTI_IS_EQUAL", ["red", "Red, Dark Blue"], false],
  ["MULTI_PICKLIST", text("Red, Dark Blue"), "HAS_ALL_OF", ["dark blue", "red"], true],
  [
    "MULTI_CONTACT_LIST",
    contacts("a@acme.com", "b@acme.com"),
    "HAS_ALL_OF",
    ["B@acme.com", "a@acme.com"],
    true,
  ],
  ["MULTI_CONTACT_LIST", contacts("a@acme.com", "b@acme.com"), "MULTI_IS_EQUAL", ["b@acme.com"], false],
  ["MULTI_CONTACT_LIST", contacts("a@acme.com"), "MULTI_IS_EQUAL", ["A@acme.com"], true],
  ["CONTACT_LIST", contact("a@acme.com", "A"), "MULTI_IS_EQUAL", ["a@acme.com"], true],
  ["CONTACT_LIST", contact(undefined, "A"), "MULTI_IS_EQUAL", ["A"], false],
  ["PICKLIST", text("Red"), "MULTI_IS_EQUAL", ["red"], true],
  ["PICKLIST", text("Red"), "HAS_ANY_OF", ["blue", "red"], true],
  [TEXT, number(7), "HAS_ALL_OF", [7, "7.0"], true],
  [TEXT, text("7"), "IS_ONE_OF", ["x", 7], true],
  [TEXT, text("x"), "IS_ONE_OF", [7, "X"], true],
  ["CHECKBOX", { value: false }, "IS_ONE_OF", [true, false], true],
  ["CHECKBOX", { value: false }, "IS_ONE_OF", [0, "false"], false],
  ["DATE", day("2026-05-04"), "IS_ONE_OF", ["2026-05-03", "2026-05-04"], true],
  // The viewer's groups and attributes
  [TEXT, text("sales"), "EQUAL", [{ viewer: "group" }], true],
  [TEXT, text("Finance"), "EQUAL", [{ viewer: "group" }], false],
  [TEXT, text("Finance"), "NOT_EQUAL", [{ viewer: "group" }], true],
  [TEXT, text("marketing"), "NOT_EQUAL", [{ viewer: "group" }], false],
  [TEXT, text("Marketing"), "IS_ONE_OF", ["x", { viewer: "group" }], true],
  [TEXT, text("WEST"), "EQUAL", [{ attribute: "region" }], true],
  [TEXT, text("South"), "IS_NOT_ONE_OF", [{ attribute: "region" }], true],
  [TEXT, number(4711), "EQUAL", [{ attribute: "cost centre" }], true],
  ["CONTACT_LIST", contact("Boss@acme.com", "Boss"), "EQUAL", [{ attribute: "reports to" }], true],
  ["CONTACT_LIST", contact(undefined, "Boss"), "EQUAL", [{ attribute: "reports to" }], false],
  ["MULTI_PICKLIST", choices("North", "West", "South"), "HAS_ALL_OF", [{ attribute: "region" }], true],
  ["MULTI_PICKLIST", choices("North"), "HAS_ALL_OF", [{ attribute: "region" }], false],
  ["MULTI_PICKLIST", choices("South"), "HAS_NONE_OF", [{ attribute: "region" }], true],
  ["CONTACT_LIST", { objectValue: { type: "CONTACT", name: "Vera" } }, "IS_BLANK", [], false],
  ["CONTACT_LIST", { objectValue: { type: "CONTACT", email: "v@acme.com" } }, "IS_BLANK", [], false],
  ["CONTACT_LIST", { objectValue: { type: "CONTACT" } }, "IS_BLANK", [], true],
  // Content
  [TEXT, text(" "), "IS_BLANK", [], false],
  [TEXT, number(0), "IS_BLANK", [], false],
  ["CHECKBOX", { value: false }, "IS_BLANK", [], false],
  [TEXT, text("x"), "IS_NOT_BLANK", [], true],
  ["MULTI_CONTACT_LIST", contacts("a@acme.com"), "IS_NOT_BLANK", [], true],
];

describe("row conditions", () => {
  for (const [type, cell, operator, operands, wanted] of lines) {
    const shown = JSON.stringify(cell?.objectValue ?? cell?.value ?? null);
    it(`${type} ${shown} ${operator} ${operands.map((one) => JSON.stringify(one)).join(", ")}: ${wanted}`, () => {
      expect(holds(type, cell, operator, ...operands)).toBe(wanted);
    });
  }

  for (const [name, cell] of BLANKS) {
    it(`a blank (${name}) equals nothing, and NOT_EQUAL is true for it`, () => {
      const yes: [Operator, ...Operand[]][] = [
        ["NOT_EQUAL", "x"],
        ["NOT_EQUAL", 0],
        ["NOT_EQUAL", false],
        ["IS_BLANK"],
        ["IS_NOT_NUMBER"],
        ["IS_NOT_DATE"],
        ["DOES_NOT_CONTAIN", "x"],
        ["IS_NOT_ONE_OF", "x", 0],
        ["NOT_BETWEEN", -1, 1],
        ["NOT_PAST"],
        ["NOT_FUTURE"],
        ["NOT_TODAY"],
        ["NOT_LAST_N_DAYS", 9],
        ["NOT_NEXT_N_DAYS", 9],
        ["HAS_NONE_OF", "x", 0],
        ["NOT_ALL_OF", "x", 0],
        ["MULTI_IS_NOT_EQUAL", "x"],
      ];
      const no: [Operator, ...Operand[]][] = [
        ["EQUAL", "x"],
        ["EQUAL", 0],
        ["EQUAL", false],
        ["CONTAINS", "x"],
        ["IS_ONE_OF", "x", 0],
        ["GREATER_THAN", -1],
        ["LESS_THAN", 1],
        ["BETWEEN", -1, 1],
        ["PAST"],
        ["FUTURE"],
        ["TODAY"],
        ["LAST_N_DAYS", 9],
        ["NEXT_N_DAYS", 9],
        ["IS_NOT_BLANK"],
        ["IS_NUMBER"],
        ["IS_DATE"],
        ["IS_CHECKED"],
        ["GREATER_THAN_OR_EQUAL", -1],
        ["LESS_THAN_OR_EQUAL", 1],
        ["HAS_ANY_OF", "x", 0],
        ["HAS_ALL_OF", "x", 0],
        ["MULTI_IS_EQUAL", "x"],
      ];
      for (const [operator, ...operands] of yes)
        expect(holds("TEXT_NUMBER", cell, operator, ...operands), operator).toBe(true);
      for (const [operator, ...operands] of no)
        expect(holds("TEXT_NUMBER", cell, operator, ...operands), operator).toBe(false);
    });
  }

  it("groups: all, any and none, nested and empty", () => {
    const yes: Condition = { columnId: AT, operator: "IS_NOT_BLANK" };
    const no: Condition = { columnId: AT, operator: "IS_BLANK" };
    const ask = (group: ConditionGroup) => groupHolds(group, "TEXT_NUMBER", text("x"));
    expect(ask({ match: "all", conditions: [] })).toBe(true);
    expect(ask({ match: "any", conditions: [] })).toBe(false);
    expect(ask({ match: "none", conditions: [] })).toBe(true);
    expect(ask({ match: "all", conditions: [yes, no] })).toBe(false);
    expect(ask({ match: "any", conditions: [yes, no] })).toBe(true);
    expect(ask({ match: "none", conditions: [yes, no] })).toBe(false);
    expect(ask({ match: "none", conditions: [no, { match: "all", conditions: [yes, no] }] })).toBe(true);
  });

  it("F10 one condition on a column the sheet lacks spoils the filter, wherever it stands", () => {
    const column: SourceColumn = { id: TASK, index: 0, title: "Task", type: "TEXT_NUMBER" };
    const here = { columnId: TASK, operator: "IS_BLANK" as const, operands: [] };
    const lost = { columnId: LOST, operator: "IS_BLANK" as const, operands: [] };
    expect(compileFilter({ match: "any", conditions: [here] }, [column])).not.toBeNull();
    expect(compileFilter({ match: "any", conditions: [here, lost] }, [column])).toBeNull();
    expect(
      compileFilter({ match: "none", conditions: [{ match: "all", conditions: [lost] }] }, [column]),
    ).toBeNull();
    const proto = { ...here, columnId: columnId("__proto__") };
    expect(compileFilter({ match: "all", conditions: [proto] }, [column])).toBeNull();
  });
});
