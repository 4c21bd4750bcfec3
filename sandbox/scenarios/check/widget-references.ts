import type { Path } from "../problems";
import type { SheetSeed } from "../types";
import { checkColumn, checkRow, type Known } from "./known";
import { Names, type Say } from "./names";

const COLUMNS = ["column", "sourceColumn1", "sourceColumn2"];
const ROWS = ["row", "sourceRow1", "sourceRow2"];

/** Keys, titles and row numbers anywhere in a widget's contents; see `WidgetSeed` for the rule. */
export function checkWidget(say: Say, path: Path, contents: unknown, known: Known, around?: SheetSeed): void {
  if (typeof contents !== "object" || contents === null) return;
  const own = (contents as { sheet?: unknown }).sheet;
  const sheet = typeof own === "string" ? known.sheet(own) : around;
  for (const [field, value] of Object.entries(contents)) {
    const at = [...path, Array.isArray(contents) ? Number(field) : field];
    if (typeof value === "object") checkWidget(say, at, value, known, sheet);
    checkName(say, at, field, value, known);
    if (sheet) checkInSheet(say, at, field, value, sheet);
    else if ([...COLUMNS, ...ROWS, "includedColumns", "profileField"].includes(field))
      say(at, 'names a part of a sheet, and no sheet is given around it. Add "sheet".');
  }
}

function checkName(say: Say, path: Path, field: string, value: unknown, known: Known): void {
  const names: Record<string, Names> = {
    sheet: known.sheets,
    report: known.reports,
    sight: known.sights,
    workspace: known.containers,
    folder: known.containers,
  };
  if (Object.hasOwn(names, field)) names[field]?.check(say, path, String(value));
}

function checkInSheet(say: Say, path: Path, field: string, value: unknown, sheet: SheetSeed): void {
  if (COLUMNS.includes(field)) checkColumn(say, path, sheet, String(value));
  if (ROWS.includes(field)) checkRow(say, path, sheet, Number(value));
  if (field === "includedColumns" && Array.isArray(value))
    value.forEach((title, place) => {
      checkColumn(say, [...path, place], sheet, String(title));
    });
  if (field === "profileField")
    new Names(
      `summary field in sheets/${sheet.key}.json called`,
      "Add it to summary or correct the title.",
      (sheet.summary ?? []).map(({ title }) => title),
    ).check(say, path, String(value));
}
