import type { UserId } from "@/lib/policy/ids";

export type Role = "viewer" | "admin";

/** A person with a live sign-in: who acts in a request. */
export interface Viewer {
  userId: UserId;
  email: string;
  name: string;
  role: Role;
  sessionId: string;
  /** ISO 8601 UTC. Sensitive steps ask for a recent one. */
  signedInAt: string;
}

const FRESH_MINUTES = 15;

export function isFreshSignIn(viewer: Pick<Viewer, "signedInAt">, now: Date): boolean {
  return now.getTime() - Date.parse(viewer.signedInAt) < FRESH_MINUTES * 60_000;
}
