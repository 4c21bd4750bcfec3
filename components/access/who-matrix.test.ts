import { describe, expect, it } from "vitest";
import type { WhoAnswer, WhoLine } from "@/lib/access/schema";
import { MOST_ACROSS, personMatrix, sheetMatrix } from "./who-matrix";
import { whoHeadline } from "./who-words";

const column = (id: string, title: string, isSensitive = false) => ({ id, title, isSensitive });
const seen = (id: string, title: string, over: { isMasked?: boolean; isSensitive?: boolean } = {}) => ({
  ...column(id, title, over.isSensitive),
  isMasked: over.isMasked ?? false,
});

function line(name: string, over: Partial<WhoLine>): WhoLine {
  return {
    person: { userId: name, name, email: `${name}@acme.test` },
    sheet: { id: "5", name: "Payroll" },
    via: "delegated",
    rules: ["R-1"],
    assumedUsers: ["olga@acme.test"],
    columns: [],
    closed: [],
    rows: 4,
    actions: ["read"],
    expiresAt: null,
    ...over,
  };
}

function answer(lines: WhoLine[], columns: WhoAnswer["columns"] = []): WhoAnswer {
  const at = "2026-11-24T09:00:00.000Z";
  return { about: { id: "5", name: "Payroll" }, lines, columns, rows: [], skipped: [], unreadable: [], at };
}

describe("the matrix of a sheet", () => {
  const all = [column("1", "Person"), column("2", "Salary", true), column("3", "Note")];
  const vik = line("vik", {
    columns: [seen("1", "Person"), seen("2", "Salary", { isMasked: true, isSensitive: true })],
    closed: [column("3", "Note")],
  });

  it("says of each person and column: seen, masked or not", () => {
    const matrix = sheetMatrix(answer([vik], all));
    expect(matrix.columns.map(({ title, isSensitive }) => [title, isSensitive])).toEqual([
      ["Person", false],
      ["Salary", true],
      ["Note", false],
    ]);
    expect(matrix.rows.map(({ cells }) => cells)).toEqual([["visible", "masked", "closed"]]);
  });

  it("shows only the column one asked about", () => {
    const matrix = sheetMatrix(answer([vik], all), "2");
    expect(matrix.columns.map(({ title }) => title)).toEqual(["Salary"]);
    expect(matrix.rows[0]?.cells).toEqual(["masked"]);
  });

  it("names columns that find no place across", () => {
    const many = Array.from({ length: MOST_ACROSS + 2 }, (_, at) => column(String(at), `Column ${at}`));
    const dana = line("dana", { columns: many.map(({ id, title }) => seen(id, title)) });
    const matrix = sheetMatrix(answer([dana], many));
    expect(matrix.columns).toHaveLength(MOST_ACROSS);
    expect(matrix.rows[0]?.others.map(({ title }) => title)).toEqual([
      `Column ${MOST_ACROSS}`,
      `Column ${MOST_ACROSS + 1}`,
    ]);
  });
});

describe("the matrix of a person", () => {
  const payroll = line("vik", {
    columns: [seen("1", "Task"), seen("2", "Owner ")],
    closed: [column("3", "Salary", true)],
  });
  const plan = line("vik", {
    sheet: { id: "6", name: "Plan" },
    columns: [seen("8", "owner")],
    closed: [column("9", "Task")],
  });

  it("joins columns of one title, those of most sheets first, and tells closed from not there", () => {
    const matrix = personMatrix(answer([payroll, plan]));
    expect(matrix.columns.map(({ key }) => key)).toEqual(["owner", "task"]);
    expect(matrix.rows.map(({ cells }) => cells)).toEqual([
      ["visible", "visible"],
      ["visible", "closed"],
    ]);
    expect(
      personMatrix(answer([line("vik", { columns: [seen("1", "Task")] }), plan])).rows[0]?.cells,
    ).toEqual(["visible", "absent"]);
  });

  it("marks a title as sensitive when it is so on any of the sheets", () => {
    const pay = line("vik", { columns: [seen("4", "OWNER", { isSensitive: true })] });
    expect(personMatrix(answer([plan, pay])).columns).toMatchObject([{ isSensitive: true }]);
  });
});

it("says the answer in one sentence, and does not call nobody what could not be looked at", () => {
  expect(whoHeadline("sheet", answer([line("vik", {})]))).toBe("1 person sees something of Payroll");
  expect(whoHeadline("sheet", answer([]))).toBe("Nobody sees this of Payroll");
  expect(whoHeadline("sheet", { ...answer([]), unreadable: ["Payroll"] })).toBe(
    "Payroll could not be looked at",
  );
});
