import type { Authority, UpstreamError } from "./port";
import type { TransportFault } from "./transport";
import { errorBody } from "./wire";

type Code = UpstreamError["code"];

const MESSAGES: Record<Code, string> = {
  token_expired: "The Smartsheet sign-in has expired.",
  token_invalid: "Smartsheet does not accept this sign-in.",
  cannot_assume: "Smartsheet does not let this connection act for that person.",
  not_found: "Smartsheet does not show this to the account that asked.",
  rate_limited: "Smartsheet is getting too many requests. Try again in a moment.",
  unavailable: "Smartsheet cannot be reached right now.",
  timeout: "Smartsheet took too long to answer.",
  bad_answer: "Smartsheet sent an answer that cannot be used.",
  too_large: "The answer from Smartsheet is too large.",
  aborted: "The request was cancelled.",
};

export function upstreamError(
  code: Code,
  facts: Omit<UpstreamError, "code" | "message"> = {},
): UpstreamError {
  return { code, message: MESSAGES[code], ...facts };
}

const TOKEN_INVALID = new Set([1001, 1002, 1005, 1132]);
const NOT_FOUND = new Set([1004, 1006, 1361, 1362, 1363]);
const UNAVAILABLE = new Set([4000, 4001, 4002, 4004, 4005]);

function isAssumed(authority: Authority): boolean {
  return authority.lane === "admin" && authority.assume !== null;
}

function codeFor(status: number, errorCode: number | undefined, authority: Authority): Code {
  if (errorCode !== undefined) {
    if (errorCode === 1003) return "token_expired";
    // Of these three codes nobody could verify which one an unknown target gets.
    if (errorCode === 1030 || errorCode === 1188 || (errorCode === 1020 && isAssumed(authority)))
      return isAssumed(authority) ? "cannot_assume" : "token_invalid";
    if (TOKEN_INVALID.has(errorCode)) return "token_invalid";
    if (NOT_FOUND.has(errorCode)) return "not_found";
    if (errorCode === 4003) return "rate_limited";
    if (UNAVAILABLE.has(errorCode)) return "unavailable";
  }
  if (status === 401) return "token_invalid";
  if (status === 403 || status === 404 || status === 410) return "not_found";
  if (status === 429) return "rate_limited";
  if (status >= 500 || status === 408) return "unavailable";
  return "bad_answer";
}

/** Seconds to wait, 1 to 120, from a number of seconds or an HTTP date; undefined when not sent or not readable. */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const text = header.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(120, Math.max(1, Math.ceil(seconds)));
}

/**
 * An answer other than 200, in our words: by Smartsheet's `errorCode` first, then by status. What the body says is
 * never passed on (I17). Source: Smartsheet API, "Error codes".
 */
export function errorFromAnswer(
  answer: { status: number; body: unknown; retryAfter: string | undefined },
  authority: Authority,
  now: number,
): UpstreamError {
  const parsed = errorBody.safeParse(answer.body);
  const { errorCode, refId } = parsed.success ? parsed.data : {};
  const code = codeFor(answer.status, errorCode, authority);
  const error = upstreamError(code, { status: answer.status });
  if (errorCode !== undefined) error.errorCode = errorCode;
  if (refId !== undefined) error.refId = refId;
  const seconds = code === "rate_limited" ? retryAfterSeconds(answer.retryAfter, now) : undefined;
  if (seconds !== undefined) error.retryAfterSeconds = seconds;
  return error;
}

const FAULTS: Record<TransportFault["fault"], Code> = {
  network: "unavailable",
  redirect: "unavailable",
  timeout: "timeout",
  aborted: "aborted",
  too_large: "too_large",
  bad_encoding: "bad_answer",
};

export function errorFromFault(fault: TransportFault): UpstreamError {
  return upstreamError(FAULTS[fault.fault], fault.status === undefined ? {} : { status: fault.status });
}
