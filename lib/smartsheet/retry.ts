export interface RetryConfig {
  /** Tries in all, the first included. */
  tries: number;
  /** Mean wait before the second try, milliseconds; doubles after. */
  baseMs: number;
  /** No further try starts once this much time has passed since the first, milliseconds. */
  budgetMs: number;
}

export const DEFAULT_RETRY: RetryConfig = { tries: 3, baseMs: 300, budgetMs: 8_000 };

/** Wait before try number `next` (from 2), milliseconds: half to one and a half of the doubling mean, so callers spread. */
export function backoffMs(config: RetryConfig, next: number, random: () => number = Math.random): number {
  return config.baseMs * 2 ** (next - 2) * (0.5 + random());
}

const SHARE = 0.1;
const MOST = 10;

/**
 * Lets retries be at most a tenth of all calls in the long run, so that a failing upstream is not hit three times as
 * hard (F02). Starts full: the first few failures of a quiet server may all be retried.
 */
export class RetryAllowance {
  #left = MOST;

  noteCall(): void {
    this.#left = Math.min(MOST, this.#left + SHARE);
  }

  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** Resolves after `ms`, or at once when the signal fires. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done, { once: true });
  });
}
