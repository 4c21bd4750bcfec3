import { describe, expect, it } from "vitest";
import { column, row } from "./sample";
import { finish } from "./slices";
import { NOTHING_SELECTED, summarize } from "./summary";

const euros = ",,,,,,,,,,,6,0,1,2,,";
const columns = [
  column(1, "TEXT_NUMBER", { format: euros }),
  column(2, "TEXT_NUMBER"),
  column(3, "CHECKBOX"),
];
const rows = [
  row(1, null, { "1": { value: 0.1 }, "2": { value: "7" } }),
  row(2, null, { "1": { value: 0.2 }, "2": { value: 5 }, "3": { value: true } }),
  row(3, null, {}),
];
const order = [0, 1, 2];
const sum = (range: Parameters<typeof summarize>[0]["range"], shown = order) =>
  finish(summarize({ rows, order: shown, columns, range }));

describe("summarize", () => {
  it("counts numbers only, neither text that looks like one nor boxes", () => {
    expect(sum({ top: 0, bottom: 2, left: 0, right: 2 })).toMatchObject({
      cells: 9,
      filled: 5,
      numbers: 3,
      sum: 5.3,
      min: 0.1,
      max: 5,
      format: null,
    });
  });

  it("adds without drift and keeps a shared currency", () => {
    const summary = sum({ top: 0, bottom: 2, left: 0, right: 0 });
    expect(summary.sum).toBeCloseTo(0.3, 15);
    expect(summary.average).toBeCloseTo(0.15, 15);
    expect(summary.format?.currency).toBe("EUR");
  });

  it("counts shown rows only", () => {
    expect(sum({ top: 0, bottom: 0, left: 0, right: 0 }, [1])).toMatchObject({ numbers: 1, sum: 0.2 });
  });

  it("has no average of nothing", () => {
    expect(sum({ top: 2, bottom: 2, left: 0, right: 2 })).toMatchObject({
      cells: 3,
      filled: 0,
      average: null,
      min: null,
    });
    expect(sum(null)).toEqual(NOTHING_SELECTED);
  });
});
