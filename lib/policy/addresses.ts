/** Only A-Z: folding other letters would make look-alike addresses equal (T09). */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** One mailbox, one "@", one domain, ASCII only: `\w` without the `u` and `v` flags is ASCII. */
const PLAIN_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?$/;
const LONGEST = 254;

/**
 * The address in one spelling, or null where it isn't a single plain ASCII address.
 * Null must make a permit lapse and a forbid hold: nobody may gain from an odd address.
 */
export function plainAddress(email: string): string | null {
  return email.length <= LONGEST && PLAIN_ADDRESS.test(email) ? asciiLower(email) : null;
}

/** What stands after the "@", in lower case; null as for `plainAddress`. Exact: `eu.acme.com` is not `acme.com`. */
export function domainOf(email: string): string | null {
  const address = plainAddress(email);
  return address === null ? null : address.slice(address.indexOf("@") + 1);
}
