import { type ApiError, refId } from "./errors";
import { toJson } from "./json";

/** What a handler answers with. Nothing is written to the socket before the faults had their say. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const JSON_TYPE = "application/json;charset=UTF-8";

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { "content-type": JSON_TYPE }, body: Buffer.from(toJson(value)) };
}

export function html(page: string, status = 200): Reply {
  const headers = {
    "content-type": "text/html;charset=UTF-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
  };
  return { status, headers, body: Buffer.from(page) };
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location, "cache-control": "no-store" }, body: Buffer.alloc(0) };
}

export function failure(error: ApiError): Reply {
  const { errorCode, message, detail } = error;
  return json({ errorCode, message, refId: refId(), ...(detail ? { detail } : {}) }, error.status);
}
