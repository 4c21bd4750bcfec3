import { createHash } from "node:crypto";
import type { Id } from "./types";

const SMALLEST = 1_000_000_000_000_000n;
const SPREAD = 7_000_000_000_000_000n;
/** Above 2^53 and odd, so that a plain `JSON.parse` changes each of them. */
const FAR = 1n << 58n;
const ROW_STEP = 52_361n;

/** Makes ids that depend on nothing but a name, so they are the same at every start. */
export class Ids {
  constructor(private readonly above = false) {}

  /** 16 digits below 2^53, or 18 digits above it. */
  for(name: string): Id {
    const digest = createHash("sha256").update(name).digest();
    const small = SMALLEST + (digest.readBigUInt64BE(0) % SPREAD);
    return this.above ? (FAR + small) | 1n : Number(small);
  }

  /** Opaque text, for shares, contacts and images. */
  text(name: string): string {
    return createHash("sha256").update(name).digest("base64url").slice(0, 22);
  }
}

/** Row ids lie a fixed step apart from a base of their own: hashing 20,000 names would slow the first look. */
export function rowId(sheetId: Id, base: Id, index: number): Id {
  if (typeof base === "bigint") return base + BigInt(index) * ROW_STEP * 2n;
  if (typeof sheetId === "bigint") return sheetId + 1_000n + BigInt(index) * 2n;
  return base + index * Number(ROW_STEP);
}

/** Digits to an id; null for anything that is no id. */
export function parseId(text: string): Id | null {
  if (!/^[1-9]\d{0,18}$/.test(text)) return null;
  const exact = BigInt(text);
  return exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact;
}

/** The id a scenario gives, where it gives one. Throws where that is no id. */
export function seedId({ id }: { id?: string }): Id | null {
  if (id === undefined) return null;
  const parsed = parseId(id);
  if (parsed === null) throw new Error(`scenario gives an id that is none: ${id}`);
  return parsed;
}
