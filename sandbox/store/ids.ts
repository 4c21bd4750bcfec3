import { createHash } from "node:crypto";
import type { Id } from "./types";

const SMALLEST = 1_000_000_000_000_000n;
const SPREAD = 7_000_000_000_000_000n;

/** A 16-digit id below 2^53 that depends on nothing but its name, so it is the same at every start. */
export function idFor(name: string): Id {
  const digest = createHash("sha256").update(name).digest();
  return Number(SMALLEST + (digest.readBigUInt64BE(0) % SPREAD));
}

/** Row ids lie a fixed step apart from a base of their own: hashing 20,000 names would slow the first look. */
export function rowId(sheetId: Id, base: Id, index: number): Id {
  if (typeof sheetId === "bigint") return sheetId + 1_000n + BigInt(index) * 2n;
  return Number(base) + index * 52_361;
}

/** Digits to an id; null for anything that is no id. */
export function parseId(text: string): Id | null {
  if (!/^[1-9]\d{0,18}$/.test(text)) return null;
  const exact = BigInt(text);
  return exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact;
}
