/**
 * What one upstream token may be used for (SECURITY-GOALS §6). Smartsheet allows 300 calls a minute; burst and refill
 * together let at most 270 out in any 60 s.
 */
export const FIGURES = {
  /** Calls that may go out at once. */
  burst: 30,
  /** Calls that come back each minute. */
  perMinute: 240,
  /** However often Smartsheet asks to slow down, it is never fewer. */
  leastPerMinute: 30,
  /** Calls a minute given back for each minute without a 429. */
  gainPerMinute: 30,
  /** Share that only administrators and health checks may use. */
  keptShare: 0.1,
  /** Calls one person may have waiting. */
  waitingPerPerson: 20,
  longestWaitMs: 10_000,
  /** Without a Retry-After. */
  pauseSeconds: 60,
  longestPauseSeconds: 120,
  /** A pause is up to this share longer, so that not all who wait come back at one moment; never shorter. */
  pauseJitter: 0.1,
  /** Failures in a row after which nobody is sent for a while. */
  failures: 5,
  openMs: 20_000,
  longestOpenMs: 120_000,
  /** State is written at most this often, milliseconds, while calls go out. */
  saveEveryMs: 2_000,
} as const;

export const KEPT = FIGURES.burst * FIGURES.keptShare;
