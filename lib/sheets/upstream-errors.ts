import type { DelegatedError } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import type { UpstreamError } from "@/lib/smartsheet/port";
import type { OwnProof } from "./own-access";

/** What a person is told when Smartsheet could not be read (CONTRACT §3). Never which address or token it was about. */
export function fromUpstream(
  error: Pick<UpstreamError, "code" | "retryAfterSeconds" | "isQueued">,
): AppError {
  switch (error.code) {
    case "not_found":
      return appError("not_found");
    case "rate_limited":
      return busy(error.retryAfterSeconds ?? 60, error.isQueued ?? false);
    case "timeout":
      return appError("upstream_timeout");
    case "bad_answer":
      return appError("upstream_bad_answer");
    case "too_large":
      return appError("sheet_too_large");
    case "token_expired":
    case "token_invalid":
    case "cannot_assume":
      return appError("delegation_off");
    case "unavailable":
    case "aborted":
      return appError("upstream_unavailable");
  }
}

function busy(retryAfterSeconds: number, isQueued: boolean): AppError {
  if (!isQueued) return appError("upstream_busy", { retryAfterSeconds });
  const seconds = retryAfterSeconds === 1 ? "1 second" : `${retryAfterSeconds} seconds`;
  return appError("upstream_busy", {
    message: `Many people are reading right now. Your turn is in about ${seconds}.`,
    retryAfterSeconds,
  });
}

export function fromDelegated(error: DelegatedError): AppError {
  return error.kind === "app" ? error.error : fromUpstream(error.error);
}

/**
 * When own access could not be asked and nothing else opens the sheet: one answer for existing and unknown sheets
 * (CONTRACT §4.6). Only who already knows the sheet by their own token is told the exact cause.
 */
export function fromUnknownOwn(proof: Extract<OwnProof, { own: "unknown" }>, isKnown: boolean): AppError {
  const { why, retryAfterSeconds } = proof;
  if (why === "reconnect" || why === "token_expired" || why === "token_invalid")
    return appError("upstream_unavailable", {
      message: "Your connection to Smartsheet ended. Connect again on your account page to go on.",
    });
  if (!isKnown || why === "not_found" || why === "cannot_assume") return appError("upstream_unavailable");
  return fromUpstream({ code: why, retryAfterSeconds });
}
