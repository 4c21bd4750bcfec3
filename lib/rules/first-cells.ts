import type { VisibleCell, VisibleSheet } from "@/lib/policy/sheet";
import type { Sample } from "./radius-types";

const MOST_ROWS = 8;
const MOST_COLUMNS = 8;

/** The first rows and columns of what somebody sees, as text. */
export function firstCells(sheet: VisibleSheet): Sample {
  const columns = sheet.columns.slice(0, MOST_COLUMNS).map(({ id, title }) => ({ id: id as string, title }));
  const rows = sheet.rows.slice(0, MOST_ROWS).map((row) => ({
    id: row.id as string,
    cells: Object.fromEntries(columns.map(({ id }) => [id, textOf(row.cells[id])])),
  }));
  return { columns, rows };
}

function textOf(cell: VisibleCell | undefined): string {
  if (cell?.value === undefined) return cell?.displayValue ?? "";
  if (typeof cell.value === "boolean") return cell.value ? "✓" : "";
  return cell.displayValue ?? String(cell.value);
}
