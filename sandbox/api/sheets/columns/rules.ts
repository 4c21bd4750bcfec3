import { ApiError } from "../../../http/errors";
import type { ColumnSeed } from "../../../scenarios/types";
import type { Sheet } from "../../../store/sheet";
import type { Column } from "../../../store/types";

const VALIDATED = [
  "DATE",
  "CHECKBOX",
  "PICKLIST",
  "MULTI_PICKLIST",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
  "DURATION",
];
const WITHOUT_FORMULA = ["DATETIME", "ABSTRACT_DATETIME", "DURATION", "PREDECESSOR"];

/** What must hold of every column. Errors: 400/1210 for validation and 1303 for a formula where there can be none. */
export function requireSound(
  column: Pick<ColumnSeed, "type" | "validation" | "formula" | "systemColumnType">,
): void {
  if (column.validation && !VALIDATED.includes(column.type))
    throw new ApiError(400, 1210, `Column validation is not supported for column type '${column.type}'.`);
  if (column.formula && (column.systemColumnType || WITHOUT_FORMULA.includes(column.type)))
    throw new ApiError(400, 1303, "Unsupported column type for column formulas.");
}

/** New columns beside each other and beside those there are. Errors: 400/1133 and 1056 for titles, 1134 and 1077 for system columns. */
export function requireDistinct(
  fresh: Pick<ColumnSeed, "title" | "systemColumnType">[],
  present: Column[],
): void {
  const titles = fresh.map(({ title }) => title);
  if (hasTwins(titles)) throw new ApiError(400, 1133, "Column titles are not unique among input columns.");
  if (present.some(({ title }) => titles.includes(title)))
    throw new ApiError(400, 1056, "Column titles must be unique.");
  const systems = fresh.flatMap(({ systemColumnType }) => systemColumnType ?? []);
  if (hasTwins(systems)) throw new ApiError(400, 1134, "Duplicate system column type among input columns.");
  const twin = present.find(({ systemColumnType }) => systemColumnType && systems.includes(systemColumnType));
  if (twin) throw new ApiError(400, 1077, `Duplicate system column type: ${twin.systemColumnType}.`);
}

function hasTwins(texts: string[]): boolean {
  return new Set(texts).size < texts.length;
}

/** Errors: 400/1087 for a column a conditional format looks at. */
export function requireUnwatched(sheet: Sheet, column: Column): void {
  if (sheet.conditionalFormats.some(({ when }) => when.columnId === column.id))
    throw new ApiError(
      400,
      1087,
      "The column specified is used in a conditional formatting rule, so the column cannot be deleted and its type cannot be changed.",
    );
}

/** Errors: 400/1260 when no visible column would be left. */
export function requireOthersVisible(sheet: Sheet, column: Column): void {
  if (sheet.columns.every((other) => other === column || other.hidden))
    throw new ApiError(400, 1260, "Cannot delete last visible column.");
}

export function isProjectColumn(sheet: Sheet, column: Column): boolean {
  return sheet.dependencies && (column.tags ?? []).some((tag) => tag.startsWith("GANTT_"));
}
