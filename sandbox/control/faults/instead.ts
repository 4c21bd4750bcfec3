import { offline, timedOut, tooManyCalls, tryAgain, unexpected } from "../../http/errors";
import { failure, json, type Reply, redirect, withHeaders } from "../../http/reply";
import type { Fault } from "./plan";

const PAGE = "<!doctype html><title>Down</title><p>We are making Smartsheet better. Back soon.</p>";
const DEFAULT_MEGABYTES = 1_024;

/** What goes out in place of an answer; null for the kinds that need the real one. */
export function insteadOfAnswer(fault: Fault, origin: string): Reply | null {
  const retry: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  switch (fault.kind) {
    case "429":
      return withHeaders(failure(tooManyCalls()), retry);
    case "500":
    case "4000":
      return failure(unexpected());
    case "4001":
      return withHeaders(failure(offline()), retry);
    case "4002":
      return failure(timedOut());
    case "4004":
      return failure(tryAgain());
    case "503html":
      return withHeaders(page(503), retry);
    case "html200":
      return page(200);
    case "empty":
      return { ...json(null), body: Buffer.alloc(0) };
    case "wrongshape":
      return json({ data: { unexpected: true }, rows: "none", columns: 7, id: null });
    case "redirect":
      return redirect(`${origin}/__sandbox/elsewhere`);
    case "redirecthost":
      return redirect(fault.location ?? `${byOtherName(origin)}/__sandbox/elsewhere`);
    case "reset":
      return { ...nothing, delivery: { how: "reset" } };
    case "timeout":
      return { ...nothing, delivery: { how: "silence" } };
    case "endless":
      return { ...json({}), body: Buffer.from("{"), delivery: { how: "endless", everyMs: pause(fault, 5) } };
    case "gzipbomb":
      return {
        ...withHeaders(json({}), { "content-encoding": "gzip" }),
        delivery: { how: "bomb", megabytes: fault.megabytes ?? DEFAULT_MEGABYTES },
      };
    default:
      return null;
  }
}

export function pause({ ms }: Fault, usual: number): number {
  return typeof ms === "number" ? ms : usual;
}

const nothing: Reply = { status: 0, headers: {}, body: Buffer.alloc(0) };

function page(status: number): Reply {
  return { status, headers: { "content-type": "text/html;charset=UTF-8" }, body: Buffer.from(PAGE) };
}

/** The same server, but another host to every client: a token must not follow. */
function byOtherName(origin: string): string {
  const url = new URL(origin);
  url.hostname = url.hostname === "localhost" ? "127.0.0.1" : "localhost";
  return url.origin;
}
