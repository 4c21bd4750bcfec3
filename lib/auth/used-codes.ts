import "server-only";
import { createHash } from "node:crypto";

/** Longer than Smartsheet lets a code live (about ten minutes). */
const KEPT_MS = 15 * 60_000;
const MOST = 10_000;

export interface UsedCodes {
  /** True the first time a code is seen; false for one that came back before. */
  take(code: string): boolean;
}

/**
 * T08: a code is used once, whatever Smartsheet makes of a second time: nobody could verify that it refuses. Kept by
 * hash and in memory, since a code is of no use to anybody a quarter of an hour later. `monotonicMs` counts milliseconds.
 */
export function createUsedCodes(monotonicMs: () => number): UsedCodes {
  const usedAt = new Map<string, number>();
  return {
    take(code) {
      const now = monotonicMs();
      for (const [hash, at] of usedAt) {
        if (now - at < KEPT_MS && usedAt.size < MOST) break;
        usedAt.delete(hash);
      }
      const hash = createHash("sha256").update(code).digest("base64");
      if (usedAt.has(hash)) return false;
      usedAt.set(hash, now);
      return true;
    },
  };
}
