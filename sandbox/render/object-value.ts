import type { Cell, Column, Id } from "../store/types";

/** The typed form of a cell; plain texts, numbers and booleans are sent bare. */
export function objectValue(
  cell: Cell,
  column: Column,
  rowAt: (rowNumber: number) => Id | undefined,
): unknown {
  if (cell.picks) return { objectType: "MULTI_PICKLIST", values: cell.picks };
  if (column.type === "MULTI_CONTACT_LIST" && cell.contacts)
    return {
      objectType: "MULTI_CONTACT",
      values: cell.contacts.map((contact) => ({ objectType: "CONTACT", ...contact })),
    };
  if (cell.value === undefined) return undefined;
  if (column.type === "CONTACT_LIST" && cell.contacts?.[0])
    return { objectType: "CONTACT", ...cell.contacts[0] };
  if (typeof cell.value !== "string") return cell.value;
  const typed = typedText(cell.value, column, rowAt);
  return typed ?? cell.value;
}

function typedText(text: string, column: Column, rowAt: (rowNumber: number) => Id | undefined): unknown {
  switch (column.type) {
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      // Free text in a date column stays a plain string.
      return /^\d{4}-\d\d-\d\d/.test(text) ? { objectType: column.type, value: text } : null;
    case "DURATION":
      return duration(text);
    case "PREDECESSOR":
      return predecessors(text, rowAt);
    default:
      return null;
  }
}

const UNITS = { w: "weeks", d: "days", h: "hours", m: "minutes", s: "seconds" } as const;

export function duration(text: string): Record<string, unknown> | null {
  const parts = text
    .replace(/^[-e]+/, "")
    .trim()
    .split(/\s+/);
  const value: Record<string, unknown> = { objectType: "DURATION" };
  for (const part of parts) {
    const match = /^(\d+(?:\.\d+)?)([wdhms])$/.exec(part);
    if (!match) return null;
    value[UNITS[match[2] as keyof typeof UNITS]] = Number(match[1]);
  }
  if (text.startsWith("-")) value.negative = true;
  return value;
}

function predecessors(text: string, rowAt: (rowNumber: number) => Id | undefined): unknown {
  const list = text.split(",").map((part) => {
    const match = /^\s*(\d+)(FS|FF|SS|SF)?\s*(?:([+-])\s*(.+))?$/.exec(part);
    if (!match) return null;
    const rowNumber = Number(match[1]);
    const lag = match[4] ? duration(`${match[3] === "-" ? "-" : ""}${match[4]}`) : null;
    const rowId = rowAt(rowNumber);
    return {
      rowId,
      rowNumber,
      type: match[2] ?? "FS",
      ...(lag ? { lag } : {}),
      inCriticalPath: false,
      ...(rowId === undefined ? { invalid: true } : {}),
    };
  });
  return list.includes(null) ? null : { objectType: "PREDECESSOR_LIST", predecessors: list };
}
