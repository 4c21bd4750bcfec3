import { fail, type Result } from "@/lib/result";
import { upstreamError } from "@/lib/smartsheet/errors";
import type { UpstreamError } from "@/lib/smartsheet/port";
import { FIGURES } from "./figures";

type Refused = Extract<Result<never, UpstreamError>, { ok: false }>;

const secondsOf = (ms: number) => Math.max(1, Math.min(FIGURES.longestPauseSeconds, Math.ceil(ms / 1000)));

/** The line is too long; or, while Smartsheet itself asked for quiet, that and not the number of readers. */
export function busy(ms: number, isBlocked: boolean): Refused {
  const retryAfterSeconds = secondsOf(ms);
  return fail(
    upstreamError("rate_limited", isBlocked ? { retryAfterSeconds } : { retryAfterSeconds, isQueued: true }),
  );
}

/** Smartsheet is known to be down, and was not asked. */
export function down(ms: number): Refused {
  return fail(upstreamError("unavailable", { retryAfterSeconds: secondsOf(ms) }));
}

export function gaveUp(): Refused {
  return fail(upstreamError("aborted"));
}
