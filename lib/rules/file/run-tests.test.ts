import { describe, expect, it } from "vitest";
import { fileOf, PERMIT, parsed } from "./file.test-helper";
import { runFileTests } from "./run-tests";

const CLOCK = { now: "2026-11-24T09:00:00Z", timeZone: "UTC" };
const GIVEN = `    given:
      sheet:
        id: "3288115553007714"
        columns:
          - { id: "6216506360996457", title: Person }
          - { id: "7217761152125855", title: Department }
          - { id: "3811456644522958", title: Contact, type: CONTACT_LIST }
          - { id: "1852534659620577", title: Salary }
        rows:
          - { Person: Ann, Department: Finance, Contact: vik@acme.test, Salary: 51200 }
          - { Person: Ben, Department: Field, Contact: wanda@acme.test, Salary: 48000 }
      people:
        - { email: vik@acme.test, name: Vik Viewer, attributes: { Region: [North] }, localGroups: [G-1] }
        - { email: wanda@acme.test, name: Wanda Watcher }
`;
const OWN_ROWS = `    rows: { match: all, conditions: [{ columnId: "3811456644522958", operator: EQUAL, value: { viewer: email } }] }\n`;

function test(expectation: string, as = "vik@acme.test", more = ""): string {
  return `  - name: A test\n${GIVEN}    as: ${as}\n${more}    expect: ${expectation}\n`;
}

function failures(rules: string, tests: string): string[] {
  return runFileTests(parsed(fileOf(rules, tests)), CLOCK).flatMap((outcome) => outcome.failures);
}

describe("the tests of a rule file", () => {
  it("pass where exactly the expected cells show", () => {
    const expected =
      "{ columns: [Person, Department], rows: [{ Person: Ann, Department: Finance }], actions: [read] }";
    expect(failures(PERMIT + OWN_ROWS, test(expected))).toEqual([]);
    expect(failures(PERMIT + OWN_ROWS, test("nothing", "wanda@acme.test"))).toEqual([]);
  });

  it("tell which cells were missing, which too many, and which show something else", () => {
    const found = (expected: string, rules = PERMIT + OWN_ROWS) => failures(rules, test(expected));
    expect(found("{ columns: [Person, Salary], rows: [{ Person: Ann, Salary: 51200 }] }")).toEqual([
      "Columns missing: Salary.",
      "Columns too many: Department.",
      'In the row { Department: "Finance", Person: "Ann" } the cell Salary is missing: expected "51200".',
      'In the row { Department: "Finance", Person: "Ann" } the cell Department is too many: it shows "Finance".',
    ]);
    expect(found("{ columns: [Person, Department], rows: [{ Person: Ann, Department: Field }] }")).toEqual([
      'In the row { Department: "Finance", Person: "Ann" } the cell Department shows "Finance", expected "Field".',
    ]);
    expect(found("{ columns: [Person, Department], rows: [] }")).toEqual([
      'A row is too many: { Department: "Finance", Person: "Ann" }.',
    ]);
    const both =
      "{ columns: [Person, Department], rows: [{ Person: Ben, Department: Field }, { Person: Ann, Department: Finance }] }";
    expect(found(both, PERMIT)).toEqual(["The rows stand in another order."]);
    expect(found("nothing")).toEqual([
      "Nothing should show, but 1 row of Person, Department does, by the rule on line 3.",
    ]);
    expect(failures(PERMIT, test(both, "wanda@acme.test"))).toEqual(["Nothing shows (no rule permits it)."]);
  });

  it("show masked cells as a reader sees them", () => {
    const rules =
      PERMIT.replace('"7217761152125855"', '"1852534659620577"') +
      `    masks: [{ columnId: "1852534659620577", mask: { kind: bucket, size: 10000 } }]\n${OWN_ROWS}`;
    const expected = `{ columns: [Person, Salary], rows: [{ Person: Ann, Salary: "50,000–59,999" }] }`;
    expect(failures(rules, test(expected))).toEqual([]);
  });

  it("judge by the time the test says, in its zone", () => {
    const rules = `${PERMIT + OWN_ROWS}    hours: { days: [2], from: 09:00, to: 17:00 }\n`;
    const shown = "{ columns: [Person, Department], rows: [{ Person: Ann, Department: Finance }] }";
    const at = (moment: string) => `    at: ${moment}\n`;
    expect(failures(rules, test(shown, "vik@acme.test", at("2026-12-01T10:00:00Z")))).toEqual([]);
    expect(failures(rules, test("nothing", "vik@acme.test", at("2026-12-01T18:00:00Z")))).toEqual([]);
    const tokyo = `${at("2026-12-01T01:00:00Z")}    timeZone: Asia/Tokyo\n`;
    expect(failures(rules, test(shown, "vik@acme.test", tokyo))).toEqual([]);
    expect(failures(PERMIT, test("nothing", "vik@acme.test", at("2027-01-01T10:00:00Z")))).toEqual([]);
  });

  it("know folders, links, local groups, attributes, actions and own access", () => {
    const folder = PERMIT.replace("{ type: user, email: vik@acme.test }", "{ type: localGroup, id: G-1 }")
      .replace('{ type: sheet, id: "3288115553007714" }', '{ type: folder, id: "77" }')
      .replace(/ids: .*\]/, "titles: [person]");
    const inFolder = GIVEN.replace(
      "      sheet:\n",
      '      sheet:\n        within: [{ type: folder, id: "77" }]\n',
    );
    const shown = "{ columns: [Person], rows: [{ Person: Ann }, { Person: Ben }] }";
    expect(failures(folder, test(shown).replace(GIVEN, inFolder))).toEqual([]);
    expect(failures(folder, test("nothing"))).toEqual([]);
    const noLinks = `  - effect: forbid
    principal: { type: link, id: null }
    resource: { type: sheet, id: "3288115553007714" }
    columns: { mode: all }
    endsAt: null
    reason: Never by link
`;
    expect(failures(folder + noLinks, test("nothing", "vik@acme.test", "    link: L-1\n"))).toEqual([]);
    expect(failures(folder + noLinks, test(shown).replace(GIVEN, inFolder))).toEqual([]);
    expect(failures(PERMIT, test("nothing", "vik@acme.test", "    action: export\n"))).toEqual([]);
    const region = `    rows: { match: all, conditions: [{ title: Department, operator: EQUAL, value: { attribute: Region } }] }\n`;
    expect(failures(PERMIT + region, test("{ columns: [Person, Department], rows: [] }"))).toEqual([]);
    const own = failures(PERMIT, test(shown, "wanda@acme.test", "    own: true\n"));
    expect(own).toContain("Columns too many: Department, Contact, Salary.");
  });

  it("name the rule that forbids", () => {
    const forbid = `  - id: R-9
    effect: forbid
    principal: { type: everyone }
    resource: { type: sheet, id: "3288115553007714" }
    columns: { mode: all }
    endsAt: null
    reason: Closed
`;
    expect(failures(PERMIT + forbid, test("{ columns: [], rows: [] }"))).toEqual([
      "Nothing shows (it is forbidden, by R-9).",
    ]);
  });
});
