import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFacts, anyRule, anyRules, limit, requests, sheets } from "./arbitrary.test-helper";
import { groupsOf, neededColumns } from "./columns";
import { decide } from "./decide";
import { explain } from "./explain";
import { narrow } from "./narrow";
import { type Seen, whatIsSeen } from "./oracle.test-helper";
import { project, type Source } from "./project";
import { onlyColumns, ownSource } from "./sample.test-helper";
import type { SourceSheet } from "./sheet";
import type { Decision } from "./types";

const nothing = (): Seen => ({ cells: new Set(), rows: new Set(), columns: new Set() });

/** What the engine shows when each group asks upstream for just the columns it says it needs. */
function shown(decision: Decision, sheet: SourceSheet): Seen {
  if (decision.effect === "deny") return nothing();
  const projection = project(
    decision,
    decision.via === "own" ? [ownSource(sheet)] : answers(decision, sheet),
  );
  if (projection.kind !== "visible") return nothing();
  const { columns, rows } = projection.sheet;
  return {
    cells: new Set(rows.flatMap(({ id, cells }) => Object.keys(cells).map((column) => `${id}/${column}`))),
    rows: new Set(rows.map(({ id }) => id)),
    columns: new Set(columns.map(({ id }) => id)),
  };
}

function answers(decision: Extract<Decision, { effect: "allow" }>, sheet: SourceSheet): Source[] {
  const allColumnIds = sheet.columns.map(({ id }) => id);
  return groupsOf(decision).flatMap((group): Source[] => {
    const ids = neededColumns(decision, group);
    if (ids === null) return [{ ...group, sheet, allColumnIds: null }];
    return ids.length === 0 ? [] : [{ ...group, sheet: onlyColumns(sheet, ids), allColumnIds }];
  });
}

function expectInside(inner: Seen, outer: Seen) {
  for (const part of ["cells", "rows", "columns"] as const) {
    expect([...inner[part]].filter((one) => !outer[part].has(one))).toEqual([]);
  }
}

/** Runs a law and proves that it ran, and that the world was not empty of cases that matter. */
function law(runs: number, run: (count: (isTelling: boolean) => void) => void) {
  let ran = 0;
  let telling = 0;
  run((isTelling) => {
    ran += 1;
    if (isTelling) telling += 1;
  });
  expect(ran).toBeGreaterThanOrEqual(runs);
  expect(telling).toBeGreaterThan(runs / 50);
}

const world = [requests(), anyRules, anyFacts, sheets] as const;

describe("laws of the policy", () => {
  it("I01 I11 T05 what is shown is what a naive reading of the contract shows, cell by cell", () => {
    law(4000, (count) => {
      const property = fc.property(...world, (request, rules, facts, sheet) => {
        const wanted = request.sheetId === sheet.id ? whatIsSeen(request, rules, facts, sheet) : nothing();
        const found = request.sheetId === sheet.id ? shown(decide(request, rules, facts), sheet) : nothing();
        count(wanted.cells.size > 0);
        expect(found).toEqual(wanted);
      });
      fc.assert(property, { numRuns: 4000 });
    });
  });

  it("I01 T03 neither the order nor doubles of rules matter, to the byte", () => {
    law(2000, (count) => {
      const shuffled = anyRules.chain((rules) =>
        fc.tuple(
          fc.constant(rules),
          fc.shuffledSubarray([...rules, ...rules], { minLength: rules.length * 2 }),
        ),
      );
      const property = fc.property(requests(), shuffled, anyFacts, (request, [rules, mixed], facts) => {
        const decision = decide(request, rules, facts);
        count(decision.effect === "allow" && decision.because.length > 1);
        expect(JSON.stringify(decide(request, mixed, facts))).toBe(JSON.stringify(decision));
        expect(explain(request, mixed, facts)).toEqual(explain(request, rules, facts));
      });
      fc.assert(property, { numRuns: 2000 });
    });
  });

  it("I01 one more forbid never shows more", () => {
    law(2000, (count) => {
      const forbid = anyRule.filter(({ effect }) => effect === "forbid");
      const property = fc.property(...world, forbid, (request, rules, facts, sheet, extra) => {
        const before = shown(decide(request, rules, facts), sheet);
        const after = shown(decide(request, [...rules, extra], facts), sheet);
        count(after.cells.size < before.cells.size);
        expectInside(after, before);
      });
      fc.assert(property, { numRuns: 2000 });
    });
  });

  it("I04 T04 removing or ending a permit never shows more", () => {
    law(2000, (count) => {
      const permit = anyRule.filter(({ effect }) => effect === "permit");
      const property = fc.property(...world, permit, (request, rules, facts, sheet, extra) => {
        const before = shown(decide(request, [...rules, extra], facts), sheet);
        const removed = shown(decide(request, rules, facts), sheet);
        const ended = shown(decide(request, [...rules, { ...extra, endsAt: facts.now }], facts), sheet);
        count(removed.cells.size < before.cells.size);
        expectInside(removed, before);
        expect(ended).toEqual(removed);
      });
      fc.assert(property, { numRuns: 2000 });
    });
  });

  it("I21 a link never shows more than its maker sees", () => {
    law(2000, (count) => {
      const property = fc.property(...world, limit, (request, rules, facts, sheet, within) => {
        const decision = decide(request, rules, facts);
        const before = shown(decision, sheet);
        const after = shown(narrow(decision, within), sheet);
        count(after.cells.size < before.cells.size);
        expectInside(after, before);
      });
      fc.assert(property, { numRuns: 2000 });
    });
  });
});
