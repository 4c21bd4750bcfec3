import { plainFormat } from "./mask-text";
import type { Contact, ObjectValue, SourceCell, SourceColumn, VisibleCell, VisibleColumn } from "./sheet";

/** The cell itself where it holds nothing but the fields that may leave the server, else a copy of just those (I12). */
export function visibleCell(cell: SourceCell): VisibleCell {
  return isListed(cell) ? cell : copyCell(cell);
}

/** As `visibleCell`, for who sees every cell of its row: with its conditional format. */
export function laidCell(cell: SourceCell): VisibleCell {
  const { laidFormat } = cell;
  const shown = visibleCell(cell);
  return typeof laidFormat === "string" ? { ...shown, format: laidFormat } : shown;
}

/** True for a cell that holds nothing but the fields that may leave the server, each of its kind. */
export function isListed(cell: SourceCell): boolean {
  for (const field in cell) {
    switch (field) {
      case "value":
        if (!isPlain(cell.value)) return false;
        break;
      case "displayValue":
      case "format":
      case "link":
        if (typeof cell[field] !== "string") return false;
        break;
      case "objectValue":
        if (cell.objectValue === undefined || !isListedType(cell.objectValue)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isListedType(typed: ObjectValue): boolean {
  switch (typed.type) {
    case "CONTACT":
      return hasOnly(typed, "type", "email", "name");
    case "MULTI_CONTACT":
      return hasOnly(typed, "type", "values") && typed.values.every((one) => hasOnly(one, "email", "name"));
    case "MULTI_PICKLIST":
      return hasOnly(typed, "type", "values") && typed.values.every((one) => typeof one === "string");
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return hasOnly(typed, "type", "value");
    case "DURATION":
    case "PREDECESSOR_LIST":
      return hasOnly(typed, "type", "text");
    default:
      return false;
  }
}

function hasOnly(object: object, ...fields: string[]): boolean {
  for (const field in object) if (!fields.includes(field)) return false;
  return true;
}

/** Copies the fields that may leave the server, by name: whatever else a cell carries stays behind (I12). */
function copyCell(cell: SourceCell): VisibleCell {
  const copy: SourceCell = {};
  const { value, displayValue, objectValue, format, link } = cell;
  if (isPlain(value)) copy.value = value;
  if (typeof displayValue === "string") copy.displayValue = displayValue;
  if (objectValue !== undefined) {
    const typed = copyTyped(objectValue);
    if (typed !== null) copy.objectValue = typed;
  }
  if (typeof format === "string") copy.format = format;
  if (typeof link === "string") copy.link = link;
  return copy;
}

function copyTyped(typed: ObjectValue): ObjectValue | null {
  switch (typed.type) {
    case "CONTACT":
      return { type: "CONTACT", ...copyContact(typed) };
    case "MULTI_CONTACT":
      return { type: "MULTI_CONTACT", values: typed.values.map(copyContact) };
    case "MULTI_PICKLIST":
      return { type: "MULTI_PICKLIST", values: typed.values.filter((one) => typeof one === "string") };
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return { type: typed.type, value: typed.value };
    case "DURATION":
    case "PREDECESSOR_LIST":
      return { type: typed.type, text: typed.text };
    default:
      return null;
  }
}

function copyContact({ email, name }: Contact): Contact {
  return { ...(email === undefined ? {} : { email }), ...(name === undefined ? {} : { name }) };
}

/** How a column's cells show: as they are, some of them masked, or all of them. */
export type Masking = "none" | "some" | "all";

/**
 * As `visibleCell`, for a column. `index` is its place among the visible ones; `options` are passed in, chosen by the
 * caller. Where every cell is masked the column is one of text: its type, symbols and format spoke of the values.
 */
export function copyColumn(
  column: SourceColumn,
  index: number,
  options: string[] | undefined,
  masking: Masking,
): VisibleColumn {
  const { id, title, primary, width } = column;
  const isText = masking === "all";
  const { symbol, format } = isText ? { symbol: undefined, format: plainFormat(column.format) } : column;
  return {
    id,
    index,
    title,
    type: isText ? "TEXT_NUMBER" : column.type,
    ...(primary === true ? { primary } : {}),
    ...(width === undefined ? {} : { width }),
    ...(options === undefined ? {} : { options }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(format === undefined ? {} : { format }),
    ...(masking === "none" ? {} : { masked: true as const }),
  };
}
