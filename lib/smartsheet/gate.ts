import type { Result } from "@/lib/result";
import type { UpstreamError } from "./port";

/** How one try ended, as far as whoever counts the calls must know. */
export type TryOutcome =
  /** Smartsheet spoke, whatever it said. */
  | { kind: "answered" }
  /** It asked for fewer calls: 429 or 4003. */
  | { kind: "limited"; retryAfterSeconds?: number }
  /** It did not answer, or said that it can't. */
  | { kind: "failed" }
  /** The caller gave up; nothing was learned. */
  | { kind: "aborted" };

/** The right to send one try. Settled exactly once; further calls do nothing. */
export interface Pass {
  settle(outcome: TryOutcome): void;
}

/** What every try of the admin lane goes through before it is sent. Knows nothing of HTTP. */
export interface Gate {
  /**
   * Waits for this try's turn. `weight`: how many calls Smartsheet counts it as.
   * Errors: `rate_limited` with the seconds until its turn, `unavailable` while Smartsheet is known to be down, `aborted`.
   */
  enter(asked: {
    weight: number;
    isRetry: boolean;
    signal?: AbortSignal;
  }): Promise<Result<Pass, UpstreamError>>;
  /** Whether the token's retry budget has one left; takes it. */
  mayRetry(): boolean;
}

/** History and attachments count tenfold; everything else once. Source: Smartsheet API, "Rate limiting". */
export function weightOf(path: string): number {
  return /\/(history|attachments)(\/|$)/.test(path) ? 10 : 1;
}

export function outcomeOf(result: Result<unknown, UpstreamError>): TryOutcome {
  if (result.ok) return { kind: "answered" };
  const { code, retryAfterSeconds } = result.error;
  switch (code) {
    case "rate_limited":
      return { kind: "limited", retryAfterSeconds };
    case "unavailable":
    case "timeout":
      return { kind: "failed" };
    case "aborted":
      return { kind: "aborted" };
    case "token_expired":
    case "token_invalid":
    case "cannot_assume":
    case "not_found":
    case "bad_answer":
    case "too_large":
      return { kind: "answered" };
    default:
      return code satisfies never;
  }
}
