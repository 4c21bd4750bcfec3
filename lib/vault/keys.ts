import "server-only";
import { createHash, hkdfSync } from "node:crypto";
import type { Secret } from "../secret";

export interface MasterKey {
  /** Eight hex digits, derived from the key: names it in each sealed value without telling it. */
  id: string;
  bytes: Buffer;
}

export function masterKeyOf(base64: Secret): MasterKey {
  const bytes = Buffer.from(base64.reveal(), "base64");
  if (bytes.length !== 32) throw new Error("A master key has exactly 32 bytes.");
  const id = createHash("sha256").update(derive(bytes, "sheetpass key id")).digest("hex").slice(0, 8);
  return { id, bytes };
}

/** A 256-bit key for one purpose (HKDF-SHA-256), so that no two uses share a key. */
export function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, Buffer.alloc(0), purpose, 32));
}
