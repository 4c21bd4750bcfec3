import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetOf } from "@/lib/columnar/source-sheet";
import type { ColumnId, ConnectionId, RowId, RuleId, SheetId } from "@/lib/policy/ids";
import { project } from "@/lib/policy/project";
import type { SourceCell, SourceRow, SourceSheet, VisibleSheet } from "@/lib/policy/sheet";
import type { AllowDecision, Rectangle } from "@/lib/policy/types";
import type { ReadAnswer } from "@/lib/sheets/read-sheet";
import { sheetTable } from "@/lib/smartsheet/testing/sheet-table";
import { applyChange } from "./apply-change.test-helper";
import { changeTo } from "./change";
import type { LiveChange } from "./events";
import { rawChanges } from "./raw-changes";
import { rowsOf } from "./rows-of";

const [NAME, STATE, PAY] = ["11", "12", "13"] as unknown as [ColumnId, ColumnId, ColumnId];
const columns = [NAME, STATE, PAY].map((id, index) => ({
  ...{ id, index, title: `Column ${id}`, type: "TEXT_NUMBER" as const },
  ...(index === 0 ? { primary: true } : {}),
}));

function sheet(rows: SourceRow[], version = 1): SourceSheet {
  const said = { id: "1" as SheetId, name: "Any", version, fetchedAt: "2026-11-24T09:00:00Z" };
  return { ...said, columns, rows };
}

const cell: fc.Arbitrary<SourceCell> = fc.record(
  {
    value: fc.constantFrom("a", "b", "c", 1, true),
    displayValue: fc.constantFrom("a", "A"),
    format: fc.constantFrom(",,1", ",,2"),
    laidFormat: fc.constantFrom(",,1", ",,3"),
  },
  { requiredKeys: ["value"] },
);
const line = fc.record({
  id: fc.integer({ min: 1, max: 10 }),
  isChild: fc.boolean(),
  cells: fc.dictionary(fc.constantFrom<string>(NAME, STATE, PAY), cell, { maxKeys: 3 }),
});
const rows = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 10 }).map((lines) =>
  lines.map(
    ({ id, isChild, cells }, at): SourceRow => ({
      ...{ id: String(id) as RowId, rowNumber: at + 1, cells },
      parentId: isChild && at > 0 ? (String(lines[at - 1]?.id) as RowId) : null,
    }),
  ),
);

const rule = "R-1" as RuleId;
const filter = (columnId: ColumnId, value: string) => ({
  ...{ match: "all" as const },
  conditions: [{ columnId, operator: "EQUAL" as const, operands: [value] }],
});
const own = (...minus: Rectangle[]): AllowDecision => ({
  ...{ effect: "allow", via: "own", minus, actions: ["read"], because: [] },
});
const delegated: AllowDecision = {
  ...{ effect: "allow", via: "delegated", minus: [], actions: ["read"], because: [rule] },
  expiresAt: "2026-12-31T00:00:00Z",
  grants: [
    {
      ...{ rule, columns: { mode: "only", ids: [NAME, PAY] }, rows: filter(STATE, "a"), parents: true },
      masks: [{ columnId: PAY, mask: { kind: "initials" } }],
      ...{ connectionId: "C-1" as ConnectionId, assume: "olga@acme.test", actions: ["read"] },
      endsAt: "2026-12-31T00:00:00Z",
    },
  ],
};
const DECISIONS: [string, AllowDecision][] = [
  ["everything", own()],
  ["not a column", own({ rule, columns: { mode: "only", ids: [PAY] }, rows: null })],
  ["not some rows", own({ rule, columns: { mode: "all" }, rows: filter(STATE, "b") })],
  [
    "not a column of some rows",
    own({ rule, columns: { mode: "only", ids: [PAY] }, rows: filter(STATE, "b") }),
  ],
  ["some rows, their ancestors, a mask", delegated],
];

