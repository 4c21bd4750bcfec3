import { badAttribute } from "../../http/attributes";
import { ApiError } from "../../http/errors";

/** The ports the real service calls. */
const PORTS = ["", "443", "8000", "8008", "8080", "8443"];

export function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

/**
 * Errors: 400/1152 for anything but https, 400/1031 for what is no URL, names a private address or a port the service
 * does not call. This machine is fine on any port and without TLS while loopback is allowed.
 */
export function requireCallbackUrl(text: string, allowLoopback: boolean): void {
  if (!URL.canParse(text)) throw badAttribute(text, "callbackUrl");
  const url = new URL(text);
  if (allowLoopback && isLoopback(url) && /^https?:$/.test(url.protocol)) return;
  if (url.protocol !== "https:")
    throw new ApiError(
      400,
      1152,
      "Only URLs with a protocol of 'https' are supported for attribute 'callbackUrl'.",
    );
  if (isLoopback(url) || isPrivate(url.hostname) || !PORTS.includes(url.port))
    throw badAttribute(text, "callbackUrl");
}

function isPrivate(host: string): boolean {
  const [first = -1, second = -1] = /^\d+(\.\d+){3}$/.test(host) ? host.split(".").map(Number) : [];
  return (
    first === 10 ||
    first === 0 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    /^\[f[cde]/i.test(host)
  );
}
