import type { WhoEntry } from "./who-sees";

export type CsvCell = string | number | boolean | null;

export interface CsvOptions {
  /** Starts the text with a byte order mark, without which Excel takes it for Latin-1. */
  bom?: boolean;
}

/**
 * CSV after RFC 4180, every line ended by CRLF. T12: text that a spreadsheet would run as a formula is led by an
 * apostrophe; numbers are written as they are.
 */
export function writeCsv(lines: readonly (readonly CsvCell[])[], { bom = false }: CsvOptions = {}): string {
  const text = lines.map((cells) => `${cells.map(field).join(",")}\r\n`).join("");
  return bom ? `\uFEFF${text}` : text;
}

/** What a line of the matrix is written from. */
export type WhoCsvEntry = Omit<WhoEntry, "asset" | "rowIds" | "cells">;

export const WHO_HEADER = [
  "Person",
  "E-mail",
  "User id",
  "Sheet",
  "Sheet id",
  "Access",
  "Assumed users",
  "Rules",
  "Columns",
  "Masked columns",
  "Rows",
  "Actions",
  "Ends",
] as const;

/** The access matrix as CSV with a header: one line for each person and sheet. Semicolons part the items of a list. */
export function whoCsv(entries: readonly WhoCsvEntry[], options: CsvOptions = {}): string {
  return writeCsv([WHO_HEADER, ...entries.map(lineOf)], options);
}

function lineOf(entry: WhoCsvEntry): CsvCell[] {
  const { columns } = entry;
  return [
    entry.name,
    entry.email,
    entry.userId,
    entry.sheetName,
    entry.sheetId,
    entry.via,
    list(entry.assumedUsers),
    list(entry.rules),
    list(columns.map(({ title }) => title)),
    list(columns.filter(({ isMasked }) => isMasked).map(({ title }) => title)),
    entry.rows,
    list(entry.actions),
    entry.expiresAt,
  ];
}

function list(items: readonly string[]): string {
  return items.join("; ");
}

/** Quoted also where a semicolon or tab stands, at which a spreadsheet of another locale would split a bare one. */
function field(cell: CsvCell): string {
  const text = typeof cell === "string" ? inert(cell) : String(cell ?? "");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The wide forms count as well: a spreadsheet set to Japanese takes them for the narrow ones. */
function inert(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
