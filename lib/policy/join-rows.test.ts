import { describe, expect, it } from "vitest";
import { joinRows } from "./join-rows";
import { row, sheet, TASK } from "./sample.test-helper";

/** Rows of one answer, each as `id@rowNumber`; their cells name the answer. */
const answer = (name: string, ...rows: string[]) =>
  sheet({
    rows: rows.map((one, place) => {
      const [id = "", at = String(place + 1)] = one.split("@");
      return row(id, Number(at), null, { [TASK]: { value: `${name}${place}` } });
    }),
  });
const from = (rows: readonly (ReturnType<typeof row> | undefined)[]) =>
  rows.map((one) => one?.cells[TASK]?.value);

describe("joinRows", () => {
  it("hands on the rows of a single answer as they are, in its order", () => {
    const only = answer("a", "1@3", "2@1");
    const { main, answers } = joinRows([only]);
    expect(main).toBe(only.rows);
    expect(answers).toEqual([only.rows]);
  });

  it("F08 of a single answer with doubles takes each row once, the first time, in its order", () => {
    const { main, answers } = joinRows([answer("a", "1@3", "2@1", "1@3", "3@2")]);
    expect(from(main)).toEqual(["a0", "a1", "a3"]);
    expect(answers.map(from)).toEqual([["a0", "a1", "a3"]]);
  });

  it("joins several by row id in the sheet's order, from the first answer that has a row", () => {
    const { main, answers } = joinRows([answer("a", "1@1", "3@3"), answer("b", "1@1", "2@2", "3@3", "2@2")]);
    expect(from(main)).toEqual(["a0", "b1", "a1"]);
    expect(answers.map(from)).toEqual([
      ["a0", undefined, "a1"],
      ["b0", "b1", "b2"],
    ]);
  });

  it("of no answer there are no rows", () => {
    expect(joinRows([])).toEqual({ main: [], answers: [] });
  });
});
