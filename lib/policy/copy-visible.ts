import type { ObjectValue, SourceCell, SourceColumn, VisibleCell, VisibleColumn } from "./sheet";

/** Copies the fields that may leave the server, by name: whatever else a cell carries stays behind (I12). */
export function copyCell(cell: SourceCell): VisibleCell {
  const copy: VisibleCell = {};
  const { value, displayValue, objectValue, format, link } = cell;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    copy.value = value;
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
      return { type: "MULTI_PICKLIST", values: [...typed.values] };
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

function copyContact({ email, name }: { email?: string; name?: string }): { email?: string; name?: string } {
  return { ...(email === undefined ? {} : { email }), ...(name === undefined ? {} : { name }) };
}

/** As `copyCell`, for a column. `index` is its place among the visible ones; `options` are passed in, chosen by the caller. */
export function copyColumn(
  column: SourceColumn,
  index: number,
  options: string[] | undefined,
): VisibleColumn {
  const { id, title, type, primary, width, symbol, format } = column;
  return {
    id,
    index,
    title,
    type,
    ...(primary === true ? { primary } : {}),
    ...(width === undefined ? {} : { width }),
    ...(options === undefined ? {} : { options }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(format === undefined ? {} : { format }),
  };
}
