import type { SourceCell } from "@/lib/policy/sheet";
import { formatDescriptor, layFormat } from "./formats";
import { safeLink } from "./links";
import { toObjectValue } from "./object-values";

const LONGEST_ODD_TEXT = 4000;

/** A value of a kind Smartsheet does not document still shows, as its raw text (F07). */
function plainValue(value: unknown): SourceCell["value"] {
  switch (typeof value) {
    case "string":
      return value === "" ? undefined : value;
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "object":
      return value === null ? undefined : JSON.stringify(value).slice(0, LONGEST_ODD_TEXT);
    default:
      return undefined;
  }
}

function shownText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The bare or wrapped primitive of a typed value, for cells that carry no `value` beside it. */
function valueInside(objectValue: unknown): SourceCell["value"] {
  if (typeof objectValue !== "object" || objectValue === null) return plainValue(objectValue);
  const { objectType, value } = objectValue as Record<string, unknown>;
  return objectType === "CHECKBOX" && typeof value === "boolean" ? value : undefined;
}

/**
 * A wire cell in our words, or null for a blank one. A blank cell that only has a format is blank.
 * Numbers beyond 2^53 arrive as text with all their digits and stay text. Only the fields of `SourceCell` are read (I12).
 */
export function toSourceCell(raw: Readonly<Record<string, unknown>>): SourceCell | null {
  const objectValue = raw.objectValue;
  const value = plainValue(raw.value) ?? (objectValue === undefined ? undefined : valueInside(objectValue));
  const displayValue = shownText(raw.displayValue);
  const typed =
    typeof objectValue === "object"
      ? toObjectValue(objectValue, displayValue ?? shownText(value))
      : undefined;
  if (value === undefined && displayValue === undefined && typed === undefined) return null;

  const cell: SourceCell = {};
  if (value !== undefined) cell.value = value;
  // One string for both where they are equal, as in most text cells: half the memory of a large sheet.
  if (displayValue !== undefined) cell.displayValue = displayValue === value ? value : displayValue;
  if (typed !== undefined) cell.objectValue = typed;
  const format = formatDescriptor(raw.format);
  if (format !== undefined) cell.format = format;
  const conditional = formatDescriptor(raw.conditionalFormat);
  const laid = conditional === undefined ? undefined : layFormat(format, conditional);
  if (laid !== undefined) cell.laidFormat = laid;
  if (raw.hyperlink !== undefined) {
    const link = safeLink(raw.hyperlink);
    if (link !== undefined) cell.link = link;
  }
  return cell;
}
