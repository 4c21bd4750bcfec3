import type { TokenState } from "@/lib/broker/schema";

export interface QuotaWords {
  /** How much was used: always there. */
  used: string;
  /** What is out of the ordinary, the weightiest first. */
  notes: string[];
  /** Calls are held back right now. */
  isHeld: boolean;
}

/** How a connection's token stands, in plain words. */
export function quotaWords(state: TokenState): QuotaWords {
  const { usedLastMinute, perMinute, fullPerMinute, waiting, blockedForSeconds, breaker } = state;
  const notes: string[] = [];
  if (breaker === "open") notes.push(`Smartsheet does not answer; next try in ${state.nextProbeInSeconds} s`);
  if (breaker === "half_open") notes.push("Smartsheet did not answer; the next call tries again");
  if (blockedForSeconds > 0) notes.push(`paused for ${blockedForSeconds} s, as Smartsheet asked`);
  if (perMinute < fullPerMinute) notes.push(`slowed down to ${perMinute} a minute`);
  if (waiting > 0) notes.push(`${waiting} waiting`);
  return {
    used: `${usedLastMinute} of ${fullPerMinute} calls in the last minute`,
    notes,
    isHeld: breaker !== "closed" || blockedForSeconds > 0 || waiting > 0,
  };
}
