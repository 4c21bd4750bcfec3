import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Secret } from "../secret";
import { derive, type MasterKey } from "./keys";

/** Where a sealed value lives. It opens there and nowhere else: the place is part of what is authenticated. */
export interface Place {
  table: string;
  row: string;
  column: string;
}

export class VaultError extends Error {}

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Envelope encryption of secrets (SECURITY-GOALS §7): each value has its own 256-bit data key, AES-256-GCM with a
 * fresh nonce; the data key is wrapped the same way by a key derived from the master key.
 * Sealed form: `v1.<key id>.<wrapped data key>.<sealed text>`, base64url.
 */
export interface Vault {
  seal(secret: Secret, place: Place): string;
  /** Errors: `VaultError` on an unknown key, another place, or a changed value. */
  open(sealed: string, place: Place): Secret;
}

export function createVault(active: MasterKey, others: readonly MasterKey[] = []): Vault {
  const wrapping = new Map(
    [active, ...others].map((key) => [key.id, derive(key.bytes, "sheetpass wrap v1")]),
  );
  return {
    seal(secret, place) {
      const dataKey = randomBytes(32);
      const bound = bindingOf(place, active.id);
      const wrapped = encrypt(keyOf(wrapping, active.id), dataKey, bound);
      const body = encrypt(dataKey, Buffer.from(secret.reveal(), "utf8"), bound);
      dataKey.fill(0);
      return [VERSION, active.id, wrapped.toString("base64url"), body.toString("base64url")].join(".");
    },
    open(sealed, place) {
      const [version, keyId, wrapped, body, ...rest] = sealed.split(".");
      if (version !== VERSION || !keyId || !wrapped || !body || rest.length > 0)
        throw new VaultError("A sealed value has an unknown form.");
      const bound = bindingOf(place, keyId);
      const dataKey = decrypt(keyOf(wrapping, keyId), Buffer.from(wrapped, "base64url"), bound);
      const text = decrypt(dataKey, Buffer.from(body, "base64url"), bound).toString("utf8");
      dataKey.fill(0);
      return new Secret(text);
    },
  };
}

function keyOf(keys: Map<string, Buffer>, id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new VaultError(`A sealed value needs the master key ${id}, which is not there.`);
  return key;
}

function bindingOf(place: Place, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.row, place.column, keyId]), "utf8");
}

function encrypt(key: Buffer, plain: Buffer, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, bound: Buffer): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new VaultError("A sealed value is cut short.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
      decipher.final(),
    ]);
  } catch (cause) {
    throw new VaultError("A sealed value does not open: wrong key, other place, or changed.", { cause });
  }
}
