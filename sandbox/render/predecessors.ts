import { type Duration, durationText, parseDuration } from "./duration";

export const PREDECESSOR_TYPES = ["FS", "FF", "SS", "SF"] as const;

export interface Predecessor {
  rowNumber: number;
  type: (typeof PREDECESSOR_TYPES)[number];
  lag?: Duration;
}

/** What a predecessor shows whose row is gone. */
export const LOST = "#REF";

/** Reads `12FS +3d 4h, 14SS`. Null for free text; a lost predecessor has row number 0. */
export function parsePredecessors(text: string): Predecessor[] | null {
  const list = text.split(",").map(parseOne);
  return list.every((one) => one !== null) ? list : null;
}

function parseOne(text: string): Predecessor | null {
  const match = /^\s*(\d+|#REF)(FS|FF|SS|SF)?\s*(?:([+-])\s*(.+))?$/.exec(text);
  if (!match) return null;
  const [, row, type = "FS", sign, amount] = match;
  const predecessor = {
    rowNumber: row === LOST ? 0 : Number(row),
    type: type as Predecessor["type"],
  };
  if (amount === undefined) return predecessor;
  const lag = parseDuration(amount.trim());
  if (!lag) return null;
  return { ...predecessor, lag: sign === "-" ? { ...lag, negative: true } : lag };
}

/** The type is left out where it is the usual one and nothing follows it. */
export function predecessorsText(predecessors: Predecessor[]): string {
  return predecessors
    .map(({ rowNumber, type, lag }) => {
      const row = rowNumber === 0 ? LOST : String(rowNumber);
      if (lag) return `${row}${type} ${lag.negative ? "-" : "+"}${durationText(lag)}`;
      return type === "FS" ? row : `${row}${type}`;
    })
    .join(", ");
}
