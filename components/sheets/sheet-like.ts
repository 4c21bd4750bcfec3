import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { SheetAnswer } from "@/lib/sheets/answer";

/** What a sheet's answer and a link's answer have in common. */
export interface SheetLike {
  sheet: SheetAnswer["sheet"];
  access: object;
  columns: VisibleColumn[];
  rows: VisibleRow[];
}

export function isWhole({ rows, sheet }: SheetLike): boolean {
  return rows.length >= sheet.totalRowCount;
}
