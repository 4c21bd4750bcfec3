import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/columnar/read-table";
import { sheetOf } from "@/lib/columnar/source-sheet";
import { tableRows } from "@/lib/columnar/table-rows";
import { anyFacts, anyRules, limit, requests, sheets } from "@/lib/policy/arbitrary.test-helper";
import { groupsOf } from "@/lib/policy/columns";
import { decide } from "@/lib/policy/decide";
import { layoutOf } from "@/lib/policy/layout";
import { project } from "@/lib/policy/project";
import type { SourceSheet, VisibleSheet } from "@/lib/policy/sheet";
import type { AllowDecision } from "@/lib/policy/types";
import { sheetTable } from "@/lib/smartsheet/testing/sheet-table";
import { toTable } from "./table-answer";

const worlds = fc.record({
  rules: anyRules,
  request: requests(),
  facts: anyFacts,
  sheet: sheets,
  within: fc.option(limit, { nil: undefined }),
});

/** What a decision shows of a sheet, from plain rows and from a table whose cells are decoded one by one. */
function seen(decision: AllowDecision, sheet: SourceSheet) {
  const groups = decision.via === "own" ? [{ connectionId: null, assume: null }] : groupsOf(decision);
  return project(
    decision,
    groups.map((group) => ({ ...group, sheet, allColumnIds: null })),
  );
}

/** Each row once, in order, as Smartsheet's answers are taken. */
function asSent(sheet: SourceSheet): SourceSheet | null {
  try {
    return JSON.parse(JSON.stringify(sheetOf(sheetTable(sheet)))) as SourceSheet;
  } catch {
    return null;
  }
}

function lazy(sheet: SourceSheet): SourceSheet {
  const table = sheetTable(sheet);
  const rows = tableRows(
    table,
    sheet.columns.map(({ id }) => id),
  );
  return { ...sheetOf(table), rows };
}

const cellsOf = ({ columns, rows }: Pick<VisibleSheet, "columns" | "rows">) =>
  rows.map((row) => columns.map(({ id }) => row.cells[id] ?? null));

describe("a sheet as one table", () => {
  it("I11 T05 holds what the decision shows and nothing else", () => {
    let shown = 0;
    fc.assert(
      fc.property(worlds, ({ rules, request, facts, sheet, within }) => {
        const decided = decide(request, rules, facts);
        const plain = asSent(sheet);
        if (decided.effect === "deny" || plain === null) return;
        const decision = within ? { ...decided, within } : decided;
        const wanted = seen(decision, plain);
        for (const source of [lazy(plain), sheetOf(sheetTable(plain))]) {
          const found = seen(decision, source);
          expect(found.kind).toBe(wanted.kind);
          if (found.kind !== "visible" || wanted.kind !== "visible") continue;
          shown += 1;
          expect(JSON.parse(JSON.stringify(found.sheet))).toEqual(JSON.parse(JSON.stringify(wanted.sheet)));

          const table = readTable<{ tag: string }>(toTable(found.sheet, { tag: "t" }));
          const ids = found.sheet.columns.map(({ id }) => id);
          const rows = tableRows(table, ids);
          const { columns } = wanted.sheet;
          expect(rows.map(({ id, rowNumber, parentId }) => [id, rowNumber, parentId])).toEqual(
            wanted.sheet.rows.map(({ id, rowNumber, parentId }) => [id, rowNumber, parentId]),
          );
          expect(JSON.stringify(cellsOf({ columns, rows }).map(sorted))).toEqual(
            JSON.stringify(cellsOf(wanted.sheet).map(sorted)),
          );
          for (let column = 0; column < ids.length; column++) {
            const contents = new Set(rows.map((_, row) => table.column(column).codes[row]).filter(Boolean));
            expect(table.column(column).contentCount).toBe(contents.size);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    expect(shown).toBeGreaterThan(300);
  });

  it("refuses a sheet that no decision made", () => {
    expect(() => layoutOf({} as VisibleSheet)).toThrow(/decision/);
  });
});

/** Fields of a cell in one order. */
function sorted(cells: readonly (object | null)[]) {
  return cells.map((cell) => cell && Object.fromEntries(Object.entries(cell).sort()));
}
