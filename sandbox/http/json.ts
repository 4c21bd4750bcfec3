import { randomBytes } from "node:crypto";
import { parse } from "lossless-json";

const mark = `bigint-${randomBytes(12).toString("hex")}:`;
const marked = new RegExp(`"${mark}(\\d+)"`, "g");

/**
 * JSON with bigints as exact integers. A plain `JSON.stringify` is tried first: a replacer on half a million cells
 * takes seconds, and nearly no answer holds a bigint. The mark is random, so no cell text can imitate it.
 */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "bigint" ? `${mark}${inner}` : inner,
    );
    return text.replace(marked, "$1");
  }
}

/** Reads a request body; integers beyond 2^53 arrive as bigints instead of being rounded. */
export function fromJson(text: string): unknown {
  return parse(text, undefined, (digits) => {
    const number = Number(digits);
    return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
  });
}
