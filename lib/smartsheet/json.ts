import { isAscii, isUtf8 } from "node:buffer";
import { createBreather } from "./breather";
import { splitRows } from "./json-rows";
import { quoteLargeIntegers } from "./large-integers";

/**
 * A number `JSON.parse` might round: 17 digits and more, or 16 that could lie above 2^53. Errs to the careful side;
 * digits inside text can match as well, which costs time and nothing else.
 */
const LARGE_INTEGER = /[:[,\s]-?(?:\d{17,}|9(?:[1-9]\d|0[1-9])\d{13}|900[7-9]\d{12})/;

function parseExact(bytes: Buffer): unknown {
  const text = textOf(bytes);
  return JSON.parse(LARGE_INTEGER.test(text) ? quoteLargeIntegers(bytes).toString("utf8") : text);
}

function textOf(bytes: Buffer): string {
  // Plain bytes need no decoding, which takes as long as parsing.
  if (isAscii(bytes)) return bytes.toString("latin1");
  if (!isUtf8(bytes)) throw new SyntaxError("The answer is not UTF-8.");
  return bytes.toString("utf8");
}

/** An answer opened but not wholly parsed: the rows of a large sheet come in pieces. */
export interface JsonDocument {
  /** All of it, except that `rows` is empty when the rows come in pieces. */
  root: unknown;
  /** Null when `root` holds everything. */
  pieces: Buffer[] | null;
  hasLargeIntegers: boolean;
}

/** Below this, in bytes, parsing at one go is quick enough. */
const SMALL = 2 * 1024 * 1024;
/** Above this the raw rows would take half a gigabyte and more. */
const MOST_AT_ONCE = 96 * 1024 * 1024;

/**
 * Opens JSON so that ids survive (I14): integers above 2^53 come out as text. A large sheet's rows are left for
 * `rowBatches`, so that the event loop is never held for long and the raw rows are never in memory all at once (F09).
 * `isAlone`: nobody waits for a turn, so that it is parsed at one go, which is quicker, unless memory would not do.
 * Throws `SyntaxError` for anything but whole JSON in UTF-8.
 */
export async function openJson(bytes: Buffer, isAlone = false): Promise<JsonDocument> {
  const split =
    bytes.length < (isAlone ? MOST_AT_ONCE : SMALL) ? null : await splitRows(bytes, createBreather());
  if (split === null) return { root: parseExact(bytes), pieces: null, hasLargeIntegers: false };
  const { rest, pieces, hasLargeIntegers } = split;
  return { root: parseExact(rest), pieces, hasLargeIntegers };
}

/** The elements of the outermost object's `rows`, in order. Throws `SyntaxError`; yields what `root.rows` holds as is. */
export async function* rowBatches(document: JsonDocument): AsyncGenerator<unknown> {
  if (document.pieces === null) {
    yield (document.root as { rows?: unknown } | null)?.rows;
    return;
  }
  const breathe = createBreather();
  for (const piece of document.pieces) {
    const exact = document.hasLargeIntegers ? quoteLargeIntegers(piece) : piece;
    yield JSON.parse(`[${textOf(exact)}]`);
    await breathe();
  }
}
