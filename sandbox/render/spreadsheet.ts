import { writeCsv } from "hucre/csv";
import type { Sheet } from "../store/sheet";
import type { Column, Id, Row } from "../store/types";
import { isDated, type Shown, valueShower } from "./cell";
import { isDate } from "./object-value";
import type { View } from "./view";

/** A row of titles, then what each cell shows. */
export function sheetAsCsv(view: Pick<View, "call" | "columns">, rows: Row[]): Buffer {
  const shown = valueShower(view);
  const lines = rows.map((row) =>
    view.columns.map((column) => {
      const { value, displayValue } = shown(row.cells.get(column.id) ?? {}, column);
      return displayValue ?? (value === undefined ? null : String(value));
    }),
  );
  return Buffer.from(writeCsv([view.columns.map(({ title }) => title), ...lines]));
}

/** The same as a workbook: numbers, boxes and days keep their type, children are grouped below their parent. */
export async function sheetAsXlsx(
  sheet: Pick<Sheet, "name" | "rows">,
  view: Pick<View, "call" | "columns">,
  rows: Row[],
): Promise<Buffer> {
  const shown = valueShower(view);
  const depth = depths(sheet);
  const lines = rows.map((row) =>
    view.columns.map((column) => typed(shown(row.cells.get(column.id) ?? {}, column), column)),
  );
  const rowDefs = new Map(
    rows.flatMap((row, index) => {
      const outlineLevel = Math.min(depth.get(row.id) ?? 0, DEEPEST);
      return outlineLevel > 0 ? [[index + 1, { outlineLevel }] as const] : [];
    }),
  );
  // Loaded when first asked for: it is as large as the rest of the sandbox, and most runs never write a workbook.
  const { writeXlsx } = await import("hucre/xlsx");
  const workbook = await writeXlsx({
    sheets: [
      {
        name: tabName(sheet.name),
        columns: view.columns.map((column) => ({
          width: Math.round((column.width ?? 150) / 7),
          ...(column.hidden ? { hidden: true } : {}),
          ...(column.type === "DATE" ? { numFmt: "yyyy-mm-dd" } : {}),
        })),
        rows: [view.columns.map(({ title }) => title), ...lines],
        rowDefs,
        outlineProperties: { summaryBelow: false },
      },
    ],
  });
  return Buffer.from(workbook);
}

/** Excel knows eight levels, the first of which is none. */
const DEEPEST = 7;

function typed({ value, displayValue }: Shown, column: Column): string | number | boolean | Date | null {
  if (value === undefined) return null;
  if (isDated(column) && isDate(value)) return new Date(value.length === 10 ? value : value.slice(0, 19));
  return typeof value === "string" ? (displayValue ?? value) : value;
}

/** Parents stand before their children. */
function depths(sheet: Pick<Sheet, "rows">): Map<Id, number> {
  const known = new Map<Id, number>();
  for (const { id, parentId } of sheet.rows)
    known.set(id, parentId === undefined ? 0 : (known.get(parentId) ?? 0) + 1);
  return known;
}

/** Excel allows 31 characters and none of these. */
function tabName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .slice(0, 31)
      .trim() || "Sheet"
  );
}
