import { valueRenderer } from "../../render/cell";
import { renderColumn } from "../../render/column";
import type { Sheet } from "../../store/sheet";
import type { SummaryField } from "../../store/types";
import { asColumn, fieldRenderer } from "../sheets/summary/render";
import { asId, asRecords, type Json } from "./json";
import type { SightView } from "./view";

const LABEL_FORMAT = ",2,,,,,,,1,,,,,,,1,";

/** Cells and summary fields of a sheet, and the columns the cells are of. */
export function renderMetric(view: SightView, contents: Json): Json {
  const sheet = sheetOf(view, contents);
  if (!sheet) return contents;
  const items = asRecords(contents.cellData);
  const used = new Set(items.map(({ columnId }) => columnId));
  const columns = sheet.columns.filter(({ id }) => used.has(id));
  return {
    ...contents,
    cellData: items.map((item, order) => ({
      order,
      labelFormat: LABEL_FORMAT,
      ...renderItem(view, sheet, item),
    })),
    columns: columns.map((column) => renderColumn(sheet, column, { ...view, access: "VIEWER" })),
  };
}

/** The sheet of an object of widget contents, as long as it is there. */
export function sheetOf({ call }: SightView, contents: Json): Sheet | undefined {
  const id = asId(contents.sheetId);
  return id === null ? undefined : call.sandbox.store.sheet(id);
}

function renderItem(view: SightView, around: Sheet, item: Json): Json {
  const sheet = sheetOf(view, item) ?? around;
  const { profileFieldId, ...rest } = item;
  const field = sheet.summary.find(({ id }) => id === profileFieldId);
  if (field) return renderField(view, sheet, field, rest);
  const row = sheet.row(asId(item.rowId) ?? 0);
  const column = sheet.column(asId(item.columnId) ?? 0);
  // A row or column that is deleted by now leaves the label behind.
  if (!row || !column) return rest;
  const rendered = renderValue(view, sheet)(row.cells.get(column.id) ?? {}, column);
  const { value } = rendered;
  const cell = { columnId: column.id, rowId: row.id, ...rendered };
  return { dataSource: "CELL", ...rest, cell, ...(value === undefined ? {} : { objectValue: value }) };
}

/** Callers below level 4 do not know summary fields: to them it is a label with a text. */
function renderField(view: SightView, sheet: Sheet, field: SummaryField, item: Json): Json {
  const { dataSource: _, ...label } = item;
  const { value, displayValue } = renderValue(view, sheet)(field.cell, asColumn(field));
  if (view.sightLevel < 4)
    return { ...label, ...(value === undefined ? {} : { objectValue: displayValue ?? value }) };
  return {
    ...label,
    dataSource: "SUMMARY_FIELD",
    profileField: fieldRenderer(sheet, { ...view, access: "VIEWER", columns: [] })(field),
    ...(value === undefined ? {} : { objectValue: value }),
  };
}

/** Typed values only on demand; the bare value stands in their place otherwise. */
function renderValue(view: SightView, sheet: Sheet) {
  const render = valueRenderer(view, (rowNumber) => sheet.rows[rowNumber - 1]?.id);
  return (...[cell, column]: Parameters<typeof render>): Json => {
    const wire = render(cell, column);
    return wire.value === undefined ? wire : { objectValue: wire.value, ...wire };
  };
}
