import type { Contact, VisibleCell, VisibleColumn } from "@/lib/policy/sheet";
import { createDateWords, parseDay, parseInstant, parseLocal } from "./dates";
import { type CellFormat, formatOf } from "./format";

export interface CellTextOptions {
  /** BCP 47. */
  locale: string;
  /** IANA name; the zone in which instants are shown. */
  timeZone: string;
}

export type TextOf = (cell: VisibleCell | undefined, column: VisibleColumn) => string;

export interface CellText {
  /** What a person reads in the cell: used to show, find, copy and sort. Empty for a blank. */
  textOf: TextOf;
  number(value: number, format: CellFormat): string;
}

/** Smartsheet sends a failing formula's name as the cell's value. Source: Smartsheet help, "Formula error messages". */
const FORMULA_ERRORS = new Set(
  "BLOCKED,BOOLEAN EXPECTED,CALCULATING,CIRCULAR REFERENCE,CONTACT EXPECTED,DATE EXPECTED,DIVIDE BY ZERO,IMBALANCED,INCORRECT ARGUMENT,INCORRECT ARGUMENT SET,INVALID COLUMN VALUE,INVALID DATA TYPE,INVALID OPERATION,INVALID REF,INVALID VALUE,NESTED CRITERIA,NO MATCH,NOT A NUMBER,NUMBER EXPECTED,OVERFLOW,PERMISSION ERROR,REF,UNPARSEABLE,UNSUPPORTED CROSS-SHEET FORMULA".split(
    ",",
  ),
);

export function isFormulaError(text: string): boolean {
  return text.startsWith("#") && FORMULA_ERRORS.has(text.slice(1).replace(/[!?]$/, ""));
}

export function contactWords(contact: Contact): string {
  return contact.name || contact.email || "";
}

/** The people in a contact cell; free text typed into one is a person with a name only. */
export function contactsIn(cell: VisibleCell): Contact[] {
  const typed = cell.objectValue;
  if (typed?.type === "MULTI_CONTACT") return typed.values;
  if (typed?.type === "CONTACT") return [{ email: typed.email, name: typed.name ?? cell.displayValue }];
  const value = cell.value === undefined ? undefined : String(cell.value);
  const name = cell.displayValue ?? value;
  if (!name) return [];
  return [{ name, email: value?.includes("@") ? value : undefined }];
}

/** Single words of a list cell. Commas are not split: an option may hold one. */
export function optionsIn(cell: VisibleCell): string[] {
  if (cell.objectValue?.type === "MULTI_PICKLIST") return cell.objectValue.values;
  const text = cell.displayValue ?? (cell.value === undefined ? "" : String(cell.value));
  return text === "" ? [] : [text];
}

export function createCellText({ locale, timeZone }: CellTextOptions): CellText {
  const dates = createDateWords(locale, timeZone);
  const numbers = new Map<string, Intl.NumberFormat>();

  function number(value: number, format: CellFormat): string {
    const key = `${format.numberStyle}|${format.currency}|${format.decimals}|${format.hasThousands}`;
    let words = numbers.get(key);
    if (!words) {
      const isCurrency = format.currency !== undefined && format.numberStyle !== "percent";
      const isPercent = format.numberStyle === "percent";
      const digits = format.decimals ?? (isPercent ? 0 : isCurrency ? 2 : undefined);
      words = new Intl.NumberFormat(locale, {
        style: isPercent ? "percent" : isCurrency ? "currency" : "decimal",
        ...(isCurrency ? { currency: format.currency, currencyDisplay: "narrowSymbol" } : {}),
        useGrouping: format.hasThousands,
        minimumFractionDigits: digits ?? 0,
        maximumFractionDigits: digits ?? 10,
      });
      numbers.set(key, words);
    }
    return words.format(value);
  }

  function dated(text: string, column: VisibleColumn, cell: VisibleCell): string {
    const day = parseDay(text);
    if (day) return dates.day(day, formatOf(cell.format, column.format).datePattern);
    const instant = parseInstant(text);
    if (instant) {
      // A day column holding an instant still means the day it was written with.
      return column.type === "DATE" ? dates.day(instant) : dates.instant(instant);
    }
    const local = parseLocal(text);
    return local ? dates.local(local) : text;
  }

  function textOf(cell: VisibleCell | undefined, column: VisibleColumn): string {
    if (!cell) return "";
    if (cell.displayValue !== undefined && cell.displayValue !== "") return cell.displayValue;
    const typed = cell.objectValue;
    switch (typed?.type) {
      case "CONTACT":
        return contactWords(typed);
      case "MULTI_CONTACT":
        return typed.values.map(contactWords).filter(Boolean).join(", ");
      case "MULTI_PICKLIST":
        return typed.values.join(", ");
      case "DURATION":
      case "PREDECESSOR_LIST":
        return typed.text;
      case "DATE":
      case "DATETIME":
      case "ABSTRACT_DATETIME":
        return dated(typed.value, column, cell);
      case undefined:
        break;
    }
    const value = cell.value;
    if (value === undefined) return "";
    if (typeof value === "boolean") return value ? "Yes" : "No";
    if (typeof value === "number") return number(value, formatOf(cell.format, column.format));
    if (column.type === "DATE" || column.type === "DATETIME" || column.type === "ABSTRACT_DATETIME") {
      return dated(value, column, cell);
    }
    return value;
  }

  return { textOf, number };
}
