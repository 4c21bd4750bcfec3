import { describe, expect, it } from "vitest";
import type { VisibleCell, VisibleColumn } from "@/lib/policy/sheet";
import { createCellText } from "./cell-text";
import { column, row } from "./sample";
import { nextSort, rowCompare } from "./sort";
import { buildTree, fullOrder } from "./tree";

const { textOf } = createCellText({ locale: "en", timeZone: "UTC" });

function sorted(
  described: VisibleColumn,
  cells: (VisibleCell | undefined)[],
  direction: "ascending" | "descending",
) {
  const rows = cells.map((cell, at) => row(at + 1, null, cell ? { [described.id]: cell } : {}));
  const compare = rowCompare(rows, described, direction, { textOf, locale: "en" });
  return fullOrder(buildTree(rows), { compare });
}
const values = (...list: (string | number | boolean | undefined)[]) =>
  list.map((value) => (value === undefined ? undefined : { value }));

describe("rowCompare", () => {
  it("orders numbers by value, text after them, blanks last in both directions", () => {
    const cells = values("b", 10, undefined, 9, "A");
    expect(sorted(column(1, "TEXT_NUMBER"), cells, "ascending")).toEqual([3, 1, 4, 0, 2]);
    expect(sorted(column(1, "TEXT_NUMBER"), cells, "descending")).toEqual([0, 4, 1, 3, 2]);
  });

  it("is stable in both directions", () => {
    const cells = values("x", "y", "X", "x");
    expect(sorted(column(1, "TEXT_NUMBER"), cells, "ascending")).toEqual([0, 2, 3, 1]);
    expect(sorted(column(1, "TEXT_NUMBER"), cells, "descending")).toEqual([1, 0, 2, 3]);
  });

  it("orders dates by time, not by how they read", () => {
    expect(sorted(column(1, "DATE"), values("2026-12-01", "2026-02-11", "2025-12-31"), "ascending")).toEqual([
      2, 1, 0,
    ]);
    const instants = values("2026-01-01T01:00:00+02:00", "2025-12-31T23:30:00Z");
    expect(sorted(column(1, "DATETIME"), instants, "ascending")).toEqual([0, 1]);
  });

  it("orders options as their owner listed them", () => {
    const priority = column(1, "PICKLIST", { options: ["Low", "Medium", "High"] });
    expect(sorted(priority, values("High", "Low", "Medium"), "ascending")).toEqual([1, 2, 0]);
  });

  it("orders boxes, durations and people", () => {
    expect(sorted(column(1, "CHECKBOX"), values(true, false), "ascending")).toEqual([1, 0]);
    expect(sorted(column(1, "DURATION"), values("2w", "3d", "4h", "30m"), "ascending")).toEqual([3, 2, 1, 0]);
    const people = [
      { displayValue: "Zoe", value: "a@x.test" },
      { displayValue: "Ann", value: "z@x.test" },
    ];
    expect(sorted(column(1, "CONTACT_LIST"), people, "ascending")).toEqual([1, 0]);
  });

  it("counts figures inside text as numbers", () => {
    expect(sorted(column(1, "TEXT_NUMBER"), values("Task 10", "Task 9"), "ascending")).toEqual([1, 0]);
  });
});

describe("nextSort", () => {
  it("goes ascending, descending, off, and starts anew on another column", () => {
    const [one, two] = [column(1, "DATE").id, column(2, "DATE").id];
    const first = nextSort(null, one);
    expect(first?.direction).toBe("ascending");
    const second = nextSort(first, one);
    expect(second?.direction).toBe("descending");
    expect(nextSort(second, one)).toBeNull();
    expect(nextSort(second, two)).toEqual({ columnId: two, direction: "ascending" });
  });
});
