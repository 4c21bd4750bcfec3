import { idIn, missingAttribute } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, unparsable } from "../../../http/errors";
import { durationText, readDuration } from "../../../render/duration";
import { PREDECESSOR_TYPES, type Predecessor, predecessorsText } from "../../../render/predecessors";
import { wordsOf } from "../../../render/symbols";
import type { ColumnType } from "../../../scenarios/types";
import type { Contact } from "../../../store/types";
import { type Content, isAddress, misfit, readValue, type ValueContext } from "./value";

type Wire = Record<string, unknown>;

/** The object types each column takes; every column takes what is no object as well. */
const ALLOWED: Record<ColumnType, string[]> = {
  TEXT_NUMBER: [],
  DATE: ["DATE"],
  DATETIME: ["DATETIME"],
  ABSTRACT_DATETIME: ["ABSTRACT_DATETIME", "DATE"],
  CHECKBOX: ["CHECKBOX"],
  PICKLIST: [],
  MULTI_PICKLIST: ["MULTI_PICKLIST"],
  CONTACT_LIST: ["CONTACT"],
  MULTI_CONTACT_LIST: ["MULTI_CONTACT"],
  DURATION: ["DURATION"],
  PREDECESSOR: ["PREDECESSOR_LIST"],
};

const MOST_CONTACTS = 20;

/**
 * Reads `cell.objectValue`, which is always strict. Errors: 400/1012 without an object type, 1131 for one the column does
 * not take, 1042 for contents that do not fit, 1034 for an unknown predecessor row, 1240 for too many contacts.
 */
export function readObjectValue(context: ValueContext, wire: unknown): Content {
  const strict = { ...context, strict: true };
  if (!isRecord(wire)) return readValue(strict, wire);
  const { objectType } = wire;
  if (typeof objectType !== "string") throw missingAttribute("cell.objectValue.objectType");
  const allowed = ALLOWED[context.column.type];
  if (!allowed.includes(objectType)) throw wrongType(context, allowed);
  switch (objectType) {
    case "MULTI_PICKLIST":
      return multiPick(strict, wire);
    case "CONTACT":
      return contactContent(readContact(strict, wire));
    case "MULTI_CONTACT":
      return multiContact(strict, wire);
    case "DURATION": {
      const duration = readDuration(wire) ?? misfit(strict, wire);
      return { value: `${duration.negative ? "-" : ""}${durationText(duration)}` };
    }
    case "PREDECESSOR_LIST":
      return { value: predecessors(strict, wire) };
    default:
      return readValue(strict, wire.value);
  }
}

function wrongType({ column }: ValueContext, allowed: string[]): ApiError {
  const names = allowed.length > 0 ? allowed.join(", ") : "STRING, NUMBER, BOOLEAN";
  return new ApiError(
    400,
    1131,
    `cell.objectValue for column ${column.id} was of the wrong object type. Allowed types: ${names}.`,
  );
}

function multiPick(context: ValueContext, wire: Wire): Content {
  const picks = wire.values;
  if (!Array.isArray(picks) || !picks.every((pick) => typeof pick === "string")) return misfit(context, wire);
  const words = wordsOf(context.column);
  if (words && !picks.every((pick) => words.includes(pick))) return misfit(context, wire);
  return picks.length === 0 ? {} : { picks, value: picks.join(", ") };
}

function readContact(context: ValueContext, wire: unknown): Contact {
  if (!isRecord(wire)) throw unparsable("a contact must be an object");
  const email = wire.email ?? undefined;
  const name = typeof wire.name === "string" && wire.name !== "" ? wire.name : undefined;
  if (email !== undefined && email !== "" && !isAddress(email)) return misfit(context, wire);
  if (!isAddress(email)) return name === undefined ? misfit(context, wire) : { name };
  return { ...context.sheet.world.contact(email), ...(name === undefined ? {} : { name }) };
}

function contactContent(contact: Contact): Content {
  const value = contact.email ?? contact.name;
  return value === undefined ? {} : { value, contacts: [contact] };
}

/** Read under both names that the member goes by. */
function multiContact(context: ValueContext, wire: Wire): Content {
  const list = wire.values ?? wire.value;
  if (!Array.isArray(list)) return misfit(context, wire);
  if (list.length > MOST_CONTACTS) throw new ApiError(400, 1240, "Multi-contact list limit.");
  const contacts = list.map((one) => readContact(context, one));
  if (contacts.length === 0) return {};
  return { contacts, value: contacts.map(({ name, email }) => name ?? email).join(", ") };
}

function predecessors(context: ValueContext, wire: Wire): string | undefined {
  const list = wire.predecessors;
  if (!Array.isArray(list)) return misfit(context, wire);
  return list.length === 0 ? undefined : predecessorsText(list.map((one) => predecessor(context, one)));
}

function predecessor(context: ValueContext, wire: unknown): Predecessor {
  if (!isRecord(wire)) throw unparsable("a predecessor must be an object");
  const id = idIn(wire, "rowId");
  if (id === undefined) throw missingAttribute("predecessor.rowId");
  const row = context.sheet.row(id);
  if (!row) throw new ApiError(400, 1034, "Invalid Row Id.");
  const type = PREDECESSOR_TYPES.find((known) => known === (wire.type ?? "FS")) ?? misfit(context, wire);
  const lag = isRecord(wire.lag) ? (readDuration(wire.lag) ?? misfit(context, wire)) : undefined;
  return { rowNumber: context.sheet.rows.indexOf(row) + 1, type, ...(lag ? { lag } : {}) };
}
