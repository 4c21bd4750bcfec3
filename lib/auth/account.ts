import "server-only";
import { findTokens, listSessions } from "@/db/queries/people";
import { services } from "@/lib/services";
import type { Viewer } from "./principal";
import { IDLE_HOURS } from "./sessions";

export interface AccountAnswer {
  sessions: {
    id: string;
    isThisOne: boolean;
    startedAt: string;
    lastSeenAt: string;
    userAgent: string | null;
    network: string | null;
  }[];
  /** When the Smartsheet token was last renewed; null when there is none and the person should connect again. */
  connectedAt: string | null;
}

export async function loadAccount(viewer: Viewer): Promise<AccountAnswer> {
  const now = services().clock.now();
  const seenAfter = new Date(now.getTime() - IDLE_HOURS * 3_600_000).toISOString();
  const rows = await listSessions(viewer.userId, now.toISOString(), seenAfter);
  const tokens = await findTokens(viewer.userId);
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      isThisOne: row.id === viewer.sessionId,
      startedAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      userAgent: row.userAgent,
      network: row.network,
    })),
    connectedAt: tokens?.updatedAt ?? null,
  };
}
