const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Integers of fewer digits than this are exact. */
const LONG = 16;

/**
 * JSON in which every integer that a number cannot hold stands in quotes, so that `JSON.parse` keeps its digits (I14).
 * All else stays as it is; broken JSON stays broken, as a quoted number is refused only where a number was.
 * Works on bytes and in one go: a parser that keeps all digits takes ten times as long. O(bytes).
 */
export function quoteLargeIntegers(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let copied = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
      continue;
    }
    if (byte !== MINUS && !isDigit(byte)) continue;
    const end = endOfNumber(bytes, at);
    if (end - at >= LONG && isInexact(bytes.toString("latin1", at, end)) && !isKey(bytes, end)) {
      parts.push(bytes.subarray(copied, at), MARK, bytes.subarray(at, end), MARK);
      copied = end;
    }
    at = end - 1;
  }
  if (copied === 0) return bytes;
  parts.push(bytes.subarray(copied));
  return Buffer.concat(parts);
}

const MARK = Buffer.from('"');

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/** Index of the quote that closes the string opened at `open`, or the length when nothing closes it. */
export function endOfString(bytes: Buffer, open: number): number {
  let at = open + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** Past the last byte a number may hold: digits, sign, point, exponent. */
function endOfNumber(bytes: Buffer, from: number): number {
  let at = from + 1;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte) && byte !== 0x2e && byte !== 0x65 && byte !== 0x45 && byte !== 0x2b && byte !== MINUS)
      break;
  }
  return at;
}

/** A bare number where a key should stand is broken JSON, and quotes would mend it. */
function isKey(bytes: Buffer, end: number): boolean {
  let at = end;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at++;
  return bytes[at] === 0x3a;
}

function isInexact(text: string): boolean {
  return /^-?[1-9]\d*$/.test(text) && !Number.isSafeInteger(Number(text));
}
