import type { BreakerState } from "./circuit-breaker";

/** Whose call it is, so that turns go round fairly. */
export interface Asking {
  /** A person's id, a link's id, or `system`. */
  person: string;
  /** `admin` and `health` may use the kept share; `poll` has a budget of its own besides. */
  kind: "read" | "poll" | "admin" | "health";
  /** The connection's budget for polls, calls a minute; absent counts as none. */
  pollsPerMinute?: number;
}

/** How one token stands, for the connections page. */
export interface TokenState {
  /** Calls that could go out at once. */
  left: number;
  burst: number;
  /** Calls a minute that come back now, and when nothing slows them down. */
  perMinute: number;
  fullPerMinute: number;
  usedLastMinute: number;
  waiting: number;
  /** Until Smartsheet may be asked again after a 429; 0 when it may. */
  blockedForSeconds: number;
  breaker: BreakerState;
  /** While the breaker is open; 0 otherwise. */
  nextProbeInSeconds: number;
}

/** Runs something later, monotonic milliseconds; the answer takes it back. */
export type Schedule = (run: () => void, ms: number) => () => void;
