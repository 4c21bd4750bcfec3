import { ApiError } from "../../../http/errors";
import { parseDuration } from "../../../render/duration";
import { keptWord, wordsOf } from "../../../render/symbols";
import type { Sheet } from "../../../store/sheet";
import type { Cell, Column } from "../../../store/types";
import type { Call } from "../../call";
import { parseDay, parseNumber } from "./lenient";

/** What reading a value of one cell asks of its surroundings. */
export interface ValueContext {
  call: Call;
  sheet: Sheet;
  column: Column;
  /** Take the value as it is or refuse it; otherwise make of it what the web app would. */
  strict: boolean;
}

export type Content = Pick<Cell, "value" | "contacts" | "picks" | "format">;

/** The application knows numbers up to here. */
const FURTHEST = 2 ** 53;
const LONGEST = 4_000;

/**
 * Reads `cell.value`. Errors: 400/1042 where a strict value does not fit its column, 1148 for a number beyond 2^53,
 * 1038 for a list or object, 1041 for a long text (switch `longText`).
 */
export function readValue(context: ValueContext, value: unknown, displayValue?: unknown): Content {
  if (value === "") return context.column.type === "CHECKBOX" ? { value: false } : {};
  const plain = plainValue(context, value);
  return byType(context, plain, displayValue);
}

function plainValue({ call, strict }: ValueContext, value: unknown): string | number | boolean {
  if (typeof value === "bigint" || (typeof value === "number" && Math.abs(value) > FURTHEST)) {
    if (!strict) return String(value);
    throw new ApiError(400, 1148, `Numeric cell values must be between ${-FURTHEST} and ${FURTHEST}.`);
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string")
    throw new ApiError(400, 1038, "Invalid Cell value. Must be numeric or a string.");
  return cut(call, value);
}

function cut(call: Call, text: string): string {
  if (text.length > LONGEST && call.sandbox.switches.is("longText", "refused"))
    throw new ApiError(
      400,
      1041,
      `The value for cell.value must be ${LONGEST} characters in length or less, but was ${text.length}.`,
    );
  return text.slice(0, LONGEST);
}

function byType(context: ValueContext, value: string | number | boolean, displayValue: unknown): Content {
  switch (context.column.type) {
    case "TEXT_NUMBER":
      return context.strict || typeof value !== "string" ? { value } : (parseNumber(value) ?? { value });
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return { value: dateValue(context, value) };
    case "CHECKBOX":
      return { value: boxValue(context, value) };
    case "CONTACT_LIST":
      return contactContent(context, value, displayValue);
    case "PICKLIST":
      return pickContent(context, value);
    case "DURATION":
      return { value: durationValue(context, value) };
    case "MULTI_PICKLIST":
      return context.strict ? misfit(context, value) : { value, picks: [String(value)] };
    case "MULTI_CONTACT_LIST":
    case "PREDECESSOR":
      return context.strict ? misfit(context, value) : { value };
  }
}

export function misfit({ column }: Pick<ValueContext, "column">, value: unknown): never {
  const shown = typeof value === "object" ? "objectValue" : String(value);
  throw new ApiError(
    400,
    1042,
    `The value for cell in column ${column.id}, ${shown}, did not conform to the strict requirements for type ${column.type}.`,
  );
}

/** Project dates carry a time: a day begins at eight. */
function dateValue(context: ValueContext, value: string | number | boolean): string | number | boolean {
  const asked = asIso(context.call, value);
  const isStrictDate = typeof asked === "string" && /^\d{4}-\d\d-\d\d$/.test(asked);
  const day = typeof asked === "string" && (isStrictDate || !context.strict) ? parseDay(asked) : null;
  if (day === null) return context.strict ? misfit(context, value) : value;
  return context.column.type === "ABSTRACT_DATETIME" ? `${day}T08:00:00` : day;
}

/** With `numericDates`, milliseconds since 1970 mean a day. */
function asIso(call: Call, value: string | number | boolean): string | number | boolean {
  if (typeof value !== "number" || call.query.get("numericDates") !== "true") return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString().slice(0, 10);
}

function boxValue(context: ValueContext, value: string | number | boolean): string | number | boolean {
  if (typeof value === "boolean") return value;
  if (context.strict) return misfit(context, value);
  if (typeof value === "string" && /^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return value;
}

export function isAddress(text: unknown): text is string {
  return typeof text === "string" && /^[^@\s]+@[^@\s]+$/.test(text);
}

/** `displayValue` names the contact; an empty one leaves the address to stand for itself. */
function contactContent(
  context: ValueContext,
  value: string | number | boolean,
  displayValue: unknown,
): Content {
  if (!isAddress(value)) return context.strict ? misfit(context, value) : { value };
  const known = context.sheet.world.contact(value);
  if (typeof displayValue !== "string") return { value, contacts: [known] };
  const name = displayValue === "" ? {} : { name: displayValue };
  return { value, contacts: [{ ...(known.email ? { email: known.email } : { email: value }), ...name }] };
}

function pickContent(context: ValueContext, value: string | number | boolean): Content {
  const { column, call, strict } = context;
  const words = wordsOf(column);
  if (typeof value !== "string") return strict ? misfit(context, value) : { value };
  const word = keptWord(call, column, value);
  if (words?.includes(word)) return { value: word };
  if (strict && words) return misfit(context, value);
  return strict ? { value: word } : (parseNumber(word) ?? { value: word });
}

function durationValue(context: ValueContext, value: string | number | boolean): string | number | boolean {
  if (typeof value === "number" && !context.strict) return `${value}d`;
  if (typeof value === "string" && parseDuration(value)) return value;
  return context.strict ? misfit(context, value) : value;
}
