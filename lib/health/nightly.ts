import "server-only";
import { log } from "@/lib/log";
import type { HealthService } from "./service";

const HOUR_MS = 3_600_000;

/**
 * Looks once an hour whether the daily check is due, so that a program that was down at night makes up for it. The first
 * look waits a little: a start should not begin with a burst of calls. Returns what stops it.
 */
export function startNightly(health: HealthService, firstMs = 10 * 60_000): () => void {
  const look = () => {
    health.daily().catch((cause: unknown) => log.error({ cause }, "the daily check failed"));
  };
  const first = setTimeout(look, firstMs);
  const hourly = setInterval(look, HOUR_MS);
  first.unref();
  hourly.unref();
  return () => {
    clearTimeout(first);
    clearInterval(hourly);
  };
}
