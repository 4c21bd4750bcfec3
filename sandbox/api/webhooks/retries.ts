import type { Outcome } from "./post";

const MOST_RETRIES = 14;
const EXPONENTIAL = 7;
const THREE_HOURS = 180;

/** Minutes until the retry of this number (from 1): first ever longer, then every three hours. Null: no more. */
export function minutesUntil(retry: number): number | null {
  if (retry > MOST_RETRIES) return null;
  return retry <= EXPONENTIAL ? 2 ** (retry - 1) : THREE_HOURS;
}

/** 4xx but 410, 5xx and silence are worth another attempt; every other answer but 200 is not. */
export function isRetried({ status }: Outcome): boolean {
  return status === null || (status >= 400 && status < 600 && status !== 410);
}
