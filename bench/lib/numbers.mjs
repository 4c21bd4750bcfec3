/** The middle one of several; the later of two. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks until it says yes. */
export async function until(isSo, { forMs, everyMs = 50, what }) {
  const end = performance.now() + forMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within ${forMs} ms: ${what}`);
    await pause(everyMs);
  }
}
