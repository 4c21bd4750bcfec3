import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, SECURITY_HEADERS } from "@/lib/http-headers";

/** Headers a caller could use to pass for our own server or for Next itself; dropped before anything reads them. */
const FORGED = ["x-nonce", "content-security-policy", "content-security-policy-report-only"];

/**
 * Comfort and headers only, never the guard: gives each request its nonce, and brings everybody to the one host name
 * the sign-in cookie and the OAuth return address belong to. Rights are judged by pages, actions and routes themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()])
    if (FORGED.includes(name) || name.startsWith("x-middleware-")) headers.delete(name);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);

  const response = toOneHost(request) ?? NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Reporting-Endpoints", 'csp="/api/csp-report"');
  if (request.nextUrl.pathname.startsWith("/s/") || request.nextUrl.pathname.startsWith("/api/v1/links/"))
    response.headers.set("X-Robots-Tag", "noindex");
  return response;
}

/** In the demo both `localhost` and `127.0.0.1` work: pages go to the one that is in `NEXTAUTH_URL`. */
function toOneHost(request: NextRequest): NextResponse | null {
  const own = process.env.NEXTAUTH_URL;
  const host = request.headers.get("host");
  if (!own || !host || request.method !== "GET") return null;
  const wanted = new URL(own);
  const { pathname, search } = request.nextUrl;
  if (host === wanted.host || pathname.startsWith("/api/v1/") || pathname === "/api/health") return null;
  return NextResponse.redirect(new URL(pathname + search, wanted), 307);
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"] };
