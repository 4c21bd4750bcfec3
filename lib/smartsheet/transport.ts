import "server-only";
import http from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";
import axios, { type AxiosInstance } from "axios";
import { fail, ok, type Result } from "@/lib/result";
import { BodyError, type BodyFault, type BodyLimits, isReadableEncoding, readBody } from "./body";

export interface Timeouts {
  /** From the start to the answer's headers, milliseconds. */
  headersMs: number;
  /** From the start to the answer's last byte, milliseconds. */
  totalMs: number;
}

export interface TransportConfig extends BodyLimits {
  timeouts: Timeouts;
  /** Off where a request may not be sent twice: a kept connection can turn out dead only after the request left. */
  isKeptAlive: boolean;
}

export const DEFAULT_TRANSPORT: TransportConfig = {
  timeouts: { headersMs: 10_000, totalMs: 30_000 },
  maxPackedBytes: 64 * 1024 * 1024,
  maxUnpackedBytes: 256 * 1024 * 1024,
  isKeptAlive: true,
};

export interface WireRequest {
  method: "GET" | "POST" | "DELETE";
  url: string;
  headers: Record<string, string>;
  params?: Record<string, string | number | boolean>;
  body?: string;
  signal?: AbortSignal;
}

export interface WireAnswer {
  status: number;
  retryAfter: string | undefined;
  body: Buffer;
}

/** `status` is there when headers came before it failed. */
export interface TransportFault {
  fault: "network" | "timeout" | "aborted" | "redirect" | BodyFault;
  status?: number;
}

export type Transport = (request: WireRequest) => Promise<Result<WireAnswer, TransportFault>>;

const MOST_SOCKETS = 32;
/** Errors are small; a long one is not from the API and need not be held in memory. */
const MOST_ERROR_BYTES = 1024 * 1024;

function createClient(isKeptAlive: boolean): AxiosInstance {
  const agent = { keepAlive: isKeptAlive, maxSockets: MOST_SOCKETS, maxFreeSockets: 8 };
  return axios.create({
    // Not `fetch`: Node's decodes Brotli unasked, and Node 20's decoder is open to remote code execution.
    adapter: "http",
    httpAgent: new http.Agent(agent),
    httpsAgent: new https.Agent(agent),
    proxy: false,
    maxRedirects: 0,
    decompress: false,
    responseType: "stream",
    validateStatus: () => true,
    transformRequest: [(data) => data],
    transformResponse: [],
  });
}

/**
 * One hardened HTTP exchange: no redirects, no proxy, gzip or nothing, bounded time and size.
 * Every foreseeable failure is a value; a fault carries no text from outside, so it cannot hold a token or a body.
 */
export function createTransport(config: TransportConfig): Transport {
  const client = createClient(config.isKeptAlive);

  return async (request) => {
    if (request.signal?.aborted) return fail({ fault: "aborted" });
    const stop = new AbortController();
    let cause: "timeout" | "aborted" | null = null;
    let body: Readable | null = null;
    const giveUp = (why: "timeout" | "aborted") => {
      cause ??= why;
      stop.abort();
      body?.destroy(new Error(why));
    };
    const onAbort = () => giveUp("aborted");
    request.signal?.addEventListener("abort", onAbort, { once: true });
    const headersTimer = setTimeout(giveUp, config.timeouts.headersMs, "timeout");
    const totalTimer = setTimeout(giveUp, config.timeouts.totalMs, "timeout");
    let status: number | undefined;

    try {
      const response = await client.request<Readable>({
        method: request.method,
        url: request.url,
        params: request.params,
        data: request.body,
        headers: { ...request.headers, "Accept-Encoding": "gzip" },
        signal: stop.signal,
      });
      clearTimeout(headersTimer);
      body = response.data;
      status = response.status;
      if (status >= 300 && status < 400) return fail({ fault: "redirect", status });
      const encoding: unknown = response.headers["content-encoding"];
      const name = encoding === undefined ? undefined : String(encoding);
      if (!isReadableEncoding(name)) return fail({ fault: "bad_encoding", status });
      const maxPackedBytes = status === 200 ? config.maxPackedBytes : MOST_ERROR_BYTES;
      const announced = Number(response.headers["content-length"] ?? 0);
      if (announced > maxPackedBytes) return fail({ fault: "too_large", status });
      const maxUnpackedBytes = status === 200 ? config.maxUnpackedBytes : MOST_ERROR_BYTES;
      const whole = await readBody(body, name, { maxPackedBytes, maxUnpackedBytes });
      const retryAfter: unknown = response.headers["retry-after"];
      return ok({ status, body: whole, retryAfter: typeof retryAfter === "string" ? retryAfter : undefined });
    } catch (error) {
      // The error is dropped on purpose: axios keeps the request's headers, token included, inside it.
      if (cause !== null) return fail({ fault: cause, status });
      return fail({ fault: error instanceof BodyError ? error.fault : "network", status });
    } finally {
      clearTimeout(headersTimer);
      clearTimeout(totalTimer);
      request.signal?.removeEventListener("abort", onAbort);
      if (body !== null && !body.destroyed) body.destroy();
    }
  };
}