function seen(decision: AllowDecision, source: SourceSheet): VisibleSheet | null {
  const who =
    decision.via === "own"
      ? { connectionId: null, assume: null }
      : { connectionId: "C-1" as ConnectionId, assume: "olga@acme.test" };
  const shown = project(decision, [{ ...who, sheet: source, allColumnIds: null }]);
  return shown.kind === "visible" ? shown.sheet : null;
}

function wire(visible: VisibleSheet) {
  const list = rowsOf(visible);
  return Array.from({ length: list.count }, (_, row) => list.rowAt(row));
}

function change(decision: AllowDecision, before: VisibleSheet, after: VisibleSheet): LiveChange | "reload" {
  const read = { decision, sheet: after, tag: "new", stale: null, totalRowCount: 0 } as unknown as ReadAnswer;
  return changeTo({ tag: "old", sheet: before }, read);
}

const inTable = (source: SourceSheet) => sheetOf(sheetTable(source));

describe("a change of what somebody sees", () => {
  it.each(DECISIONS)("turns the old rows into the new ones, copies in tables or not: %s", (_, decision) => {
    let compared = 0;
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        for (const form of [inTable, (plain: SourceSheet) => plain]) {
          const [old, now] = [seen(decision, form(sheet(before))), seen(decision, form(sheet(after, 2)))];
          if (!old || !now) continue;
          const told = change(decision, old, now);
          // Numbers of whole sheets and of parts alike follow from places here.
          if (told === "reload") throw new Error("A change was expected.");
          expect(applyChange(wire(old), told)).toEqual(wire(now));
          compared += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("turns what one decision shows into what another shows", () => {
    const decision = fc.constantFrom(...DECISIONS.map(([, one]) => one));
    fc.assert(
      fc.property(rows, rows, decision, decision, (before, after, one, other) => {
        const [old, now] = [seen(one, inTable(sheet(before))), seen(other, inTable(sheet(after, 2)))];
        if (!old || !now) return;
        const told = change(other, old, now);
        if (told === "reload") throw new Error("A change was expected.");
        expect(applyChange(wire(old), told)).toEqual(wire(now));
      }),
      { numRuns: 500 },
    );
  });

  it("is told from the tables alone where nothing is hidden, and says nothing of what stayed", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (before, at) => {
        fc.pre(before.length > 0);
        const place = at % before.length;
        const after = before.map((row, n) =>
          n === place ? { ...row, cells: { [NAME]: { value: "new" } } } : row,
        );
        const [old, now] = [seen(own(), inTable(sheet(before))), seen(own(), inTable(sheet(after, 2)))];
        if (!old || !now) throw new Error("A sheet was expected.");
        expect(rawChanges(old, now)?.columnIds.size).toBe(3);
        expect(change(own(), old, now)).toMatchObject({ removed: [], rows: [{ id: before[place]?.id }] });
        expect(change(own(), old, now)).not.toHaveProperty("order");
      }),
    );
  });

  it("formats count: the cell's own, and the conditional one where the whole row shows", () => {
    const row = (cells: SourceRow["cells"]): SourceRow => ({
      id: "1" as RowId,
      rowNumber: 1,
      parentId: null,
      cells,
    });
    const told = (decision: AllowDecision, one: SourceCell, other: SourceCell) => {
      const [old, now] = [one, other].map((cell) => seen(decision, inTable(sheet([row({ [NAME]: cell })]))));
      if (!old || !now) throw new Error("A sheet was expected.");
      const found = change(decision, old, now);
      return found === "reload" ? found : found.rows.length;
    };
    expect(told(own(), { value: "a" }, { value: "a", format: ",,1" })).toBe(1);
    expect(told(own(), { value: "a" }, { value: "a", laidFormat: ",,1" })).toBe(1);
    expect(told(own(), { value: "a", format: ",,1" }, { value: "a", format: ",,1" })).toBe(0);
  });
});
