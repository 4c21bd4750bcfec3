import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFacts, anyForbid, anyPermit, anyRules, limit, requests, sheets } from "./arbitrary.test-helper";
import { columnsToAsk, groupsOf } from "./columns";
import { decide } from "./decide";
import { explain } from "./explain";
import { narrow } from "./narrow";
import { nothingSeen, plainText, type Seen, whatIsSeen, withinLimit } from "./oracle.test-helper";
import { project, type Source } from "./project";
import { randomCases, randomRuns } from "./random-cases.test-helper";
import { onlyColumns, ownSource, TASK } from "./sample.test-helper";
import type { SourceSheet, VisibleColumn } from "./sheet";
import type { Decision } from "./types";

/**
 * What the engine shows when each group asks upstream for just the columns it says it needs: `hasList` with the list of
 * the sheet's columns at hand, else without.
 */
function shown(decision: Decision, sheet: SourceSheet, hasList = false): Seen {
  if (decision.effect === "deny") return nothingSeen();
  const sources = decision.via === "own" ? [ownSource(sheet)] : answers(decision, sheet, hasList);
  const projection = project(decision, sources);
  if (projection.kind !== "visible") return nothingSeen();
  const { columns, rows } = projection.sheet;
  return {
    cells: new Map(
      rows.flatMap(({ id, cells }) =>
        Object.entries(cells).map(([column, cell]) => [`${id}/${column}`, plainText(cell)]),
      ),
    ),
    rows: new Set(rows.map(({ id }) => id)),
    columns: new Set(columns.map(({ id }) => id)),
    masking: new Map(columns.map((column) => [column.id, maskingOf(column, sheet)])),
  };
}

/** Where all cells are masked the column is text; where some are, it keeps its type and says so. */
function maskingOf({ id, type, masked }: VisibleColumn, sheet: SourceSheet): "none" | "some" | "all" {
  if (!masked) return "none";
  const was = sheet.columns.find((one) => one.id === id)?.type;
  return type === "TEXT_NUMBER" && was !== type ? "all" : "some";
}

function answers(
  decision: Extract<Decision, { effect: "allow" }>,
  sheet: SourceSheet,
  hasList: boolean,
): Source[] {
  const allColumns = sheet.columns.map(({ id, title }) => ({ id, title }));
  const allColumnIds = sheet.columns.map(({ id }) => id);
  return groupsOf(decision).flatMap((group): Source[] => {
    const ids = columnsToAsk(decision, group, hasList ? allColumns : null);
    if (ids === null) return [{ ...group, sheet, allColumnIds: null }];
    if (ids.length === 0) return [];
    const part = { ...group, sheet: onlyColumns(sheet, ids), allColumnIds };
    return [hasList ? { ...part, allColumns } : part];
  });
}

/** Nothing more is there, and nothing that was masked is plain. */
function expectInside(inner: Seen, outer: Seen, plain: (cell: string) => string | undefined) {
  for (const part of ["rows", "columns"] as const) {
    expect([...inner[part]].filter((one) => !outer[part].has(one))).toEqual([]);
  }
  for (const [cell, text] of inner.cells) {
    const before = outer.cells.get(cell);
    expect(before).toBeDefined();
    if (text === plain(cell)) expect(before).toBe(text);
  }
}

const plainIn = (sheet: SourceSheet) => (cell: string) => {
  const [row, column] = cell.split("/");
  const found = sheet.rows.find(({ id }) => id === row)?.cells[column ?? ""];
  return found && plainText(found);
};

/** Runs a law and proves that it ran, and that the world was not empty of cases that matter. */
function law(cases: number, run: (count: (isTelling: boolean) => void) => void) {
  const runs = randomCases(cases);
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
    law(8000, (count) => {
      const property = fc.property(...world, fc.boolean(), (request, rules, facts, sheet, hasList) => {
        const isIt = request.sheetId === sheet.id;
        const wanted = isIt ? whatIsSeen(request, rules, facts, sheet) : nothingSeen();
        const found = isIt ? shown(decide(request, rules, facts), sheet, hasList) : nothingSeen();
        count(wanted.cells.size > 0);
        expect({ ...found, masking: null }).toEqual({ ...wanted, masking: null });
        for (const [column, how] of wanted.masking) {
          // A text column is one of text either way.
          const isText = column === TASK && how === "all";
          expect(found.masking.get(column), column).toBe(isText ? "some" : how);
        }
      });
      fc.assert(property, randomRuns(8000));
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
      fc.assert(property, randomRuns(2000));
    });
  });

  it("I01 one more forbid never shows more", () => {
    law(2000, (count) => {
      const property = fc.property(...world, anyForbid, (request, rules, facts, sheet, extra) => {
        const before = shown(decide(request, rules, facts), sheet);
        const after = shown(decide(request, [...rules, extra], facts), sheet);
        count(after.cells.size < before.cells.size);
        expectInside(after, before, plainIn(sheet));
      });
      fc.assert(property, randomRuns(2000));
    });
  });

  it("I04 T04 removing or ending a permit never shows more", () => {
    law(2000, (count) => {
      const property = fc.property(...world, anyPermit, (request, rules, facts, sheet, extra) => {
        const before = shown(decide(request, [...rules, extra], facts), sheet);
        const removed = shown(decide(request, rules, facts), sheet);
        const ended = shown(decide(request, [...rules, { ...extra, endsAt: facts.now }], facts), sheet);
        count(removed.cells.size < before.cells.size);
        expectInside(removed, before, plainIn(sheet));
        expect(ended).toEqual(removed);
      });
      fc.assert(property, randomRuns(2000));
    });
  });

  it("I04 a permit without its masks shows the same cells, and none of them less plainly", () => {
    law(2000, (count) => {
      const masked = anyPermit.filter(({ masks }) => (masks ?? []).length > 0);
      const property = fc.property(...world, masked, (request, some, facts, sheet, extra) => {
        const rules = [...some, extra];
        const bare = rules.map((rule) => (rule.effect === "permit" ? { ...rule, masks: [] } : rule));
        const before = shown(decide(request, rules, facts), sheet);
        const plain = shown(decide(request, bare, facts), sheet);
        count([...before.cells].some(([cell, text]) => plain.cells.get(cell) !== text));
        expectInside(before, plain, plainIn(sheet));
        for (const [cell, text] of plain.cells) expect(text).toBe(plainIn(sheet)(cell));
      });
      fc.assert(property, randomRuns(2000));
    });
  });

  it("I21 a link never shows more than its maker sees", () => {
    law(2000, (count) => {
      const property = fc.property(...world, limit, (request, rules, facts, sheet, within) => {
        const decision = decide(request, rules, facts);
        const before = shown(decision, sheet);
        const after = shown(narrow(decision, within), sheet);
        count(after.cells.size < before.cells.size);
        expectInside(after, before, plainIn(sheet));
        expect(after.cells).toEqual(withinLimit(before, within, sheet).cells);
      });
      fc.assert(property, randomRuns(2000));
    });
  });
});
