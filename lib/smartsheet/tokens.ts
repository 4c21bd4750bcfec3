import "server-only";
import type { Secret } from "@/lib/secret";

const LONGEST = 4096;
const PRINTABLE = /^[\x21-\x7e]+$/;

/**
 * True when the token can stand in a header. Checked before every use because the platform's header class puts a
 * value it refuses into its error text (I17), and because the SDK replaces an empty token by one from the environment.
 */
export function isUsableToken(token: Secret): boolean {
  const text = token.reveal();
  return text.length <= LONGEST && PRINTABLE.test(text);
}
