import { describe, expect, it } from "vitest";
import type { RuleVersionAnswer } from "@/lib/rules/schema";
import { changesBetween, stepsOf } from "./changes";
import { drawn, ids, names } from "./logic.test-helper";

const words = { names, connections: [{ id: "C-1", name: "Main" }], timeZone: "Europe/Berlin" };

describe("changesBetween", () => {
  it("says nothing where the sentence stays the same", () => {
    expect(
      changesBetween(drawn, { ...drawn, version: 2, columnTitles: { ...drawn.columnTitles } }, words),
    ).toEqual([]);
  });

  it("names each slot with its old and new words", () => {
    const after = { ...drawn, endsAt: "2027-01-31T23:00:00Z", reason: "longer review", rows: null };
    expect(changesBetween(drawn, after, words)).toEqual([
      { label: "Rows", from: "rows where Contact is the viewer", to: "all rows" },
      { label: "End", from: "31 Dec 2026", to: "31 Jan 2027" },
      { label: "Reason", from: "works-council review of bonus plan", to: "longer review" },
    ]);
  });

  it("says which columns came and went", () => {
    const after = { ...drawn, columns: { mode: "only" as const, ids: [ids.person, ids.salary] } };
    expect(changesBetween(drawn, after, words)).toEqual([
      { label: "Columns", from: null, to: "added Salary; removed Department" },
    ]);
  });

  it("says a change from listed columns to all in full", () => {
    const [change] = changesBetween(drawn, { ...drawn, columns: { mode: "all" } }, words);
    expect(change).toEqual({
      label: "Columns",
      from: "the columns Person, Department",
      to: "all columns (also those added later)",
    });
  });
});

describe("stepsOf", () => {
  it("goes from the newest step to the first, and an end changes no slot", () => {
    const step = (version: number, change: RuleVersionAnswer["change"], rule = drawn): RuleVersionAnswer => ({
      ...{ version, change, rule },
      changedBy: "ada@acme.test",
      at: `2026-11-2${version}T08:00:00Z`,
    });
    const later = { ...drawn, endsAt: "2027-03-31T22:00:00Z" };
    const steps = stepsOf([step(1, "created"), step(2, "extended", later), step(3, "ended", later)], words);
    expect(steps.map(({ version, did, changes }) => [version, did, changes.length])).toEqual([
      [3, "ended it", 0],
      [2, "extended it", 1],
      [1, "wrote this rule", 0],
    ]);
  });
});
