import { log } from "@/lib/log";

const MOST = 8_000;

/** Where browsers report what the page policy stopped. Open to anybody, so it keeps little and answers nothing. */
export async function POST(request: Request): Promise<Response> {
  const text = Number(request.headers.get("content-length") ?? MOST) < MOST ? await request.text() : "";
  const directive = /"effectiveDirective"\s*:\s*"([a-z-]{1,40})"/.exec(text.slice(0, MOST))?.[1];
  if (directive) log.warn({ directive }, "the page policy stopped something");
  return new Response(null, { status: 204 });
}
