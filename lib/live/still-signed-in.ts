import "server-only";
import { findSession } from "@/db/queries/people";
import { IDLE_HOURS } from "@/lib/auth/sessions";
import type { Clock } from "@/lib/clock";

/**
 * Whether the sign-in of this cookie hash holds and its person is enabled (T10). Asking is no sign of the person: a page
 * left open must not keep an idle sign-in alive, so nothing is written here as it is for a request.
 */
export async function isStillSignedIn(tokenHash: string, clock: Clock): Promise<boolean> {
  const found = await findSession(tokenHash);
  if (!found?.user.isEnabled) return false;
  const now = clock.now();
  const idleMs = now.getTime() - Date.parse(found.session.lastSeenAt);
  return now.toISOString() < found.session.expiresAt && idleMs < IDLE_HOURS * 3_600_000;
}
