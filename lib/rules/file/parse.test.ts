import { describe, expect, it } from "vitest";
import { fileOf, PERMIT, parsed, problemsOf } from "./file.test-helper";

describe("a rule file", () => {
  it("is read as the API reads the same rule", () => {
    const [rule] = parsed(fileOf(PERMIT)).rules;
    expect(rule).toMatchObject({ id: null, index: 0, line: 3, column: 5 });
    expect(rule?.input).toMatchObject({ effect: "permit", actions: ["read"], rows: null });
  });

  it("names one bad rule among ten by its line, and takes none", () => {
    const bad = PERMIT.replace("mode: only", "mode: onyl");
    const nine = Array.from({ length: 9 }, (_, n) => PERMIT.replace("bonus plan", `plan ${n}`)).join("");
    expect(problemsOf(fileOf(nine + bad))).toEqual([
      "70:22 rules[9].columns.mode: Choose one of: all, only, except.",
    ]);
  });

  it("names every mistake at once, in the order of the file", () => {
    const text = fileOf(
      PERMIT.replace("permit", "permitt") +
        PERMIT.replace("Review of the bonus plan", "7").replace("    endsAt: 2026-12-31T23:59:59Z\n", "") +
        `${PERMIT}    colour: red\n`,
    );
    expect(problemsOf(text)).toEqual([
      "3:13 rules[0].effect: Choose one of: permit, forbid.",
      "10:5 rules[1].endsAt: This is missing. Add it.",
      '15:13 rules[1].reason: This must be text. Put it in quotes: "7".',
      "23:5 rules[2].colour: There is no such field here. Remove it or mend its spelling.",
    ]);
  });

  it("points into the form that was meant where several are possible", () => {
    const rows = `    rows:
      match: all
      conditions:
        - { title: Contact, operator: EQALS }
        - match: any
          conditions: [{ columnId: "1", operator: EQUAL, value: { viewer: shoe } }]
`;
    const found = problemsOf(fileOf(PERMIT + rows));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^13:39 rules\[0\]\.rows\.conditions\[0\]\.operator: Choose one of: EQUAL, /);
    expect(found[1]).toBe(
      "15:75 rules[0].rows.conditions[1].conditions[0].value.viewer: Choose one of: email, domain, name, group.",
    );
  });

  const REFUSED: [string, string, RegExp][] = [
    ["nothing", "", /^1:1 : The file is empty/],
    ["another version", "version: 2\nrules: []\n", /^1:10 version: This program reads version 1/],
    ["no list of rules", "version: 1\nrules: none\n", /^2:8 rules: This must be a list\.$/],
    ["a name nobody knows", "version: 1\nrulez: []\n", /^2:1 rulez: There is no such field/],
    ["a name twice", "version: 1\nversion: 1\n", /^2:1 : This name stands here twice/],
    ["tabs", "version: 1\nrules:\n\t- effect: permit\n", /^3:1 : A tab cannot indent/],
    ["two documents", "version: 1\n---\nversion: 1\n", /^2:\d+ : A rule file is one document/],
    ["an older YAML", "%YAML 1.1\n---\nversion: 1\n", /^1:1 : Remove the %YAML line/],
    ["tags", "version: !!int 1\n", /^1:\d+ : Tags \(!\) are not read/],
    ["merge keys", "version: 1\n<<: {}\n", /^2:1 : Merge keys/],
    ["a name that is no text", "version: 1\n2: x\n", /^2:1 : A name before a colon must be text/],
    ["a prototype", "version: 1\n__proto__: { rules: [] }\n", /^2:1 : This name cannot be used/],
    ["an alias of nothing", "version: 1\nrules: *none\n", /^2:8 : Nothing before this is marked &none/],
    ["an alias of itself", "version: 1\nrules: &all [*all]\n", /^2:14 : &all would contain itself/],
    ["a number that is text", "version: 1\nrules: [0815]\n", /^2:9 : This would be read as a number/],
    [
      "digits that would be lost",
      "version: 1\nrules: [12345678901234567]\n",
      /^2:9 : This number is too long/,
    ],
    ["half a quote", "version: 1\nrules: 'x\n", /^3:1 : This cannot be read as YAML/],
    ["nesting without end", `version: 1\nrules: ${"[".repeat(200_000)}`, /^2:\d+ : Nest at most 100/],
    ["nesting without brackets", `version: 1\nrules:\n${"- ".repeat(200_000)}x`, /^3:\d+ : Nest at most 100/],
    [
      "more than 2 MB",
      `version: 1 # ${"x".repeat(2 * 1024 * 1024)}`,
      /^1:1 : A rule file holds at most 2 MB/,
    ],
  ];
  for (const [what, text, wanted] of REFUSED)
    it(`refuses ${what}`, () => expect(problemsOf(text)[0]).toMatch(wanted));

  it("refuses ten thousand conditions and ten thousand and one rules", () => {
    const condition = "{ title: A, operator: IS_BLANK }";
    const rows = `    rows: { match: any, conditions: [${Array(10_000).fill(condition).join(", ")}] }\n`;
    expect(problemsOf(fileOf(PERMIT + rows))).toEqual([
      "10:25 rules[0].rows.conditions: At most 200 entries.",
    ]);
    expect(problemsOf(`version: 1\nrules: [${"{}, ".repeat(10_001)}]\n`)).toEqual([
      "2:1 rules: At most 10000 entries.",
    ]);
  });

  it("tells one thing of one place", () => {
    expect(problemsOf(`version: 1\nrules: "${"x".repeat(10_001)}"\n`)).toEqual([
      "2:8 rules: This must be a list.",
    ]);
  });

  it("finds names that stand twice among very many in good time", () => {
    const names = Array.from({ length: 50_000 }, (_, n) => `k${n}: 1`).join(", ");
    const found = problemsOf(`version: 1\nrules: [{ ${names}, k7: 1 }]\n`);
    expect(found).toEqual([expect.stringMatching(/^2:\d+ : This name stands here twice/)]);
    expect(problemsOf(`version: 1\n{ ${names} }\n`.replace("version: 1\n{", "{ version: 1,"))).toHaveLength(
      50_000,
    );
  });

  it("refuses what aliases would blow up, before it is blown up", () => {
    const levels = Array.from(
      { length: 20 },
      (_, n) =>
        `l${n}: &l${n} [${Array(9)
          .fill(n ? `*l${n - 1}` : "x")
          .join(", ")}]`,
    );
    const wide = `a: &a [${"x, ".repeat(20_000)}]\nb: [${"*a, ".repeat(9_000)}]`;
    for (const text of [levels.join("\n"), wide])
      expect(problemsOf(`version: 1\n${text}\n`)).toEqual([
        "1:1 : The file repeats parts of itself too often by aliases. Write them out.",
      ]);
  });

  it("takes an alias for what it stands for, and points to where that stands", () => {
    const first = PERMIT.replace("delegation: {", "delegation: &olga {");
    const second = PERMIT.replace("{ assume: olga@acme.test }", "*olga").replace("bonus", "pay");
    expect(parsed(fileOf(first + second)).rules[1]?.input).toMatchObject({
      delegation: { assume: "olga@acme.test" },
    });
    expect(problemsOf(fileOf((first + second).replace("olga@acme.test", "olga")))).toEqual([
      "6:33 rules[0].delegation.assume: Write one plain e-mail address.",
      "6:33 rules[1].delegation.assume: Write one plain e-mail address.",
    ]);
  });

  it("keeps text that looks like something else as text", () => {
    const [rule] = parsed(fileOf(PERMIT.replace("Review of the bonus plan", "no"))).rules;
    expect(rule?.input.reason).toBe("no");
    const hours = `${PERMIT}    hours: { days: [1], from: 09:00, to: 24:00 }\n`;
    expect(parsed(fileOf(hours)).rules[0]?.input.hours).toEqual({ days: [1], from: "09:00", to: "24:00" });
  });

  it("reads past a byte order mark, with the same places", () => {
    expect(problemsOf(`\uFEFF${fileOf(PERMIT)}`)).toEqual([]);
    expect(problemsOf("\uFEFFversion: 2")[0]).toMatch(/^1:10 version/);
  });

  it("refuses one id twice, and two new rules that say the same", () => {
    const one = PERMIT.replace("- effect", "- id: R-12\n    effect");
    expect(problemsOf(fileOf(one + one))).toEqual([
      "11:9 rules[1].id: R-12 stands on line 3 already. Keep one of the two.",
    ]);
    const respelled = PERMIT.replace("23:59:59Z", "23:59:59+00:00").replace(/"(\d+)", "(\d+)"/, '"$2", "$1"');
    expect(problemsOf(fileOf(PERMIT + respelled))[0]).toMatch(/^10:5 rules\[1\]: This rule says the same/);
  });

  it("refuses tests that name what is not there", () => {
    const test = `  - name: Vik
    given:
      sheet: { id: "1", columns: [{ id: "2", title: Person }, { id: "2", title: person }], rows: [{ Persn: Ann }], parents: [1, 1] }
      people: [{ email: vik@acme.test }]
    as: olga@acme.test
    expect: { columns: [Pay], rows: [] }
`;
    const fields = problemsOf(fileOf(PERMIT, test)).map((line) => line.replace(/^\d+:\d+ (\S+): .*/, "$1"));
    expect(fields.sort()).toEqual([
      "tests[0].as",
      "tests[0].expect.columns[0]",
      "tests[0].given.sheet.columns[1].id",
      "tests[0].given.sheet.columns[1].title",
      "tests[0].given.sheet.parents",
      "tests[0].given.sheet.parents[0]",
      "tests[0].given.sheet.rows[0].Persn",
    ]);
  });
});
