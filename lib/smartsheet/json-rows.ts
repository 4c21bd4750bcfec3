import { endOfString } from "./large-integers";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;

/** Bytes of rows in one piece: a few milliseconds of parsing. */
const PIECE = 512 * 1024;
const STEP = 4 * 1024 * 1024;

export interface SplitRows {
  /** The document with an empty `rows`. */
  rest: Buffer;
  /** The elements of `rows`, comma-separated, cut between elements. */
  pieces: Buffer[];
  /** True when a number in the document may be beyond 2^53: 17 digits, or 16 that begin with 9. */
  hasLargeIntegers: boolean;
}

/**
 * Finds the list under the outermost object's key `rows` and cuts it between elements. It checks nothing else: every
 * piece and the rest go through a strict parser afterwards, so a broken document is still refused. Null when there is
 * no such list or it does not end. Works on bytes: turning a whole large answer into text at once holds the event loop.
 */
export async function splitRows(
  bytes: Buffer,
  breathe: () => Promise<void> | undefined,
): Promise<SplitRows | null> {
  const pieces: Buffer[] = [];
  let depth = 0;
  let key = "";
  let rowsFrom = -1;
  let pieceFrom = -1;
  let nextPause = STEP;
  let digits = 0;
  let hasLargeIntegers = false;
  for (let at = 0; at < bytes.length; at++) {
    if (at > nextPause) {
      nextPause = at + STEP;
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      digits++;
      if (digits > 16 || (digits === 16 && bytes[at - 15] === NINE)) hasLargeIntegers = true;
      continue;
    }
    digits = 0;
    switch (byte) {
      case QUOTE: {
        const end = endOfString(bytes, at);
        if (depth === 1) key = bytes.toString("latin1", at + 1, Math.min(end, at + 32));
        at = end;
        break;
      }
      case OPEN_BRACE:
        depth++;
        break;
      case CLOSE_BRACE:
        depth--;
        break;
      case OPEN_BRACKET:
        if (depth === 1 && key === "rows" && isAfterColon(bytes, at)) {
          rowsFrom = at + 1;
          pieceFrom = rowsFrom;
        }
        depth++;
        break;
      case COMMA:
        if (depth === 2 && rowsFrom !== -1 && at - pieceFrom > PIECE) {
          pieces.push(bytes.subarray(pieceFrom, at));
          pieceFrom = at + 1;
        }
        break;
      case CLOSE_BRACKET:
        depth--;
        if (depth === 1 && rowsFrom !== -1) {
          const last = bytes.subarray(pieceFrom, at);
          // A comma before the end is not JSON; an empty last piece must not hide it.
          if (pieces.length > 0 && last.every((byte) => byte <= SPACE)) return null;
          pieces.push(last);
          return {
            rest: Buffer.concat([bytes.subarray(0, rowsFrom), bytes.subarray(at)]),
            pieces,
            hasLargeIntegers,
          };
        }
        break;
    }
  }
  return null;
}

function isAfterColon(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (before > 0 && (bytes[before] ?? 0) <= SPACE) before--;
  return bytes[before] === COLON;
}
