import { type Body, badAttribute, flagIn, needText, textIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, unparsable } from "../../../http/errors";
import { CHECKBOX_SYMBOLS, SYMBOLS } from "../../../scenarios/symbols";
import type { ColumnSeed, ColumnType } from "../../../scenarios/types";
import { requireEqualSign } from "../cells/formula";
import { readFormat } from "../format";
import { readAutoNumber, SYSTEM_TYPES, type SystemType } from "./system";

const TYPES: ColumnType[] = [
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
];
/** Only the application makes these, when it sets a project up. */
const PROJECT_TYPES: ColumnType[] = ["ABSTRACT_DATETIME", "DURATION", "PREDECESSOR"];
const LONGEST_TITLE = 50;

/** A new column as a request describes it. Errors: 400/1012 without title or type, and those of `readDefinition`. */
export function readNewColumn(body: Body): ColumnSeed {
  const title = needText(body, "title", LONGEST_TITLE);
  const type = readType(body);
  if (type === undefined)
    throw new ApiError(400, 1012, "A required object attribute is missing from your request: column.type.");
  return { title, ...readDefinition(body, type), ...readLooks(body) };
}

export function readTitle(body: Body): string | undefined {
  return "title" in body ? needText(body, "title", LONGEST_TITLE) : undefined;
}

/** Errors: 400/1008 for an unknown type. */
export function readType(body: Body): ColumnType | undefined {
  const word = textIn(body, "type");
  if (word === undefined) return undefined;
  const type = TYPES.find((known) => known === word);
  if (!type) throw unparsable(`Field "type" was of unexpected value: ${word}`);
  return type;
}

type Definition = Pick<
  ColumnSeed,
  "type" | "symbol" | "options" | "contactOptions" | "systemColumnType" | "autoNumberFormat"
>;

/**
 * What a column holds. Errors: 400/1142 for a type of project sheets, 1089 for one of system columns, 1079 for a system
 * column of another type, 1058 and 1059 about symbols, 1060 and 1209 for options of a type that has none.
 */
export function readDefinition(body: Body, type: ColumnType): Definition {
  const systemColumnType = readSystemType(body, type);
  if (PROJECT_TYPES.includes(type))
    throw new ApiError(
      400,
      1142,
      `Column type ${type} is reserved for project sheets and may not be manually set on a column.`,
    );
  const symbol = readSymbol(body, type);
  const options = readOptions(body, type, symbol);
  const contactOptions = readContactOptions(body, type);
  const autoNumberFormat = readAutoNumber(body, systemColumnType);
  return {
    type,
    ...(symbol ? { symbol } : {}),
    ...(options ? { options } : {}),
    ...(contactOptions ? { contactOptions } : {}),
    ...(systemColumnType ? { systemColumnType } : {}),
    ...(autoNumberFormat ? { autoNumberFormat } : {}),
  };
}

function readSystemType(body: Body, type: ColumnType): SystemType | undefined {
  const word = textIn(body, "systemColumnType");
  if (word === undefined) {
    if (type === "DATETIME")
      throw new ApiError(400, 1089, "The type specified is only used with System Columns.");
    return undefined;
  }
  const known = Object.hasOwn(SYSTEM_TYPES, word) ? (word as SystemType) : undefined;
  if (!known) throw unparsable(`Field "systemColumnType" was of unexpected value: ${word}`);
  if (SYSTEM_TYPES[known] !== type)
    throw new ApiError(400, 1079, `Column type ${type} is not supported for system column type ${known}.`);
  return known;
}

function readSymbol(body: Body, type: ColumnType): string | undefined {
  const symbol = textIn(body, "symbol");
  if (symbol === undefined) return undefined;
  const fits =
    (type === "CHECKBOX" && CHECKBOX_SYMBOLS.includes(symbol)) ||
    (type === "PICKLIST" && Object.hasOwn(SYMBOLS, symbol));
  if (!fits)
    throw new ApiError(400, 1058, `Column type of ${type} does not support symbol of type ${symbol}.`);
  return symbol;
}

function readOptions(body: Body, type: ColumnType, symbol: string | undefined): string[] | undefined {
  const options = body.options ?? undefined;
  if (options === undefined) return undefined;
  if (!Array.isArray(options) || !options.every((option) => typeof option === "string"))
    throw badAttribute(options, "options");
  if (symbol) throw new ApiError(400, 1059, "Column options are not allowed when a symbol is specified.");
  if (type !== "PICKLIST" && type !== "MULTI_PICKLIST")
    throw new ApiError(400, 1060, `Column options are not allowed for column type ${type}.`);
  return options;
}

function readContactOptions(body: Body, type: ColumnType): ColumnSeed["contactOptions"] {
  const options = body.contactOptions ?? undefined;
  if (options === undefined) return undefined;
  if (!Array.isArray(options) || !options.every(isRecord)) throw badAttribute(options, "contactOptions");
  if (type !== "CONTACT_LIST" && type !== "MULTI_CONTACT_LIST")
    throw new ApiError(400, 1209, "Can't set attribute on column type.");
  return options.map((option) => {
    const name = textIn(option, "name");
    const email = textIn(option, "email");
    return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  });
}

type Looks = Pick<
  ColumnSeed,
  "width" | "description" | "hidden" | "locked" | "validation" | "format" | "formula"
>;

/** What a column looks like and who may touch it; absent members say nothing, `format` and `formula` may be emptied. */
export function readLooks(body: Body): Looks {
  const flags = Object.fromEntries(
    (["hidden", "locked", "validation"] as const).flatMap((name) => {
      const flag = flagIn(body, name);
      return flag === undefined ? [] : [[name, flag]];
    }),
  );
  const description = textIn(body, "description");
  const formula = textIn(body, "formula");
  if (formula) requireEqualSign(formula);
  const format = readFormat(body.format);
  return {
    ...flags,
    ...("width" in body ? { width: readWidth(body) } : {}),
    ...(description === undefined ? {} : { description }),
    ...(format ? { format } : {}),
    ...(formula ? { formula } : {}),
  };
}

function readWidth({ width }: Body): number {
  if (typeof width !== "number" || !Number.isInteger(width) || width < 1) throw badAttribute(width, "width");
  return width;
}
