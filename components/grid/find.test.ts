import { describe, expect, it } from "vitest";
import { createCellText } from "./cell-text";
import { findHits, markParts, needleOf, stepHit } from "./find";
import { column, row } from "./sample";
import { finish, workFor } from "./slices";

const { textOf } = createCellText({ locale: "en-GB", timeZone: "UTC" });
const columns = [column(1, "TEXT_NUMBER"), column(2, "DATE")];
const rows = [
  row(1, null, { "1": { value: "Novel" }, "2": { value: "2026-11-03" } }),
  row(2, null, { "1": { value: "Plain" } }),
  row(3, null, { "1": { value: "nova" } }),
];
const search = (query: string, order = [0, 1, 2], within = columns) =>
  finish(findHits({ rows, order, columns: within, textOf, needle: needleOf(query) }));

describe("findHits", () => {
  it("finds what is read, whatever the case, in reading order", () => {
    expect(search(" NOV ")).toEqual([
      { place: 0, column: 0 },
      { place: 0, column: 1 },
      { place: 2, column: 0 },
    ]);
    expect(search("nov", [2, 1, 0])[0]).toEqual({ place: 2, column: 0 });
  });

  it("I13 finds nothing in a column that is not given", () => {
    expect(search("nov", [0, 1, 2], [column(2, "DATE")])).toEqual([{ place: 0, column: 0 }]);
  });

  it("finds nothing for no words", () => {
    expect(search("  ")).toEqual([]);
  });

  it("works in slices and comes to the same result", () => {
    const many = Array.from({ length: 1000 }, (_, at) => row(at + 1, null, { "1": { value: `nova ${at}` } }));
    const steps = findHits({ rows: many, order: many.map((_, at) => at), columns, textOf, needle: "nova" });
    let now = 0;
    const clock = () => now++;
    let slices = 1;
    let done = workFor(steps, 1, clock);
    for (; done === null; slices += 1) done = workFor(steps, 1, clock);
    expect(slices).toBeGreaterThan(2);
    expect(done.value).toHaveLength(1000);
  });
});

describe("stepHit", () => {
  it("goes round both ways", () => {
    expect(stepHit(3, -1, 1)).toBe(0);
    expect(stepHit(3, -1, -1)).toBe(2);
    expect(stepHit(3, 2, 1)).toBe(0);
    expect(stepHit(3, 0, -1)).toBe(2);
    expect(stepHit(0, -1, 1)).toBe(-1);
  });
});

describe("markParts", () => {
  it("cuts the text at its hits and loses no letter", () => {
    const parts = markParts("Banana", "an");
    expect(parts.map((part) => part.text).join("")).toBe("Banana");
    expect(parts.filter((part) => part.isHit)).toHaveLength(2);
  });

  it("marks the whole where lower case has another length", () => {
    expect(markParts("İstanbul", "stan")).toEqual([{ text: "İstanbul", isHit: true }]);
  });
});
