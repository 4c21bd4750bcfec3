/** A duration as in an object value. Each member may have decimals; `elapsed` ignores working days. */
export interface Duration {
  weeks?: number;
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
  elapsed?: boolean;
  negative?: boolean;
}

const UNITS = {
  w: "weeks",
  d: "days",
  h: "hours",
  m: "minutes",
  s: "seconds",
  ms: "milliseconds",
} as const;

/** Reads `4d 6h 30m`, `e2d` (elapsed) or `-1d`. Null for anything else. */
export function parseDuration(text: string): Duration | null {
  const signed = /^(-?)\s*(e?)(.+)$/i.exec(text.trim());
  if (!signed) return null;
  const [, sign, elapsed, rest = ""] = signed;
  const duration: Duration = {};
  for (const part of rest.trim().split(/\s+/)) {
    const match = /^(\d+(?:\.\d+)?)(w|d|h|ms|m|s)$/i.exec(part);
    const unit = UNITS[match?.[2]?.toLowerCase() as keyof typeof UNITS];
    if (!match || duration[unit] !== undefined) return null;
    duration[unit] = Number(match[1]);
  }
  if (elapsed) duration.elapsed = true;
  if (sign) duration.negative = true;
  return duration;
}

/** `1.5w 2.5d 3.5h`, without the sign: where it stands differs between a lag and a duration cell. */
export function durationText(duration: Duration): string {
  const parts = Object.entries(UNITS).flatMap(([letter, unit]) =>
    duration[unit] ? [`${duration[unit]}${letter}`] : [],
  );
  return `${duration.elapsed ? "e" : ""}${parts.join(" ") || "0d"}`;
}

/** Reads the object of a request; null for what is none. */
export function readDuration(value: Record<string, unknown>): Duration | null {
  const duration: Duration = {};
  for (const unit of Object.values(UNITS)) {
    const amount = value[unit] ?? undefined;
    if (amount === undefined) continue;
    if (typeof amount !== "number" || amount < 0) return null;
    duration[unit] = amount;
  }
  if (value.elapsed === true) duration.elapsed = true;
  if (value.negative === true) duration.negative = true;
  return duration;
}
