import type { VisibleCell, VisibleSheet } from "@/lib/policy/sheet";
import type { TestCell, TestCells } from "./shape";

/** What somebody sees of a test's sheet, by title: cells as they read, masks as they show. */
export interface Shown {
  columns: string[];
  rows: Map<string, string>[];
}

export function shownOf(sheet: VisibleSheet): Shown {
  return {
    columns: sheet.columns.map(({ title }) => title),
    rows: sheet.rows.map(
      ({ cells }) =>
        new Map(
          sheet.columns.flatMap(({ id, title }) => {
            const cell = Object.hasOwn(cells, id) ? cells[id] : undefined;
            return cell === undefined ? [] : [[title, readCell(cell)]];
          }),
        ),
    ),
  };
}

function readCell({ value, displayValue }: VisibleCell): string {
  return value === undefined ? (displayValue ?? "") : String(value);
}

function textOf(cell: TestCell): string {
  return Array.isArray(cell) ? cell.join(", ") : String(cell);
}

/** Every column, row and cell that is missing or too many, one sentence each; the order of rows counts. */
export function compareShown(
  expected: { columns: readonly string[]; rows: readonly TestCells[] },
  shown: Shown,
): string[] {
  const rows = expected.rows.map(
    (cells) => new Map(Object.entries(cells).map(([title, cell]) => [title, textOf(cell)])),
  );
  return [...compareColumns(expected.columns, shown.columns), ...compareRows(rows, shown.rows)];
}

function compareColumns(expected: readonly string[], shown: readonly string[]): string[] {
  const missing = expected.filter((title) => !shown.includes(title));
  const tooMany = shown.filter((title) => !expected.includes(title));
  return [
    ...(missing.length > 0 ? [`Columns missing: ${missing.join(", ")}.`] : []),
    ...(tooMany.length > 0 ? [`Columns too many: ${tooMany.join(", ")}.`] : []),
  ];
}

type Row = ReadonlyMap<string, string>;

function compareRows(expected: readonly Row[], shown: readonly Row[]): string[] {
  const missing = without(expected, shown);
  const tooMany = without(shown, expected);
  if (missing.length === 0 && tooMany.length === 0)
    return expected.some((row, place) => sayRow(row) !== sayRow(shown[place] ?? new Map()))
      ? ["The rows stand in another order."]
      : [];
  // Rows that differ in a cell or two read best side by side.
  const pairs = Math.min(missing.length, tooMany.length);
  return [
    ...missing.slice(0, pairs).flatMap((row, place) => compareCells(row, tooMany[place] ?? new Map())),
    ...missing.slice(pairs).map((row) => `A row is missing: ${sayRow(row)}.`),
    ...tooMany.slice(pairs).map((row) => `A row is too many: ${sayRow(row)}.`),
  ];
}

/** Rows of `all` that `others` do not hold as often. */
function without(all: readonly Row[], others: readonly Row[]): Row[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(sayRow(row), (left.get(sayRow(row)) ?? 0) + 1);
  return all.filter((row) => {
    const count = left.get(sayRow(row)) ?? 0;
    left.set(sayRow(row), count - 1);
    return count <= 0;
  });
}

function compareCells(expected: Row, shown: Row): string[] {
  const titles = [...new Set([...expected.keys(), ...shown.keys()])];
  return titles.flatMap((title) => {
    const wanted = expected.get(title);
    const found = shown.get(title);
    if (wanted === found) return [];
    const where = `In the row ${sayRow(shown)}`;
    if (found === undefined) return [`${where} the cell ${title} is missing: expected ${quote(wanted)}.`];
    if (wanted === undefined) return [`${where} the cell ${title} is too many: it shows ${quote(found)}.`];
    return [`${where} the cell ${title} shows ${quote(found)}, expected ${quote(wanted)}.`];
  });
}

function sayRow(row: Row): string {
  const cells = [...row]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${title}: ${quote(text)}`);
  return `{ ${cells.join(", ")} }`;
}

function quote(text: string | undefined): string {
  return JSON.stringify(text ?? "");
}
