import type { IncomingMessage } from "node:http";

const OWN_HOST = /^(localhost|127\.0\.0\.1)(:\d+)?$/i;

/**
 * True where the request names this machine as its host. Anything else may be a page whose name was pointed here (DNS
 * rebinding), and gets nothing.
 */
export function isForThisMachine(request: IncomingMessage): boolean {
  return OWN_HOST.test(request.headers.host ?? "");
}

/**
 * True for programs on this machine and for the sandbox's own page; false for whatever a page of another origin sends,
 * another port of this machine included. `navigates`: a link followed to here counts as well, for pages to look at.
 */
export function isOwnRequest(request: IncomingMessage, navigates = false): boolean {
  const { origin, host } = request.headers;
  if (!isLoopback(request.socket.remoteAddress)) return false;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()) return false;
  const site = request.headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return true;
  return navigates && request.method === "GET" && request.headers["sec-fetch-dest"] === "document";
}

function isLoopback(address: string | undefined): boolean {
  return address === "::1" || (address ?? "").replace(/^::ffff:/, "").startsWith("127.");
}
