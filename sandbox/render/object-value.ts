import type { Cell, Column, Id } from "../store/types";
import { parseDuration } from "./duration";
import { parsePredecessors } from "./predecessors";

/** What the typed form of a cell asks of its surroundings. */
export interface ObjectContext {
  rowAt: (rowNumber: number) => Id | undefined;
  /** The member that holds the contacts of a MULTI_CONTACT (switch `multiContact`). */
  contactsIn: "values" | "value";
}

/** The typed form of a cell; plain texts, numbers and booleans are sent bare. Undefined for an empty cell. */
export function objectValue(cell: Cell, column: Pick<Column, "type">, context: ObjectContext): unknown {
  if (cell.picks) return { objectType: "MULTI_PICKLIST", values: cell.picks };
  if (column.type === "MULTI_CONTACT_LIST" && cell.contacts)
    return {
      objectType: "MULTI_CONTACT",
      [context.contactsIn]: cell.contacts.map((contact) => ({ objectType: "CONTACT", ...contact })),
    };
  if (cell.value === undefined) return undefined;
  if (column.type === "CONTACT_LIST" && cell.contacts?.[0])
    return { objectType: "CONTACT", ...cell.contacts[0] };
  if (typeof cell.value !== "string") return cell.value;
  return typedText(cell.value, column.type, context) ?? cell.value;
}

function typedText(text: string, type: Column["type"], { rowAt }: ObjectContext): unknown {
  switch (type) {
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      // Free text in a date column stays a plain string.
      return isDate(text) ? { objectType: type, value: text } : null;
    case "DURATION": {
      const duration = parseDuration(text);
      return duration && { objectType: "DURATION", ...duration };
    }
    case "PREDECESSOR":
      return predecessorList(text, rowAt);
    default:
      return null;
  }
}

export function isDate(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d(T\d\d:\d\d|$)/.test(value);
}

function predecessorList(text: string, rowAt: ObjectContext["rowAt"]): unknown {
  const list = parsePredecessors(text);
  if (!list) return null;
  const predecessors = list.map(({ rowNumber, type, lag }) => {
    const rowId = rowAt(rowNumber);
    return {
      ...(rowId === undefined ? {} : { rowId, rowNumber }),
      type,
      ...(lag ? { lag: { objectType: "DURATION", ...lag } } : {}),
      inCriticalPath: false,
      ...(rowId === undefined ? { invalid: true } : {}),
    };
  });
  return { objectType: "PREDECESSOR_LIST", predecessors };
}
