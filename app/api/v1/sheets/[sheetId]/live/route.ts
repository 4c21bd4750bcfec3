import { defineRoute } from "@/lib/actions/define-route";
import { hashToken, SESSION_COOKIE } from "@/lib/auth/cookies";
import { liveQuery } from "@/lib/live/schema";

/** Changes of an open sheet, one event after the other (`lib/live/events`), until the right to it ends. */
export const GET = defineRoute({
  need: "viewer",
  query: liveQuery,
  run: ({ input, params, viewer, services, context, request }) =>
    services.live.open({
      viewer,
      tokenHash: hashToken(request.cookies.get(SESSION_COOKIE)?.value ?? ""),
      sheetId: params.sheetId ?? "",
      tag: input.tag,
      context,
      signal: request.signal,
    }),
  // `no` keeps a proxy from collecting events before it hands them on.
  respond: (body: ReadableStream<Uint8Array>) =>
    new Response(body, { headers: { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" } }),
});

/** Left to itself, a HEAD would open a stream that nobody reads and nothing closes. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}
