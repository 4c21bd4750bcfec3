import { streamCsvRows } from "hucre/csv";
import { fail, ok, type Result } from "@/lib/result";

export interface CsvTable {
  /** Titles, trimmed; each once. */
  header: string[];
  /** As many cells as there are titles. `line`: where the row begins in the file, from 1. */
  rows: { line: number; cells: string[] }[];
}

export interface CsvProblem {
  line: number;
  message: string;
}

export const MAX_CSV_BYTES = 2_000_000;
/** The header and blank lines included. */
export const MAX_CSV_LINES = 20_000;
/** A file of the wrong kind is wrong in every line, and nobody reads them all. */
const MAX_PROBLEMS = 100;

const SEPARATORS = [",", ";", "\t"] as const;
/** Put on a line after the file: it comes back as a row of its own unless a quotation mark was never closed. */
const END = "end of file";

/**
 * Reads CSV with a header: UTF-8 with or without byte order mark, separated by commas, semicolons or tabs, lines ended
 * in any way. Blank lines are passed over. A row of another width than the header is a problem, and so is anything
 * that leaves open what a cell belongs to. Pure.
 */
export function readCsv(input: string | Uint8Array): Result<CsvTable, CsvProblem[]> {
  const read = textOf(input);
  if (!read.ok) return fail([{ line: 1, message: read.error }]);
  const text = read.value;
  const records: RawRow[] = [];
  let line = 1;
  for (const cells of cellsOf(withEnd(text), separatorOf(text))) {
    records.push({ line, cells });
    line += 1 + lineEnds(cells);
    if (line > MAX_CSV_LINES + 2)
      return fail([
        {
          line: MAX_CSV_LINES + 1,
          message: `A file holds at most ${MAX_CSV_LINES.toLocaleString("en")} lines.`,
        },
      ]);
  }
  const last = records.pop();
  if (last && !(last.cells.length === 1 && last.cells[0] === END))
    return fail([{ line: last.line, message: "A quotation mark in this row is never closed." }]);
  const [header, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (header === undefined) return fail([{ line: 1, message: "The file is empty." }]);
  return tableOf(header, rows);
}

interface RawRow {
  line: number;
  cells: string[];
}

function textOf(input: string | Uint8Array): Result<string, string> {
  const size = typeof input === "string" ? new TextEncoder().encode(input).length : input.byteLength;
  if (size > MAX_CSV_BYTES) return fail("A file holds at most 2 MB.");
  if (typeof input === "string") return ok(input.replace(/^\uFEFF/, ""));
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(input));
  } catch {
    return fail("The file is no UTF-8 text. Save it as “CSV UTF-8” and try again.");
  }
}

function withEnd(text: string): string {
  return /(?:^|[\r\n])$/.test(text) ? `${text}${END}` : `${text}\n${END}`;
}

/** The one that makes most of the first filled line: titles hardly ever hold any of them, while cells do. */
function separatorOf(text: string): string {
  let [best, most] = [",", 0];
  for (const separator of SEPARATORS) {
    const [first] = cellsOf(text, separator, true);
    // Nothing but separators.
    if (first === undefined) return separator;
    if (first.length > most) [best, most] = [separator, first.length];
  }
  return best;
}

function* cellsOf(text: string, delimiter: string, skipEmptyRows = false): Generator<string[]> {
  for (const row of streamCsvRows(text, { delimiter, skipEmptyRows, skipBom: false }))
    yield row.map((cell) => String(cell ?? ""));
}

/** Line ends inside quoted cells: the reader keeps them as they were. */
function lineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function tableOf(header: RawRow, rows: readonly RawRow[]): Result<CsvTable, CsvProblem[]> {
  const titles = header.cells.map((cell) => cell.trim());
  // Spreadsheets write empty columns at the right as well.
  const width = titles.findLastIndex((title) => title !== "") + 1;
  const named = titles.slice(0, width);
  const problems = headerProblems(named, header.line);
  for (const { line, cells } of rows) {
    if (problems.length >= MAX_PROBLEMS) break;
    const message = rowProblem(cells, titles.length, width);
    if (message !== null) problems.push({ line, message });
  }
  if (problems.length > 0) return fail(problems);
  return ok({ header: named, rows: rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) })) });
}

function headerProblems(titles: readonly string[], line: number): CsvProblem[] {
  const seen = new Set<string>();
  return titles.flatMap((title, place) => {
    if (title === "") return { line, message: `Column ${place + 1} has no title.` };
    const folded = title.toLowerCase();
    if (seen.has(folded)) return { line, message: `The title “${title}” stands twice.` };
    seen.add(folded);
    return [];
  });
}

function rowProblem(cells: readonly string[], wanted: number, width: number): string | null {
  if (cells.length !== wanted)
    return `This row has ${cells.length} cell${cells.length === 1 ? "" : "s"} where the header has ${wanted}.`;
  const isOutside = cells.slice(width).some((cell) => cell.trim() !== "");
  return isOutside ? "This row has a value in a column without a title." : null;
}
