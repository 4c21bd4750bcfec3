import "server-only";
import { findBindings, findSession, findUser, touchSession } from "@/db/queries/people";
import type { Clock } from "@/lib/clock";
import { isSmartsheetId, type UserId } from "@/lib/policy/ids";
import { hashToken } from "./cookies";
import type { Viewer } from "./principal";

export const SESSION_DAYS = 7;
export const IDLE_HOURS = 12;
/** A sign-in seen within this time is not written again, or every request would be a write. */
const TOUCH_MINUTES = 5;

export interface SessionService {
  /** Who this cookie belongs to, or null: unknown, ended, idle too long, or the person is disabled (T10). */
  findViewer(token: string | undefined): Promise<Viewer | null>;
  isAdmin(userId: string): Promise<boolean>;
  /** True for a person an administrator switched off; somebody unknown is not. */
  isDisabled(userId: string): Promise<boolean>;
}

export function createSessionService(adminEmails: readonly string[], clock: Clock): SessionService {
  /** An administrator is whom an address of `ADMIN_EMAILS` is bound to, whatever address others show today (I03). */
  async function isAdmin(userId: string): Promise<boolean> {
    const bound = await findBindings(adminEmails);
    return [...bound.values()].includes(userId);
  }

  return {
    isAdmin,
    async isDisabled(userId) {
      return (await findUser(userId))?.isEnabled === false;
    },
    async findViewer(token) {
      if (!token || token.length > 200) return null;
      const found = await findSession(hashToken(token));
      // T22: somebody is signed in when there is a user id, never because "something" came back.
      if (!found || !isSmartsheetId(found.user.id) || !found.user.isEnabled) return null;
      const now = clock.now();
      const idleSince = now.getTime() - Date.parse(found.session.lastSeenAt);
      if (now.toISOString() >= found.session.expiresAt || idleSince >= IDLE_HOURS * 3_600_000) return null;
      if (idleSince >= TOUCH_MINUTES * 60_000) await touchSession(found.session.id, now.toISOString());
      return {
        userId: found.user.id as UserId,
        email: found.user.email,
        name: found.user.name,
        role: (await isAdmin(found.user.id)) ? "admin" : "viewer",
        sessionId: found.session.id,
        signedInAt: found.session.createdAt,
      };
    },
  };
}
