import { type Body, badAttribute } from "../../../http/attributes";
import { ApiError } from "../../../http/errors";
import type { ColumnType } from "../../../scenarios/types";
import type { Sheet } from "../../../store/sheet";
import type { Column } from "../../../store/types";
import type { Call } from "../../call";
import { convertCells } from "./convert";
import { readDefinition, readLooks, readTitle, readType } from "./definition";
import { fillColumn } from "./fill";
import {
  isProjectColumn,
  requireDistinct,
  requireOthersVisible,
  requireSound,
  requireUnwatched,
} from "./rules";

/** What a column holds; these replace each other as a whole. */
const DEFINING = [
  "symbol",
  "options",
  "contactOptions",
  "systemColumnType",
  "autoNumberFormat",
] as const satisfies (keyof Column)[];

/**
 * Changes a column as a request says; members that are absent stay. A new type converts the cells and ends validation.
 * Errors: 400/1090 for options without a type, 1057 for another type of the primary column, 1085 for a column a project
 * needs, and those of `definition.ts` and `rules.ts`. A refused change leaves the column as it was.
 */
export function changeColumn(call: Call, sheet: Sheet, column: Column, body: Body): void {
  const index = readIndex(body);
  const changed = changedColumn(sheet, column, body);
  if (changed.hidden && !column.hidden) requireOthersVisible(sheet, column);
  const before = { ...column };
  // Looked at first: rows not built yet are built by what their columns were born as.
  void sheet.rows;
  for (const name of Object.keys(column) as (keyof Column)[]) delete column[name];
  Object.assign(column, changed);
  if (index !== undefined) moveTo(sheet, column, index);
  if (column.type !== before.type) convertCells(call, sheet, column, before.type);
  if (column.formula && column.formula !== before.formula) fillColumn(sheet, column);
}

function changedColumn(sheet: Sheet, column: Column, body: Body): Column {
  const title = readTitle(body);
  const others = sheet.columns.filter((other) => other !== column);
  if (title !== undefined) requireDistinct([{ title }], others);
  const type = readType(body);
  const isNewType = type !== undefined && type !== column.type;
  if (isNewType) requireTypeChange(sheet, column, type);
  const changed = { ...column, ...(title === undefined ? {} : { title }) };
  if (isNewType || DEFINING.some((name) => isGiven(body, name))) {
    for (const name of DEFINING) delete changed[name];
    Object.assign(changed, readDefinition(body, definedType(column, body, type)));
  }
  if (isNewType) changed.validation = false;
  for (const name of ["format", "formula"] as const) if (name in body) delete changed[name];
  Object.assign(changed, readLooks(body));
  requireSound(changed);
  const { systemColumnType } = changed;
  if (systemColumnType && systemColumnType !== column.systemColumnType)
    requireDistinct([{ title: "", systemColumnType }], others);
  return changed;
}

/** Contact options are the only ones the documents let go without a type. */
function definedType(column: Column, body: Body, type: ColumnType | undefined): ColumnType {
  if (type === undefined && ["symbol", "systemColumnType", "options"].some((name) => isGiven(body, name)))
    throw new ApiError(
      400,
      1090,
      "Column.type is required when changing symbol, systemColumnType or options.",
    );
  return type ?? column.type;
}

function isGiven(body: Body, name: string): boolean {
  return (body[name] ?? undefined) !== undefined;
}

function requireTypeChange(sheet: Sheet, column: Column, type: ColumnType): void {
  if (column === sheet.primary && type !== "TEXT_NUMBER")
    throw new ApiError(400, 1057, "Primary columns must be of type TEXT_NUMBER.");
  if (isProjectColumn(sheet, column))
    throw new ApiError(
      400,
      1085,
      "To change this column's type you must first disable Dependencies for this sheet.",
    );
  requireUnwatched(sheet, column);
}

function readIndex({ index }: Body): number | undefined {
  if (index === undefined || index === null) return undefined;
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0) throw badAttribute(index, "index");
  return index;
}

/** Beyond the end is the end. The primary column stays the primary one wherever it stands. */
function moveTo(sheet: Sheet, column: Column, index: number): void {
  const { primary } = sheet;
  if (primary) primary.primary = true;
  const others = sheet.columns.filter((other) => other !== column);
  others.splice(index, 0, column);
  sheet.columns = others;
}
