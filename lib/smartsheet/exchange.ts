import "server-only";
import { fail, ok, type Result } from "@/lib/result";
import { errorFromAnswer, errorFromFault, upstreamError } from "./errors";
import { type JsonDocument, openJson } from "./json";
import type { Authority, UpstreamError } from "./port";
import { backoffMs, RetryAllowance, type RetryConfig, wait } from "./retry";
import type { Transport, TransportFault, WireAnswer, WireRequest } from "./transport";

/** What one try did. No query, no header, no body: addresses and tokens stay out of logs (I18). */
export interface CallInfo {
  method: string;
  /** After the API base, without the query. */
  path: string;
  /** Null when no headers came. */
  status: number | null;
  ms: number;
  lane: Authority["lane"];
}

export type Exchange = (
  request: WireRequest,
  context: { authority: Authority; path: string },
) => Promise<Result<JsonDocument, UpstreamError>>;

const RETRIED_CODES = new Set([4001, 4002, 4004]);
const RETRIED_STATUSES = new Set([502, 503, 504]);

interface Try {
  result: Result<JsonDocument, UpstreamError>;
  mayRetry: boolean;
}

function faulted(fault: TransportFault): Try {
  return { result: fail(errorFromFault(fault)), mayRetry: fault.fault === "network" };
}

async function opened(body: Buffer): Promise<JsonDocument | null> {
  try {
    return await openJson(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function answered(answer: WireAnswer, authority: Authority, now: number): Promise<Try> {
  const { status, retryAfter } = answer;
  const document = await opened(answer.body);
  if (status === 200) {
    const result = document === null ? fail(upstreamError("bad_answer", { status })) : ok(document);
    return { result, mayRetry: false };
  }
  const error = errorFromAnswer({ status, body: document?.root, retryAfter }, authority, now);
  const isRetriedCode = error.errorCode !== undefined && RETRIED_CODES.has(error.errorCode);
  return { result: fail(error), mayRetry: status >= 500 && (isRetriedCode || RETRIED_STATUSES.has(status)) };
}

/**
 * Sends a request until it is answered for good. Only GETs are tried again, and only where Smartsheet or the network
 * broke; 4xx, 429 included, go back at once, since each of those calls counts against the token (F01, F02).
 */
export function createExchange(parts: {
  transport: Transport;
  retry: RetryConfig;
  now: () => number;
  onCall?: (info: CallInfo) => void;
}): Exchange {
  const allowance = new RetryAllowance();

  return async (request, { authority, path }) => {
    const start = performance.now();
    allowance.noteCall();
    for (let number = 1; ; number++) {
      const sent = performance.now();
      const delivery = await parts.transport(request);
      const status = (delivery.ok ? delivery.value.status : delivery.error.status) ?? null;
      const ms = Math.round(performance.now() - sent);
      parts.onCall?.({ method: request.method, path, status, ms, lane: authority.lane });
      const attempt = delivery.ok
        ? await answered(delivery.value, authority, parts.now())
        : faulted(delivery.error);
      if (!attempt.mayRetry || request.method !== "GET" || number >= parts.retry.tries) return attempt.result;
      const pause = backoffMs(parts.retry, number + 1);
      if (performance.now() - start + pause > parts.retry.budgetMs || !allowance.take())
        return attempt.result;
      await wait(pause, request.signal);
    }
  };
}
