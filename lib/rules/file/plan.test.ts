import { describe, expect, it } from "vitest";
import type { RuleBody } from "../schema";
import { fileOf, PERMIT, parsed } from "./file.test-helper";
import { planRules, type RulePlan } from "./plan";
import { planCounts, planLines } from "./plan-lines";
import type { StoredRule } from "./stored";

const NOW = "2026-11-24T09:00:00Z";
const WITH_ID = PERMIT.replace("- effect", "- id: R-12\n    effect");

function stored(number: number, over: Partial<RuleBody> = {}, isEnded = false): StoredRule {
  const [rule] = parsed(fileOf(PERMIT)).rules;
  const known = {
    knownColumns: ["6216506360996457"],
    sheetName: "Payroll 2026",
    columnTitles: { "6216506360996457": "Person" },
    delegation: { assume: "olga@acme.test", connectionId: "C-1" },
    assumedName: "Olga Owner",
  };
  const body = { ...rule?.input, ...known, ...over } as RuleBody;
  return { id: `R-${number}`, number, version: 4, isEnded, body };
}

function plan(text: string, rules: StoredRule[], endMissing = false) {
  return planRules(parsed(text), rules, { endMissing, now: NOW });
}

function planned(text: string, rules: StoredRule[], endMissing = false): RulePlan {
  const result = plan(text, rules, endMissing);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("a plan", () => {
  it("makes a rule that no open one says", () => {
    const found = planned(fileOf(PERMIT), [stored(12, { reason: "Another" })]);
    expect(found.steps).toMatchObject([{ kind: "create", rule: { line: 3 } }]);
    expect(found.notInFile).toMatchObject([{ id: "R-12" }]);
  });

  it("takes a rule without an id for the open rule that says the same, each once", () => {
    expect(planned(fileOf(PERMIT), [stored(12)])).toMatchObject({ steps: [], unchanged: [{ id: "R-12" }] });
    expect(planned(fileOf(PERMIT), [stored(12, {}, true)]).steps).toMatchObject([{ kind: "create" }]);
    const both = planned(fileOf(WITH_ID.replace("bonus", "pay") + PERMIT), [stored(12), stored(13)]);
    expect(both).toMatchObject({ steps: [{ kind: "change" }], unchanged: [{ id: "R-13" }] });
  });

  it("tells field by field what changes, and keeps the connection the file leaves out", () => {
    const text = fileOf(
      WITH_ID.replace('"6216506360996457", ', "").replace("bonus plan", "pay").replace("vik@", "wanda@"),
    );
    const [step] = planned(text, [stored(12)]).steps;
    expect(step).toMatchObject({
      kind: "change",
      isExtension: false,
      input: { delegation: { assume: "olga@acme.test", connectionId: "C-1" } },
      differences: [
        { field: "columns.ids", before: "6216506360996457", after: null },
        { field: "principal.email", before: "vik@acme.test", after: "wanda@acme.test" },
        { field: "reason", before: "Review of the bonus plan", after: "Review of the pay" },
      ],
    });
    expect(planLines(planned(text, [stored(12)]))).toEqual([
      "~ R-12 (line 3): permit wanda@acme.test on sheet 3288115553007714 (Payroll 2026)",
      "    − columns.ids: 6216506360996457 (Person)",
      "    principal.email: vik@acme.test → wanda@acme.test",
      "    reason: Review of the bonus plan → Review of the pay",
    ]);
  });

  it("changes the connection where the file names another", () => {
    const text = fileOf(WITH_ID.replace("olga@acme.test }", "olga@acme.test, connectionId: C-2 }"));
    expect(planned(text, [stored(12)]).steps).toMatchObject([
      { differences: [{ field: "delegation.connectionId", before: "C-1", after: "C-2" }] },
    ]);
  });

  it("knows a later end alone as an extension", () => {
    const later = fileOf(WITH_ID.replace("2026-12-31", "2027-01-31"));
    expect(planned(later, [stored(12)]).steps).toMatchObject([{ isExtension: true }]);
    const sooner = fileOf(WITH_ID.replace("2026-12-31", "2026-12-01"));
    expect(planned(sooner, [stored(12)]).steps).toMatchObject([{ isExtension: false }]);
  });

  it("leaves rules the file does not name, and ends them where that is asked for", () => {
    const rules = [stored(12), stored(13, { reason: "Another" }), stored(14, { reason: "Gone" }, true)];
    const over = stored(15, { endsAt: "2026-11-01T00:00:00Z" });
    const kept = planned(fileOf(WITH_ID), [...rules, over]);
    expect(kept).toMatchObject({ steps: [], unchanged: [{ id: "R-12" }], notInFile: [{ id: "R-13" }] });
    const ended = planned(fileOf(WITH_ID), [...rules, over], true);
    expect(ended).toMatchObject({ steps: [{ kind: "end", stored: { id: "R-13" } }], notInFile: [] });
    expect(planCounts(ended)).toBe("0 new, 0 changed, 1 ended, 1 as they are");
    const lost = { ...stored(16), body: null };
    expect(planned(fileOf(WITH_ID), [stored(12), lost], true).steps).toMatchObject([
      { stored: { id: "R-16" } },
    ]);
  });

  it("calls a rule that is as it is stored unchanged even when its time has run out", () => {
    const endsAt = "2026-11-01T00:00:00Z";
    const text = fileOf(WITH_ID.replace("2026-12-31T23:59:59Z", endsAt));
    expect(planned(text, [stored(12, { endsAt })])).toMatchObject({ steps: [], unchanged: [{ id: "R-12" }] });
  });

  it("refuses ids that are unknown, ended or unreadable, with their line", () => {
    const refused = (rules: StoredRule[]) => plan(fileOf(WITH_ID), rules);
    for (const [rules, message] of [
      [[stored(13)], /no such rule/],
      [[stored(12, {}, true)], /has ended/],
      [[{ ...stored(12), body: null }], /cannot be read/],
    ] as const)
      expect(refused([...rules])).toMatchObject({
        ok: false,
        error: [{ line: 3, column: 9, field: "rules[0].id", message: expect.stringMatching(message) }],
      });
  });
});
