import { asciiLower } from "./addresses";
import { choicesOf, contactsOf, dayOf, foldText, numberOfText, textOf } from "./cells";
import type { ColumnType, SourceCell } from "./sheet";
import { dayOfText } from "./times";

/** An operand in every form a cell may be compared with. */
export interface Prepared {
  raw: string | number | boolean;
  text: string;
  number: number | null;
  day: string | null;
  email: string | null;
}

export function prepare(raw: string | number | boolean): Prepared {
  const isText = typeof raw === "string";
  return {
    raw,
    text: foldText(String(raw)),
    number: typeof raw === "number" ? raw : isText ? numberOfText(raw) : null,
    day: isText ? dayOfText(raw) : null,
    email: isText && raw.includes("@") ? asciiLower(raw) : null,
  };
}

/** Operands sorted by what a cell may hold of them, so that a list of 500 costs a cell one look-up. */
export interface Wanted {
  raw: ReadonlySet<string | number | boolean>;
  /** Of all operands, for options; of texts alone, for text. */
  options: ReadonlySet<string>;
  texts: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
  days: ReadonlySet<string>;
  emails: ReadonlySet<string>;
  hasNumbers: boolean;
}

export function wantedOf(operands: readonly Prepared[]): Wanted {
  const raw = new Set(operands.map((operand) => operand.raw));
  const texts = operands.filter((operand) => typeof operand.raw === "string");
  return {
    raw,
    options: new Set(operands.map(({ text }) => text)),
    texts: new Set(texts.map(({ text }) => text)),
    numbers: new Set(operands.flatMap(({ number }) => (number === null ? [] : [number]))),
    days: new Set(operands.flatMap(({ day }) => (day === null ? [] : [day]))),
    emails: new Set(operands.flatMap(({ email }) => (email === null ? [] : [email]))),
    hasNumbers: operands.some((operand) => typeof operand.raw === "number"),
  };
}

/** A number equals text only where one of the two is a number by type: the texts "007" and "7" stay apart. */
export function equalsAny(cell: SourceCell, type: ColumnType, wanted: Wanted): boolean {
  const contacts = contactsOf(cell, type);
  if (contacts !== null)
    return contacts.some(({ email }) => email !== undefined && wanted.emails.has(asciiLower(email)));
  const choices = choicesOf(cell, type);
  if (choices !== null) return choices.some((choice) => wanted.options.has(foldText(choice)));
  const day = dayOf(cell, type);
  if (day !== null) return wanted.days.has(day);
  const { value } = cell;
  if (typeof value === "boolean") return wanted.raw.has(value);
  if (typeof value === "number") return wanted.numbers.has(value);
  const text = textOf(cell);
  if (wanted.texts.has(foldText(text))) return true;
  const number = wanted.hasNumbers ? numberOfText(text) : null;
  return number !== null && wanted.raw.has(number);
}
