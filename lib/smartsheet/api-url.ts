const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The URL, parsed, where a token may be sent to: `https:`, or `http:` to this machine only (T15).
 * Throws at start for anything else; the message names the setting's fault and never the URL, which may hold a password.
 */
export function requireSafeUrl(text: string, what: string): URL {
  if (!URL.canParse(text)) throw new Error(`${what} is not a URL.`);
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") throw new Error(`${what} may not hold a name or password.`);
  if (url.search !== "" || url.hash !== "") throw new Error(`${what} may not hold a query or fragment.`);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (!isSafe) throw new Error(`${what} must use https (http only for this machine).`);
  return url;
}

/** With one trailing slash: the SDK joins base and path by plain concatenation. */
export function requireApiBase(text: string): string {
  return `${requireSafeUrl(text, "The Smartsheet API URL").href.replace(/\/+$/, "")}/`;
}
