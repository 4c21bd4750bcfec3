import { columnType, columnVersion } from "../../render/column";
import type { Store } from "../../store/store";
import type { Column, Report, ReportColumn, ReportColumnRef } from "../../store/types";
import { sourceColumn, sourcesOf } from "./rows";

/** What a report column looks like: that of the first source sheet which has it. */
export function lookOf(
  store: Store,
  report: Report,
  column: ReportColumnRef,
): Pick<Column, "type"> & Partial<Column> {
  if (column.sheetName) return { type: "TEXT_NUMBER" };
  for (const sheet of sourcesOf(store, report)) {
    const found = sourceColumn(sheet, column);
    if (found) return found;
  }
  return { type: column.type ?? "TEXT_NUMBER" };
}

/** Report columns have a `virtualId` in place of an `id`. `level` is that of a sheet, 0 to 2. */
export function renderReportColumn(
  store: Store,
  report: Report,
  column: ReportColumn,
  { level, withFormat }: { level: number; withFormat: boolean },
) {
  const look = lookOf(store, report, column);
  const { symbol, options, contactOptions, systemColumnType, autoNumberFormat, format } = look;
  return {
    virtualId: column.virtualId,
    version: columnVersion(look),
    index: report.definition.columns.indexOf(column),
    title: column.title,
    type: columnType(look, level),
    ...(column.primary ? { primary: true } : {}),
    ...(column.sheetName ? { sheetNameColumn: true } : {}),
    ...(options ? { options } : {}),
    ...(contactOptions ? { contactOptions } : {}),
    validation: look.validation ?? false,
    width: column.width,
    ...(symbol ? { symbol } : {}),
    ...(systemColumnType ? { systemColumnType } : {}),
    ...(autoNumberFormat ? { autoNumberFormat } : {}),
    ...(column.hidden ? { hidden: true } : {}),
    ...(withFormat && format ? { format } : {}),
  };
}
