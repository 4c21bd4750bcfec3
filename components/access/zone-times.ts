const DAY_MS = 86_400_000;

/** The wall clock of a moment in a time zone, as a date-and-time field takes it: `2026-12-24T18:00`. */
export function wallTimeOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .format(new Date(at))
    .replace(" ", "T");
}

/**
 * The moment a wall clock shows `2026-12-24T18:00` in a time zone, ISO 8601 UTC; null for no time. In the hour that is
 * there twice in autumn the first one is meant; in the one left out in spring, the moment the clock jumps over it.
 */
export function momentAt(wall: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = (at: number) => Date.parse(`${wallTimeOf(new Date(at).toISOString(), timeZone)}Z`);
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => shown(at) - at);
  const tries = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  const found = tries.find((at) => shown(at) === asUtc) ?? tries.at(-1) ?? asUtc;
  return new Date(found).toISOString().replace(".000Z", "Z");
}
