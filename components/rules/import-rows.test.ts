import { describe, expect, it } from "vitest";
import { IMPORT_COLUMNS, parseImport } from "@/lib/rules/import-csv";
import { afterSave, afterTry, countOf, problemLine, rowsOf } from "./import-rows";
import { IMPORT_GUIDE, importTemplate } from "./import-template";
import { drawn } from "./logic.test-helper";

const rule = parseImport(importTemplate("2026-12-31"), "UTC").lines[0]?.rule ?? null;
const read = rowsOf({
  lines: [
    { line: 2, rule, answer: drawn, problems: [] },
    { line: 3, rule: null, answer: null, problems: [{ column: "who", message: "Fill this in." }] },
    { line: 4, rule, answer: drawn, problems: [] },
  ],
  problems: [],
});
const states = (rows: typeof read) => rows.map(({ state }) => state);

describe("a file of rules on the screen", () => {
  it("waits for what was read and gives up what was not", () => {
    expect(states(read)).toEqual(["waiting", "wrong", "waiting"]);
  });

  it("takes each answer to its own line, and leaves the others", () => {
    if (rule === null) throw new Error("The template was not read.");
    const problem = { column: "columns", message: "The sheet has no column called “Bonus”." };
    const tried = afterTry(read, [
      { line: 4, ok: true, rule, answer: { ...drawn, sheetName: "Plan" } },
      { line: 2, ok: false, problem },
    ]);
    expect(states(tried)).toEqual(["wrong", "wrong", "good"]);
    expect(tried[2]?.answer?.sheetName).toBe("Plan");
    expect(tried[0]?.problems.map(problemLine)).toEqual(["columns: The sheet has no column called “Bonus”."]);
    const saved = afterSave(tried, [{ line: 4, ok: true, id: "R-5" }]);
    expect(states(saved)).toEqual(["wrong", "wrong", "saved"]);
    expect([countOf(saved, "saved"), countOf(saved, "good")]).toEqual([1, 0]);
    const failed = afterSave(tried, [{ line: 4, ok: false, problem: { column: null, message: "Late." } }]);
    expect(failed[2]).toMatchObject({ state: "wrong", id: null, problems: [{ message: "Late." }] });
    expect(problemLine({ column: null, message: "Late." })).toBe("Late.");
  });
});

describe("the template", () => {
  it("has the columns that are read, and lines that are rules", () => {
    expect(IMPORT_GUIDE.map(({ column }) => column)).toEqual([...IMPORT_COLUMNS]);
    const { lines, problems } = parseImport(importTemplate("2026-12-31"), "Europe/Berlin");
    expect(problems).toEqual([]);
    expect(lines.map(({ rule }) => rule?.effect)).toEqual(["permit", "forbid"]);
  });

  it("gives masks that are read as it writes them", () => {
    const masks = IMPORT_GUIDE.find(({ column }) => column === "masks")?.holds ?? "";
    const line = `permit,a@acme.test,1,b@acme.test,all,${masks},,2026-12-31,Why,,`;
    const [read] = parseImport(`${IMPORT_COLUMNS.join(",")}\n${line}`, "UTC").lines;
    expect(read?.rule).toMatchObject({ masks: { length: 5 } });
  });
});
