/**
 * Whether a changing request came from our own pages: its `Origin` is one of ours and the one it was sent to, and a
 * browser that says where it came from says "same-origin" (T13). Absent and `null` are refused.
 */
export function isOwnOrigin(headers: Headers, origins: readonly string[]): boolean {
  const origin = headers.get("origin");
  if (origin === null || !origins.includes(origin)) return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const host = headers.get("host");
  return host === null || new URL(origin).host === host;
}
