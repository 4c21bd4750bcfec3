/** RFC 5321: a path of 256 characters holds two angle brackets. */
const LONGEST = 254;
/** Printable ASCII less what separates, quotes or nests addresses: space, quotes, comma, semicolon, colon, brackets, backslash. */
const PART = /^[!#$%&'*+\-./0-9=?A-Z^_`a-z{|}~]+$/;

/**
 * True for exactly one plain e-mail address that may stand in `Assume-User` (I07). ASCII only: an address that would
 * have to be folded or converted could name somebody else upstream than the rule's author read on the screen.
 */
export function isAssumableAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  const parts = text.split("@");
  return parts.length === 2 && parts.every((part) => PART.test(part));
}

/** The header's value: URI-encoded once, as Smartsheet asks. Null when the address may not be used. */
export function assumeUserHeader(address: string): string | null {
  return isAssumableAddress(address) ? encodeURIComponent(address) : null;
}
