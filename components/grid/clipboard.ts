import type { VisibleCell, VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import type { Range } from "./selection";

const FORMULA_LED = /^[=+\-@\t\r\n]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe before it; a real negative number does not (T12). */
export function inertText(text: string, cell: VisibleCell | undefined): string {
  return typeof cell?.value !== "number" && FORMULA_LED.test(text) ? `'${text}` : text;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

/** Quoted where a tab, a break or a quote would move a value into the next cell. */
function tsvField(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface CopiedRange {
  /** Tab-separated values, rows ended by CRLF. */
  text: string;
  /** The same as an HTML table. */
  html: string;
}

export function copyRange(input: {
  rows: readonly VisibleRow[];
  order: readonly number[];
  columns: readonly VisibleColumn[];
  range: Range;
  textOf: TextOf;
}): CopiedRange {
  const { rows, order, range, textOf } = input;
  const columns = input.columns.slice(range.left, range.right + 1);
  const lines: string[] = [];
  const tableRows: string[] = [];
  for (const place of order.slice(Math.max(0, range.top), range.bottom + 1)) {
    const cells = rows[place]?.cells ?? {};
    const texts = columns.map((column) => inertText(textOf(cells[column.id], column), cells[column.id]));
    lines.push(texts.map(tsvField).join("\t"));
    tableRows.push(`<tr>${texts.map((text) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>`);
  }
  return { text: lines.join("\r\n"), html: `<table><tbody>${tableRows.join("")}</tbody></table>` };
}
