import { type Body, badAttribute, textIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError } from "../../../http/errors";
import { CHECKBOX_SYMBOLS, SYMBOLS } from "../../../scenarios/symbols";
import type { ColumnType } from "../../../scenarios/types";
import type { Contact, SummaryField } from "../../../store/types";

/** The types a summary field can have: those a single cell outside of a project can. */
const TYPES: ColumnType[] = [
  "TEXT_NUMBER",
  "DATE",
  "CHECKBOX",
  "PICKLIST",
  "MULTI_PICKLIST",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
];

/** Errors: 400/1031 for a type no summary field can have. */
export function readFieldType(body: Body): ColumnType | undefined {
  const word = textIn(body, "type");
  if (word === undefined) return undefined;
  const type = TYPES.find((known) => known === word);
  if (!type) throw badAttribute(word, "type");
  return type;
}

export type FieldOptions = Pick<SummaryField, "symbol" | "options" | "contactOptions">;

/** Errors: 400/1194 for options of a type without, 1197 beside a symbol, 1198 for a symbol that does not fit. */
export function readFieldOptions(body: Body, type: ColumnType): FieldOptions {
  const symbol = textIn(body, "symbol");
  const options = body.options ?? undefined;
  const contactOptions = body.contactOptions ?? undefined;
  if (symbol !== undefined && !symbolFits(symbol, type))
    throw new ApiError(400, 1198, "Unsupported symbol for summary field type.");
  if (options !== undefined && symbol !== undefined)
    throw new ApiError(400, 1197, "Summary field options not allowed for symbols.");
  if (options !== undefined && type !== "PICKLIST" && type !== "MULTI_PICKLIST")
    throw new ApiError(400, 1194, "Invalid summary field type for options.");
  if (contactOptions !== undefined && !type.endsWith("CONTACT_LIST"))
    throw new ApiError(400, 1194, "Invalid summary field type for options.");
  return {
    ...(symbol === undefined ? {} : { symbol }),
    ...(options === undefined ? {} : { options: texts(options) }),
    ...(contactOptions === undefined ? {} : { contactOptions: contacts(contactOptions) }),
  };
}

function symbolFits(symbol: string, type: ColumnType): boolean {
  return type === "CHECKBOX"
    ? CHECKBOX_SYMBOLS.includes(symbol)
    : type === "PICKLIST" && Object.hasOwn(SYMBOLS, symbol);
}

function texts(options: unknown): string[] {
  if (!Array.isArray(options) || !options.every((option) => typeof option === "string"))
    throw badAttribute(options, "options");
  return options;
}

function contacts(options: unknown): Contact[] {
  if (!Array.isArray(options) || !options.every(isRecord)) throw badAttribute(options, "contactOptions");
  return options.map((option) => {
    const [name, email] = [textIn(option, "name"), textIn(option, "email")];
    return { ...(email ? { email } : {}), ...(name ? { name } : {}) };
  });
}
