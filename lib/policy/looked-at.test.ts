import { describe, expect, it } from "vitest";
import { hasDoubles, isPlainRow } from "./looked-at";
import { COST, LOST, row, sheet, TASK } from "./sample.test-helper";
import type { SourceCell } from "./sheet";

const plain = { [TASK]: { value: "a" }, [COST]: { value: 0 } };
const rowsOf = (...cells: Record<string, SourceCell>[]) =>
  sheet({ rows: cells.map((one, place) => row(String(place + 1), place + 1, null, one)) });

describe("what is remembered of a sheet", () => {
  it("F08 is whether a row stands twice", () => {
    const { rows } = rowsOf(plain, plain);
    expect(hasDoubles(sheet({ rows }))).toBe(false);
    expect(hasDoubles(sheet({ rows: [...rows, ...rows.slice(1)] }))).toBe(true);
    expect(hasDoubles(sheet({ rows: [] }))).toBe(false);
  });

  it("I12 is of each row whether all its cells may leave as they stand", () => {
    const bare = Object.assign(Object.create(null), plain);
    const of = rowsOf(
      plain,
      {},
      { ...plain, [LOST]: { value: "leak" } },
      { [LOST]: { value: "leak" } },
      { ...plain, [COST]: { value: "" } },
      { ...plain, [COST]: { value: 1, formula: "leak" } as SourceCell },
      bare,
      plain,
    );
    for (let time = 0; time < 2; time++)
      expect(of.rows.map((_, place) => isPlainRow(of, place))).toEqual([
        ...[true, true, false, false, false, false, false, true],
      ]);
  });

  it("is found out once, plain or not", () => {
    for (const value of ["a", ""]) {
      let looks = 0;
      const cells = {
        get [TASK]() {
          looks += 1;
          return { value };
        },
      };
      const of = rowsOf(cells);
      expect([isPlainRow(of, 0), isPlainRow(of, 0)]).toEqual([value === "a", value === "a"]);
      expect(looks).toBe(1);
    }
  });
});
