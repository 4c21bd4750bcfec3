import { type RowFacts, rowFacts } from "../../store/criteria";
import { matchesInReport } from "../../store/report-criteria";
import type { Sheet } from "../../store/sheet";
import type { Store } from "../../store/store";
import { isWithin } from "../../store/tree";
import type { Cell, Column, Person, Report, ReportColumnRef, ReportFilter, Row } from "../../store/types";

/** A row of a report. */
export interface ReportRow {
  sheet: Sheet;
  row: Row;
}

/** No report shows more, whatever its sheets hold. */
const MOST_ROWS = 50_000;

/** The source sheets: those named, then those of the workspaces named. Deleted ones are passed over. */
export function sourcesOf(store: Store, { definition }: Report): Sheet[] {
  const named = definition.sheetIds.map((id) => store.sheet(id));
  const around = definition.workspaceIds.map((id) => store.workspace(id));
  const inside = store.sheets.filter(({ container }) =>
    around.some((workspace) => workspace && isWithin(container, workspace)),
  );
  return [...new Set([...named, ...inside].filter((sheet) => sheet !== undefined))];
}

/** The rows that fit, live from the sheets, sorted. `person` is who looks: some filters ask for that. */
export function rowsOf(store: Store, report: Report, person: Person, now: number): ReportRow[] {
  const { filter } = report.definition;
  const rows = sourcesOf(store, report).flatMap((sheet) => {
    const facts = rowFacts(sheet);
    const fits = filter ? fitting(sheet, filter, person, now) : () => true;
    return sheet.rows.filter((row) => fits(row, facts(row))).map((row) => ({ sheet, row }));
  });
  return sorted(report, rows).slice(0, MOST_ROWS);
}

/** The column of a source sheet that a report column stands for. */
export function sourceColumn(sheet: Sheet, column: ReportColumnRef): Column | undefined {
  const { titles, type, primary, systemColumnType } = column;
  if (primary) return sheet.primary;
  const fits = (found: Column | undefined) =>
    found !== undefined &&
    (type === null || found.type === type) &&
    (systemColumnType === undefined || found.systemColumnType === systemColumnType);
  return titles.map((title) => sheet.columnTitled(title)).find(fits);
}

export function cellOf(sheet: Sheet, row: Row, column: ReportColumnRef): Cell | undefined {
  if (column.sheetName) return { value: sheet.name };
  const source = sourceColumn(sheet, column);
  return source && row.cells.get(source.id);
}

const SHEET_NAME: Column = { id: 0, title: "Sheet Name", type: "TEXT_NUMBER" };

type Test = (row: Row, facts: RowFacts) => boolean;

/** A sheet without the column a criterion asks for meets it with no row. */
function fitting(sheet: Sheet, filter: ReportFilter, person: Person, now: number): Test {
  const tests = filter.criteria.map((criterion): Test => {
    const { column } = criterion;
    const source = column.sheetName ? SHEET_NAME : sourceColumn(sheet, column);
    if (!source) return () => false;
    return (row, facts) => matchesInReport(cellOf(sheet, row, column), source, criterion, now, person, facts);
  });
  tests.push(...filter.nested.map((inner) => fitting(sheet, inner, person, now)));
  if (tests.length === 0) return () => true;
  return filter.operator === "OR"
    ? (row, facts) => tests.some((test) => test(row, facts))
    : (row, facts) => tests.every((test) => test(row, facts));
}

function sorted(report: Report, rows: ReportRow[]): ReportRow[] {
  const keys = report.definition.sort.map(({ column, descending }) => {
    const way = descending ? -1 : 1;
    return (a: ReportRow, b: ReportRow) =>
      compare(cellOf(a.sheet, a.row, column)?.value, cellOf(b.sheet, b.row, column)?.value, way);
  });
  if (keys.length === 0) return rows;
  return rows.sort((a, b) => {
    for (const key of keys) {
      const order = key(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Numbers before texts, blank cells last whichever way. */
function compare(a: Cell["value"], b: Cell["value"], way: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === "number" && typeof b === "number") return (a - b) * way;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return String(a).localeCompare(String(b), "en") * way;
}
