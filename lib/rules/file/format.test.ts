import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleBody } from "../schema";
import { storedRules } from "./arbitrary-rules.test-helper";
import { canonicalRule } from "./canonical";
import { fileOf, PERMIT, parsed } from "./file.test-helper";
import { formatRules } from "./format";
import { parseRuleFile } from "./parse";
import { planRules } from "./plan";
import { inputOf, type StoredRule } from "./stored";

const NOW = "2026-11-24T09:00:00Z";

function storedOf(over: Partial<RuleBody> = {}): StoredRule {
  const [rule] = parsed(fileOf(PERMIT)).rules;
  const known = {
    knownColumns: [],
    sheetName: "Payroll 2026",
    columnTitles: { "6216506360996457": "Person" },
    delegation: { assume: "olga@acme.test", connectionId: "C-1" },
  };
  const body = { ...rule?.input, ...known, ...over } as RuleBody;
  return { id: "R-7", number: 7, version: 3, isEnded: false, body };
}

describe("exported rules", () => {
  for (const format of ["yaml", "json"] as const)
    it(`read back as the same rules, whatever people typed: ${format}`, () => {
      let seen = 0;
      fc.assert(
        fc.property(storedRules, (stored) => {
          const read = parseRuleFile(formatRules(stored, format), format);
          if (!read.ok) expect(read.error).toEqual([]);
          else {
            seen += read.value.rules.length;
            expect(read.value.rules.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
            for (const [place, { input }] of read.value.rules.entries())
              expect(input).toEqual(inputOf(stored[place]?.body as RuleBody));
            expect(planRules(read.value, stored, { endMissing: true, now: NOW })).toMatchObject({
              ok: true,
              value: { steps: [], notInFile: [] },
            });
          }
        }),
        { numRuns: 120 },
      );
      expect(seen).toBeGreaterThan(100);
    });

  it("tell by comments what sheets and columns were called", () => {
    const text = formatRules([storedOf()], "yaml");
    expect(text).toMatch(/# sheet: Payroll 2026\n {2}- id: R-7|- # sheet: Payroll 2026\n {4}id: R-7/);
    expect(text).toContain('- "6216506360996457" # Person\n');
  });

  it("let no name end a comment", () => {
    const title = "Pay\n    reason: mine\r\n# \u2028\u202E";
    const text = formatRules(
      [storedOf({ sheetName: title, columnTitles: { "6216506360996457": title } })],
      "yaml",
    );
    expect(text).toContain('"6216506360996457" # Pay reason: mine #\n');
    expect(text.split("\n").filter((line) => line.trim().startsWith("reason: mine"))).toEqual([]);
    expect(text).not.toMatch(/[\r\u2028\u202E]/);
  });

  it("name the rules that cannot be read, and leave them out", () => {
    const text = formatRules([{ ...storedOf(), body: null }], "yaml");
    expect(text).toContain("# Cannot be read any more and left out: R-7.");
    expect(parsed(text).rules).toEqual([]);
  });
});

describe("the canonical form", () => {
  it("is the same for spellings that mean the same, and another for another meaning", () => {
    const said = (text: string) =>
      JSON.stringify(canonicalRule(parsed(fileOf(text)).rules[0]?.input as never));
    const plain = said(PERMIT);
    expect(
      said(`${PERMIT}    startsAt: null\n    masks: []\n    parents: false\n    actions: [read]\n`),
    ).toBe(plain);
    expect(said(PERMIT.replace("23:59:59Z", "24:00:00Z".replace("24", "23")))).not.toBe(plain);
    const between = (values: string) =>
      said(
        `${PERMIT}    rows: { match: all, conditions: [{ title: A, operator: BETWEEN, values: ${values} }] }\n`,
      );
    expect(between("[1, 2]")).not.toBe(between("[2, 1]"));
  });
});
