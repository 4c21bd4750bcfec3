import type { Delivery } from "./delivery";
import { ApiError, refId, unexpected } from "./errors";
import { toJson } from "./json";

/** What a handler answers with. Nothing is written to the socket before the faults had their say. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Of a refusal; for the call log. */
  errorCode?: number;
  /** How it reaches the socket; absent: whole, and at once. */
  delivery?: Delivery;
}

const JSON_TYPE = "application/json;charset=UTF-8";

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { "content-type": JSON_TYPE }, body: Buffer.from(toJson(value)) };
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location, "cache-control": "no-store" }, body: Buffer.alloc(0) };
}

export function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

export function failure(error: ApiError): Reply {
  const { errorCode, message, detail } = error;
  const body = { errorCode, message, refId: refId(), ...(detail ? { detail } : {}) };
  return { ...json(body, error.status), errorCode };
}

/** For whatever a handler threw. What is no `ApiError` is a mistake of the sandbox's own. */
export function toReply(error: unknown): Reply {
  if (error instanceof ApiError) return failure(error);
  console.error("sandbox: unexpected", error);
  return failure(unexpected());
}
