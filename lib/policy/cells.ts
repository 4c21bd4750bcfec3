import type { ColumnType, Contact, SourceCell } from "./sheet";
import { dayOfText } from "./times";

/** For comparing text without case: composed form, lower case whatever the server's locale, one sigma. */
export function foldText(text: string): string {
  // Most cells are plain ASCII, which is composed already; the rest costs three times as much.
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  return text.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
}

/** Plain decimal text as a number; null for anything else, and beyond 15 digits, where numbers stop being exact. */
export function numberOfText(text: string): number | null {
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text)) return null;
  return text.replace(/\D/g, "").length > 15 ? null : Number(text);
}

/** True for a cell without content. A format alone is no content; an unticked box (`false`) is. */
export function isBlank(cell: SourceCell | undefined): boolean {
  if (cell === undefined) return true;
  if (cell.value !== undefined && cell.value !== null && cell.value !== "") return false;
  if (cell.displayValue !== undefined && cell.displayValue !== "") return false;
  const typed = cell.objectValue;
  if (typed === undefined) return true;
  switch (typed.type) {
    case "CONTACT":
      return !typed.email && !typed.name;
    case "MULTI_CONTACT":
    case "MULTI_PICKLIST":
      return typed.values.length === 0;
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return typed.value === "";
    case "DURATION":
    case "PREDECESSOR_LIST":
      return typed.text === "";
  }
}

/** What the cell reads as, for text comparison. */
export function textOf(cell: SourceCell): string {
  if (typeof cell.value === "string" && cell.value !== "") return cell.value;
  if (cell.displayValue) return cell.displayValue;
  const typed = cell.objectValue;
  if (typed && "text" in typed) return typed.text;
  return cell.value === undefined || cell.value === null ? "" : String(cell.value);
}

/** The day of a date, from the typed form or from a date column's text. A text column that looks like a date is text. */
export function dayOf(cell: SourceCell, type: ColumnType): string | null {
  const typed = cell.objectValue;
  if (typed && "value" in typed) return dayOfText(typed.value);
  const holdsDates = type === "DATE" || type === "DATETIME" || type === "ABSTRACT_DATETIME";
  return holdsDates && typeof cell.value === "string" ? dayOfText(cell.value) : null;
}

/** The people in a contact cell; null where the cell and its column hold no contacts. */
export function contactsOf(cell: SourceCell, type: ColumnType): Contact[] | null {
  const typed = cell.objectValue;
  if (typed?.type === "MULTI_CONTACT") return typed.values;
  if (typed?.type === "CONTACT" && typed.email) return [typed];
  if (typed?.type !== "CONTACT" && type !== "CONTACT_LIST" && type !== "MULTI_CONTACT_LIST") return null;
  const text = typeof cell.value === "string" ? cell.value : undefined;
  const name = typed?.type === "CONTACT" ? typed.name : undefined;
  return [{ email: text?.includes("@") ? text : undefined, name: name ?? cell.displayValue ?? text }];
}

/**
 * The chosen options of a multi-select cell; null for any other cell. Read untyped (below Smartsheet's level 2)
 * it is one comma-joined text; both its parts and the whole count then, as an option may hold a comma itself.
 */
export function choicesOf(cell: SourceCell, type: ColumnType): string[] | null {
  if (cell.objectValue?.type === "MULTI_PICKLIST") return cell.objectValue.values;
  if (type !== "MULTI_PICKLIST" || typeof cell.value !== "string") return null;
  return [cell.value, ...cell.value.split(",").map((part) => part.trim())];
}
