import "server-only";
import { fail, ok, type Result } from "@/lib/result";
import { errorFromAnswer, errorFromFault } from "./errors";
import { outcomeOf, weightOf } from "./gate";
import { openJson } from "./json";
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

/** The body of an answer that is good by its status; nobody has looked into it yet. */
export type Exchange = (
  request: WireRequest,
  context: { authority: Authority; path: string },
) => Promise<Result<Buffer, UpstreamError>>;

const RETRIED_CODES = new Set([4001, 4002, 4004]);
const RETRIED_STATUSES = new Set([502, 503, 504]);

interface Try {
  result: Result<Buffer, UpstreamError>;
  mayRetry: boolean;
}

function faulted(fault: TransportFault): Try {
  return { result: fail(errorFromFault(fault)), mayRetry: fault.fault === "network" };
}

/** What an error says, if it is JSON at all. */
async function rootOf(body: Buffer): Promise<unknown> {
  try {
    return (await openJson(body)).root;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function answered(answer: WireAnswer, authority: Authority, now: number): Promise<Try> {
  const { status, retryAfter } = answer;
  if (status === 200) return { result: ok(answer.body), mayRetry: false };
  const error = errorFromAnswer({ status, body: await rootOf(answer.body), retryAfter }, authority, now);
  const isRetriedCode = error.errorCode !== undefined && RETRIED_CODES.has(error.errorCode);
  return { result: fail(error), mayRetry: status >= 500 && (isRetriedCode || RETRIED_STATUSES.has(status)) };
}

/**
 * Sends a request until it is answered for good. Only GETs are tried again, and only where Smartsheet or the network
 * broke; 4xx, 429 included, go back at once, since each of those calls counts against the token (F01, F02). Each try of
 * the admin lane goes through its gate, which also holds that token's retry budget; people's own calls share one.
 */
export function createExchange(parts: {
  transport: Transport;
  retry: RetryConfig;
  now: () => number;
  onCall?: (info: CallInfo) => void;
}): Exchange {
  const allowance = new RetryAllowance();

  async function sendOnce(request: WireRequest, authority: Authority, path: string): Promise<Try> {
    const sent = performance.now();
    const delivery = await parts.transport(request);
    const status = (delivery.ok ? delivery.value.status : delivery.error.status) ?? null;
    const ms = Math.round(performance.now() - sent);
    parts.onCall?.({ method: request.method, path, status, ms, lane: authority.lane });
    return delivery.ok ? answered(delivery.value, authority, parts.now()) : faulted(delivery.error);
  }

  return async (request, { authority, path }) => {
    const gate = authority.lane === "admin" ? authority.gate : undefined;
    const weight = weightOf(path);
    if (!gate) allowance.noteCall();
    let start: number | null = null;
    let last: Try | null = null;
    for (let number = 1; ; number++) {
      const entered = await gate?.enter({ weight, isRetry: number > 1, signal: request.signal });
      // Refused on a later try, the first answer says more.
      if (entered?.ok === false) return last?.result ?? entered;
      // The time spent waiting for a turn is not Smartsheet's.
      start ??= performance.now();
      last = null;
      try {
        last = await sendOnce(request, authority, path);
      } finally {
        entered?.value.settle(last === null ? { kind: "aborted" } : outcomeOf(last.result));
      }
      if (!last.mayRetry || request.method !== "GET" || number >= parts.retry.tries) return last.result;
      const pause = backoffMs(parts.retry, number + 1);
      const isLate = performance.now() - start + pause > parts.retry.budgetMs;
      if (isLate || !(gate ? gate.mayRetry() : allowance.take())) return last.result;
      await wait(pause, request.signal);
    }
  };
}
