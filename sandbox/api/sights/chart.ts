import type { Sheet } from "../../store/sheet";
import type { Row } from "../../store/types";
import { asId, asRecords, type Json } from "./json";
import { sheetOf } from "./metric";
import type { SightView } from "./view";

/** The points of each series, read from the sheet. The first column of the chart's own range holds the labels. */
export function renderChart(view: SightView, contents: Json): Json {
  const sheet = sheetOf(view, contents);
  if (!sheet) return contents;
  const labels = sheet.column(asId(asRecords(contents.selectionRanges)[0]?.sourceColumnId1) ?? 0);
  const series = asRecords(contents.series).map((one) => {
    const [range] = asRecords(one.selectionRanges);
    const values = sheet.column(asId(range?.sourceColumnId1) ?? 0);
    if (!range || !values) return one;
    const isLabelled = labels !== undefined && labels !== values;
    return {
      titleInfo: { type: "TEXT_NUMBER" },
      ...(isLabelled ? { xColumnInfo: { type: chartType(labels.type) } } : {}),
      yColumnInfo: { type: chartType(values.type) },
      ...one,
      seriesData: rowsIn(sheet, range).map((row) => {
        const x = isLabelled ? row.cells.get(labels.id)?.value : undefined;
        const y = row.cells.get(values.id)?.value;
        return { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) };
      }),
    };
  });
  return { ...contents, series };
}

/** Charts spell the types with times in their own way. */
function chartType(type: string): string {
  return type.replace("DATETIME", "DATE_TIME");
}

function rowsIn(sheet: Sheet, range: Json): Row[] {
  const place = (name: string) => sheet.rows.findIndex(({ id }) => id === range[name]);
  const [first, last] = [place("sourceRowId1"), place("sourceRowId2")];
  return first < 0 || last < 0 ? [] : sheet.rows.slice(first, last + 1);
}
