import type { ColumnId } from "@/lib/policy/ids";
import type { ColumnType, SourceColumn } from "@/lib/policy/sheet";
import { formatDescriptor } from "./formats";
import type { WireColumn } from "./wire";

const TYPES: ReadonlySet<string> = new Set<ColumnType>([
  "TEXT_NUMBER",
  "DATE",
  "DATETIME",
  "ABSTRACT_DATETIME",
  "CHECKBOX",
  "PICKLIST",
  "MULTI_PICKLIST",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
  "DURATION",
  "PREDECESSOR",
]);

function isColumnType(text: string): text is ColumnType {
  return TYPES.has(text);
}

/**
 * A column in our words. A type we do not know reads as text (F07). Columns hidden in Smartsheet's own grid are kept and
 * not marked: hiding is a view setting there, anyone the sheet is shared with can unhide them, and what a person sees
 * here is for the rules to say. Contact options, formulas, descriptions and locks are not read (I12).
 */
export function toSourceColumn(wire: WireColumn): SourceColumn {
  const column: SourceColumn = {
    id: wire.id as ColumnId,
    index: wire.index,
    title: wire.title,
    type: isColumnType(wire.type) ? wire.type : "TEXT_NUMBER",
  };
  const format = formatDescriptor(wire.format);
  if (wire.primary === true) column.primary = true;
  if (wire.width != null) column.width = wire.width;
  if (wire.options != null) column.options = wire.options;
  if (wire.symbol !== undefined) column.symbol = wire.symbol;
  if (format !== undefined) column.format = format;
  if (wire.systemColumnType !== undefined) column.systemColumnType = wire.systemColumnType;
  return column;
}
