import "server-only";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** argon2id, 19 MiB, 2 passes (I20). The library works on its own threads, off the event loop. */
const OPTIONS = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), OPTIONS);
}

/** Constant time in the password; false on a stored value that cannot be read. */
export async function isPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password.normalize("NFC"));
  } catch (cause) {
    if (cause instanceof Error) return false;
    throw cause;
  }
}
