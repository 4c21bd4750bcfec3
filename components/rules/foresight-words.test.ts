import { describe, expect, it } from "vitest";
import type { PersonEffect, SheetEffect } from "@/lib/rules/radius-types";
import { actionsChanged, gapWords, personWords, rowsMoved, rowsWords } from "./foresight-words";

const nothing: SheetEffect = {
  sheetId: "1",
  name: "Payroll 2026",
  rows: { before: 0, after: 0, gained: 0, lost: 0 },
  columns: { gained: [], lost: [], newlyMasked: [], unmasked: [] },
  sensitive: { gained: [], lost: [] },
  cells: { gained: 0, lost: 0 },
  actions: { gained: [], lost: [] },
  expiresAt: { before: null, after: null },
  sample: null,
};
const sheet = (change: Partial<SheetEffect>): SheetEffect => ({ ...nothing, ...change });
const rows = (before: number, after: number, gained: number, lost: number) =>
  sheet({ rows: { before, after, gained, lost } });
const person = (...sheets: SheetEffect[]): PersonEffect => ({
  ...{ userId: "7", name: "Vik Viewer", email: "vik@acme.test" },
  sheets,
});

describe("what a change does to one person", () => {
  it.each([
    ["+1,200 rows on Payroll 2026", person(rows(0, 1200, 1200, 0))],
    ["−1 row on Payroll 2026", person(rows(6, 5, 0, 1))],
    ["+2 rows, −3 rows on Payroll 2026", person(rows(6, 5, 2, 3))],
    ["+7 rows on 2 sheets", person(rows(0, 6, 6, 0), { ...rows(0, 1, 1, 0), name: "Plan" })],
    [
      "other columns on Payroll 2026",
      person(sheet({ columns: { gained: ["Salary"], lost: [], newlyMasked: [], unmasked: [] } })),
    ],
    ["other cells on Payroll 2026", person(sheet({ cells: { gained: 0, lost: 2 } }))],
    [
      "another end or other actions on Payroll 2026",
      person(sheet({ expiresAt: { before: "2026-12-31T23:00:00Z", after: "2027-12-31T23:00:00Z" } })),
    ],
  ])("says %s", (words, effect) => expect(personWords(effect)).toBe(words));

  it("tells rows that came and went from rows that stayed", () => {
    expect(rowsWords(rows(0, 6, 6, 0))).toBe("0 → 6");
    expect(rowsMoved(rows(0, 6, 6, 0))).toBeNull();
    expect(rowsWords(rows(6, 6, 2, 2))).toBe("6");
    expect(rowsMoved(rows(6, 6, 2, 2))).toBe("+2 and −2");
    expect(rowsMoved(rows(6, 6, 0, 0))).toBeNull();
    expect(rowsMoved(rows(6, 4, 0, 2))).toBeNull();
    expect(rowsMoved(rows(6, 5, 1, 2))).toBe("+1 and −2");
  });

  it("names actions beyond reading", () => {
    const both = sheet({ actions: { gained: ["read", "export"], lost: ["print"] } });
    expect(actionsChanged(both)).toEqual(["may also export", "may no longer print"]);
    expect(actionsChanged(sheet({ actions: { gained: ["read"], lost: [] } }))).toEqual([]);
  });
});

describe("what was not looked at", () => {
  it("is said, and nothing where all was", () => {
    expect(gapWords({ looked: { sheets: 2, of: 2 }, unreadable: [] })).toEqual([]);
    expect(gapWords({ looked: { sheets: 20, of: 43 }, unreadable: ["Payroll", "Plan"] })).toEqual([
      "Looked at 20 of 43 sheets. The others change alike and are not counted.",
      "Not counted, as they could not be read: Payroll and Plan.",
    ]);
  });
});
