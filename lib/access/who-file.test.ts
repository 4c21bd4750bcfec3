import { describe, expect, it } from "vitest";
import { readCsv } from "@/lib/rules/read-csv";
import type { WhoAnswer, WhoLine } from "./schema";
import { whoFile, whoFileResponse } from "./who-file";

const line: WhoLine = {
  person: { userId: "1003", name: "=cmd|'/c calc'!A1", email: "vik@acme.test" },
  sheet: { id: "5", name: "Payroll 2026" },
  via: "delegated",
  rules: ["R-1", "R-2"],
  assumedUsers: ["olga@acme.test"],
  columns: [
    { id: "1", title: "Person", isSensitive: false, isMasked: false },
    { id: "2", title: "@Salary", isSensitive: true, isMasked: true },
  ],
  closed: [],
  rows: 12,
  actions: ["read", "export"],
  expiresAt: "2026-12-31T23:59:59Z",
};
const answer: WhoAnswer = {
  about: { id: "5", name: 'Löhne 2026"\r\nX-Evil: 1' },
  lines: [line],
  columns: [],
  rows: [],
  skipped: ["+Plan"],
  unreadable: ["Budget"],
  at: "2026-11-24T09:00:00.000Z",
};

function linesOf(text: string): Record<string, string>[] {
  const read = readCsv(text);
  if (!read.ok) throw new Error("The file cannot be read.");
  const { header, rows } = read.value;
  return rows.map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])));
}

describe("who sees what as a file", () => {
  it("T12 holds one line for each person and sheet, inert where a spreadsheet would run it", () => {
    const { text } = whoFile(answer);
    expect(text.startsWith("\uFEFFPerson,")).toBe(true);
    expect(text).toContain("'=cmd|'/c calc'!A1,vik@acme.test");
    expect(text).toContain("Person; @Salary");
    expect(text).toContain(",'@Salary,12,");
    expect(text).toContain("'+Plan");
    expect(text).not.toMatch(/(^|,)"?[=+\-@]/m);
  });

  it("names the sheets it does not tell of", () => {
    const sheets = linesOf(whoFile(answer).text).map((cells) => [cells.Sheet, cells.Access]);
    expect(sheets).toEqual([
      ["Payroll 2026", "delegated"],
      ["'+Plan", "not looked at"],
      ["Budget", "not readable"],
    ]);
  });

  it("is named after what was asked and the day, whatever the sheet is called", () => {
    expect(whoFile(answer).name).toBe("who-sees-lohne-2026-x-evil-1-2026-11-24.csv");
    expect(whoFile({ ...answer, about: { id: "5", name: "給与" } }).name).toBe(
      "who-sees-sheet-2026-11-24.csv",
    );
    const { headers } = whoFileResponse(answer);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toBe(
      'attachment; filename="who-sees-lohne-2026-x-evil-1-2026-11-24.csv"',
    );
  });
});
