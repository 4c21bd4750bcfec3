import type { Cell, Column } from "../store/types";

const SIGNS: Record<string, string> = { 6: "€", 7: "£", 10: "¥", 13: "$", 15: "CHF " };

/**
 * What the cell shows. Undefined for the types that carry no display value on the wire; `withDateTimes` makes one for
 * DATETIME cells (switch `datetimeDisplay`).
 */
export function displayValue(
  cell: Cell,
  column: Pick<Column, "type" | "format">,
  withDateTimes = false,
): string | undefined {
  if (cell.value === undefined) return undefined;
  switch (column.type) {
    case "DATETIME":
      return withDateTimes ? dateTime(String(cell.value)) : undefined;
    case "DATE":
    case "ABSTRACT_DATETIME":
    case "CHECKBOX":
      return undefined;
    case "CONTACT_LIST":
      return cell.contacts?.[0]?.name ?? String(cell.value);
    default:
      return typeof cell.value === "number"
        ? formatNumber(cell.value, cell.format ?? column.format)
        : String(cell.value);
  }
}

/** `11/24/26 8:05 AM`, as an account in English (US) shows it. */
function dateTime(iso: string): string {
  const match = /^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(iso);
  if (!match) return iso;
  const [, year, month, day, hour, minute] = match;
  const half = Number(hour) < 12 ? "AM" : "PM";
  return `${month}/${day}/${year} ${Number(hour) % 12 || 12}:${minute} ${half}`;
}

/** Applies positions 11 to 14 of a format descriptor: currency, decimals, thousands, kind of number. */
export function formatNumber(number: number, descriptor: string | undefined): string {
  if (!descriptor) return String(number);
  const { currency, kind, numbers } = readDescriptor(descriptor);
  const text = numbers.format(Math.abs(kind === "3" ? number * 100 : number));
  const sign = number < 0 ? "-" : "";
  if (kind === "3") return `${sign}${text}%`;
  return kind === "2" ? `${sign}${SIGNS[currency] ?? ""}${text}` : `${sign}${text}`;
}

interface NumberLook {
  currency: string;
  kind: string;
  numbers: Intl.NumberFormat;
}

/** Making an `Intl.NumberFormat` costs more than using it a hundred times, and a sheet has few descriptors. */
const known = new Map<string, NumberLook>();
const MOST_KNOWN = 1_000;

function readDescriptor(descriptor: string): NumberLook {
  const seen = known.get(descriptor);
  if (seen) return seen;
  const [currency = "", decimals = "", thousands = "", kind = ""] = descriptor.split(",").slice(11, 15);
  const places = Math.min(Number(decimals), 5);
  const digits =
    decimals === "" || Number.isNaN(places)
      ? { maximumFractionDigits: 12 }
      : { minimumFractionDigits: places, maximumFractionDigits: places };
  const numbers = new Intl.NumberFormat("en-US", { useGrouping: thousands === "1", ...digits });
  const look = { currency, kind, numbers };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(descriptor, look);
  return look;
}
