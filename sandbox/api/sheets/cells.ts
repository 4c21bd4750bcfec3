import { isRecord } from "../../http/body";
import { ApiError, unparsable } from "../../http/errors";
import type { CellDetail } from "../../scenarios/types";
import type { Sheet } from "../../store/sheet";
import type { Column, Row } from "../../store/types";

/** Lays the cells of a request over a row. Errors carry the row's place in the request. */
export function writeCells(sheet: Sheet, row: Row, cells: unknown, index: number): void {
  if (cells === undefined) return;
  if (!Array.isArray(cells)) throw unparsable("cells must be a list");
  const seen = new Set<Column>();
  for (const wire of cells) {
    if (!isRecord(wire)) throw unparsable("a cell must be an object");
    const refuse = (code: number, message: string) => new ApiError(400, code, message, { index });
    const column = sheet.columns.find((candidate) => candidate.id === wire.columnId);
    if (!column) throw refuse(1036, `The columnId ${String(wire.columnId)} is invalid.`);
    if (seen.has(column))
      throw refuse(1037, `The columnId ${column.id} is included more than once in a single row.`);
    seen.add(column);
    if (column.systemColumnType)
      throw refuse(
        1046,
        `Cells containing system values cannot be inserted or updated through the API, columnId : ${column.id}.`,
      );
    const hasValue = wire.value !== undefined && wire.value !== null;
    if (hasValue && typeof wire.formula === "string")
      throw refuse(
        1163,
        "If cell.formula is specified, then value, objectValue, image, hyperlink, and linkInFromCell must not be specified.",
      );
    const detail = readDetail(wire, column);
    if (wire.strict !== false && !conforms(detail.value, column))
      throw refuse(
        1042,
        `The value for cell in column ${column.id}, ${String(wire.value)}, did not conform to the strict requirements for type ${column.type}.`,
      );
    const format = detail.format ?? row.cells.get(column.id)?.format;
    const cell = sheet.makeCell({ ...detail, ...(format ? { format } : {}) }, column);
    if (cell) row.cells.set(column.id, cell);
  }
}

function readDetail(wire: Record<string, unknown>, column: Column): CellDetail {
  const detail: CellDetail = {};
  const { value, objectValue, formula, format, hyperlink } = wire;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    detail.value = value;
  // An emptied checkbox turns false, everything else loses its value.
  if (value === "" && column.type === "CHECKBOX") detail.value = false;
  if (isRecord(objectValue)) {
    const values = objectValue.values;
    if (Array.isArray(values))
      detail.value = values.map((item) => (isRecord(item) ? String(item.email ?? item.name) : String(item)));
    else if (typeof objectValue.email === "string") detail.value = objectValue.email;
    else if (typeof objectValue.value === "string") detail.value = objectValue.value;
  }
  if (typeof formula === "string") Object.assign(detail, { formula, value: "#UNPARSEABLE" });
  if (typeof format === "string") detail.format = format;
  if (isRecord(hyperlink)) {
    const { url, sheetId } = hyperlink;
    detail.link = {
      ...(typeof url === "string" ? { url } : {}),
      ...(typeof sheetId === "number" || typeof sheetId === "bigint" ? { sheetId: String(sheetId) } : {}),
    };
    detail.value ??= typeof url === "string" ? url : "";
  }
  return detail;
}

function conforms(value: CellDetail["value"], column: Column): boolean {
  if (value === undefined || value === "") return true;
  switch (column.type) {
    case "DATE":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
    case "CHECKBOX":
      return typeof value === "boolean";
    case "CONTACT_LIST":
      return typeof value === "string" && /^[^@\s]+@[^@\s]+$/.test(value);
    case "PICKLIST":
      return !column.options || column.options.includes(String(value));
    case "MULTI_PICKLIST":
    case "MULTI_CONTACT_LIST":
      return Array.isArray(value);
    default:
      return true;
  }
}
