import { brotliCompressSync } from "node:zlib";
import { ApiError } from "../http/errors";
import { failure, json, type Reply } from "../http/reply";

export const FAULT_KINDS = [
  "429",
  "500",
  "503html",
  "reset",
  "cutjson",
  "html200",
  "empty",
  "timeout",
  "brotli",
  "redirect",
  "wrongshape",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** All given members must fit; `path` is part of path and query, the others are whole e-mail addresses. */
  match: { path?: string; caller?: string; assumed?: string };
  kind: FaultKind;
  /** How often it still strikes; absent: until it is deleted. */
  times?: number;
  /** Seconds, sent as Retry-After with 429 and 503. */
  retryAfter?: number;
}

export interface Struck {
  path: string;
  caller: string | null;
  assumed: string | null;
}

export class Faults {
  list: Fault[] = [];

  /** The first fault that fits, counted down. */
  strike(call: Struck): Fault | null {
    const fault = this.list.find(
      ({ match }) =>
        (match.path === undefined || call.path.includes(match.path)) &&
        (match.caller === undefined || match.caller === call.caller) &&
        (match.assumed === undefined || match.assumed === call.assumed),
    );
    if (!fault) return null;
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.list.splice(this.list.indexOf(fault), 1);
    }
    return fault;
  }

  clear(): void {
    this.list = [];
  }
}

/** True where the fault spoils an answer that must exist first; the others never reach the handler. */
export function needsAnswer(kind: FaultKind): boolean {
  return kind === "cutjson" || kind === "brotli";
}

/** What goes out instead. `reset` and `timeout` have no answer: the server deals with the socket. */
export function spoil(fault: Fault, reply: Reply | null, origin: string): Reply | "reset" | "timeout" {
  const retry: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  const page = "<!doctype html><title>Down</title><p>We are making Smartsheet better. Back soon.</p>";
  const htmlType = { "content-type": "text/html;charset=UTF-8" };
  switch (fault.kind) {
    case "reset":
    case "timeout":
      return fault.kind;
    case "429":
      return withHeaders(failure(new ApiError(429, 4003, "Rate limit exceeded.")), retry);
    case "500":
      return failure(new ApiError(500, 4000, "An unexpected error has occurred."));
    case "503html":
      return { status: 503, headers: { ...htmlType, ...retry }, body: Buffer.from(page) };
    case "html200":
      return { status: 200, headers: htmlType, body: Buffer.from(page) };
    case "empty":
      return { ...json(null), body: Buffer.alloc(0) };
    case "wrongshape":
      return json({ data: { unexpected: true }, rows: "none", columns: 7, id: null });
    case "redirect":
      return { status: 302, headers: { location: `${origin}/__sandbox/elsewhere` }, body: Buffer.alloc(0) };
    case "cutjson": {
      const whole = reply ?? json({});
      return { ...whole, body: whole.body.subarray(0, Math.floor(whole.body.length / 2)) };
    }
    case "brotli": {
      const whole = reply ?? json({});
      return withHeaders({ ...whole, body: brotliCompressSync(whole.body) }, { "content-encoding": "br" });
    }
  }
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
