import { describe, expect, it } from "vitest";
import { row } from "@/components/grid/sample";
import {
  loadWhole,
  nextWindow,
  PAGE_ROWS,
  type RowWindow,
  SheetChanging,
  type SheetLike,
} from "./whole-sheet";

/** A sheet of so many rows that answers windows as the API does. */
function sheetOf(count: number, version = 1, fetchedAt = "2026-11-24T08:00:00Z"): SheetLike {
  return {
    sheet: { id: "1", name: "Flights", version, fetchedAt, totalRowCount: count },
    access: { via: "own" },
    columns: [],
    rows: Array.from({ length: count }, (_, at) => row(at + 1, null)),
  };
}

function cut(sheet: SheetLike, { page, pageSize }: RowWindow): SheetLike {
  return { ...sheet, rows: sheet.rows.slice((page - 1) * pageSize, page * pageSize) };
}

const numbers = ({ rows }: SheetLike) => rows.map(({ rowNumber }) => rowNumber);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("loadWhole", () => {
  it.each([0, 1, 4_999, 5_000, 5_001, 12_345])("brings all of %i rows, each once", async (count) => {
    const sheet = sheetOf(count);
    const whole = await loadWhole(async (window) => cut(sheet, window));
    expect(numbers(whole)).toEqual(upTo(count));
  });

  it("goes on from a first screen without asking for page 1 again", async () => {
    const sheet = sheetOf(12_345);
    const asked: RowWindow[] = [];
    const start = cut(sheet, { page: 1, pageSize: 200 });
    const whole = await loadWhole(
      async (window) => {
        asked.push(window);
        return cut(sheet, window);
      },
      { start },
    );
    expect(numbers(whole)).toEqual(upTo(12_345));
    expect(asked.every(({ page }) => page > 1)).toBe(true);
  });

  it("tells what is there after each page", async () => {
    const sheet = sheetOf(11_000);
    const seen: number[] = [];
    await loadWhole(async (window) => cut(sheet, window), {
      onProgress: ({ rows }) => seen.push(rows.length),
    });
    expect(seen).toEqual([5_000, 10_000, 11_000]);
  });

  it("F08 begins again when the version moves between pages", async () => {
    const [before, after] = [sheetOf(6_000, 1), sheetOf(6_001, 2)];
    let calls = 0;
    const whole = await loadWhole(async (window) => cut(calls++ === 0 ? before : after, window));
    expect(whole.sheet.version).toBe(2);
    expect(numbers(whole)).toEqual(upTo(6_001));
  });

  it("T04 keeps no row from before a right changed on the way", async () => {
    const before = sheetOf(6_000);
    const after = { ...sheetOf(6_000), access: { via: "delegated" } };
    after.rows = after.rows.map((each) => ({ ...each, rowNumber: each.rowNumber + 100_000 }));
    let calls = 0;
    const whole = await loadWhole(async (window) => cut(calls++ === 0 ? before : after, window));
    expect(numbers(whole).every((number) => number > 100_000)).toBe(true);
  });

  it("gives up on a sheet that changes at every try", async () => {
    let version = 0;
    const asking = loadWhole(async (window) => {
      version += 1;
      return cut(sheetOf(6_000, version), window);
    });
    await expect(asking).rejects.toBeInstanceOf(SheetChanging);
  });

  it("says the age of its oldest page", async () => {
    const [older, newer] = [sheetOf(6_000), sheetOf(6_000, 1, "2026-11-24T08:00:09Z")];
    let calls = 0;
    const whole = await loadWhole(async (window) => cut(calls++ === 0 ? older : newer, window));
    expect(whole.sheet.fetchedAt).toBe(older.sheet.fetchedAt);
  });
});

describe("nextWindow", () => {
  it("never leaves a gap before the next row", () => {
    for (const loaded of [0, 1, 199, 200, 4_999, 5_000, 6_400, 20_000]) {
      const { page, pageSize } = nextWindow(loaded);
      expect((page - 1) * pageSize).toBeLessThanOrEqual(loaded);
      expect(page * pageSize).toBeGreaterThan(loaded);
    }
    expect(nextWindow(PAGE_ROWS)).toEqual({ page: 2, pageSize: PAGE_ROWS });
  });
});
