import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with a fresh 96-bit nonce: nonce, tag, then the rest. `name` is bound in, so that it opens nowhere else. */
export function sealBytes(key: Buffer, bytes: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(name));
  const sealed = cipher.update(bytes);
  const end = cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed, end]);
}

/** Throws for anything this key and name did not seal. */
export function openBytes(key: Buffer, sealed: Buffer, name: string): Buffer {
  if (sealed.length < NONCE + TAG) throw new Error("The bytes are cut off.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}
