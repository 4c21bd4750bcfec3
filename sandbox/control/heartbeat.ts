import { badValue } from "../http/errors";
import type { Sandbox } from "../sandbox";
import { wholeNumber } from "./settings";

export interface HeartState {
  /** Null while it stands still. */
  everySeconds: number | null;
  /** What was changed, in sentences, oldest first. */
  log: readonly string[];
}

export function readHeartbeat({ heart }: Sandbox): HeartState {
  return { everySeconds: heart?.isRunning ? heart.every / 1000 : null, log: heart?.log ?? [] };
}

/**
 * `{everySeconds}` starts it or changes its pace, `{off: true}` stops it, `{beat: true}` makes one change now and tells it
 * as `said` (null where there was nothing to change). Errors: 400 for anything else.
 */
export async function setHeartbeat(
  sandbox: Sandbox,
  { everySeconds, off, beat }: Record<string, unknown>,
): Promise<HeartState & { said?: string | null }> {
  if (everySeconds === undefined && off !== true && beat !== true)
    throw badValue(String(everySeconds), "everySeconds");
  // Loaded when first asked for: most runs have none.
  const { Heartbeat } = await import("../heartbeat/heartbeat");
  sandbox.heart ??= new Heartbeat(sandbox);
  const { heart } = sandbox;
  if (everySeconds !== undefined) {
    heart.every = 1000 * wholeNumber(everySeconds, "everySeconds", 1, 86_400);
    heart.start();
  }
  if (off === true) heart.stop();
  return { ...(beat === true ? { said: heart.beat() } : {}), ...readHeartbeat(sandbox) };
}
