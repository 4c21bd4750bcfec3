import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, PATH_HEADER, SECURITY_HEADERS } from "@/lib/http-headers";

/** Headers a caller could use to pass for our own server or for Next itself; dropped before anything reads them. */
const FORGED = ["x-nonce", "content-security-policy", "content-security-policy-report-only"];

/**
 * Headers only, never the guard: gives each request its nonce and the policy that goes with it. Rights are judged by
 * pages, actions and routes themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()])
    if (FORGED.includes(name) || name.startsWith("x-middleware-")) headers.delete(name);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set("Content-Security-Policy", policy);

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Reporting-Endpoints", 'csp="/api/csp-report"');
  if (request.nextUrl.pathname.startsWith("/s/") || request.nextUrl.pathname.startsWith("/api/v1/links/"))
    response.headers.set("X-Robots-Tag", "noindex");
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"] };
