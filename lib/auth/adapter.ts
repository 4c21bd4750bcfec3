import "server-only";
import { randomUUID } from "node:crypto";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import {
  deleteSessionByHash,
  findSession,
  findUser,
  insertSession,
  insertUser,
  type UserRow,
} from "@/db/queries/people";
import type { Clock } from "@/lib/clock";
import { hashToken } from "./cookies";

export interface RequestFacts {
  /** The callback answers a new sign-in: it must not see an old one (see `getSessionAndUser`). */
  isCallback: boolean;
  userAgent: string | null;
  network: string | null;
}

/**
 * NextAuth's storage on our tables. Three things differ from its stock adapters on purpose:
 * - the database holds only hashes of sign-in cookies;
 * - nobody is ever found by e-mail: an address is a label (I03);
 * - tokens are not kept here but sealed by the `signIn` event, on every sign-in.
 */
export function createAdapter(clock: Clock, request: RequestFacts): Adapter {
  return {
    async createUser(profile: Omit<AdapterUser, "id">) {
      // NextAuth drops the provider's id from what it hands over; our `profile()` repeats it under its own name.
      const { smartsheetId, address, name } = profile as unknown as SmartsheetUser;
      await insertUser({ id: smartsheetId, email: address, name, at: clock.now().toISOString() });
      return toUser(await findUser(smartsheetId)) as AdapterUser;
    },
    async getUser(id) {
      return toUser(await findUser(id));
    },
    async getUserByEmail() {
      return null;
    },
    async getUserByAccount({ providerAccountId }) {
      return toUser(await findUser(providerAccountId));
    },
    async updateUser(user) {
      return toUser(await findUser(user.id)) as AdapterUser;
    },
    async linkAccount() {
      return undefined;
    },
    async createSession({ sessionToken, userId, expires }) {
      await insertSession({
        id: randomUUID(),
        tokenHash: hashToken(sessionToken),
        userId,
        at: clock.now().toISOString(),
        expiresAt: expires.toISOString(),
        userAgent: request.userAgent?.slice(0, 200) ?? null,
        network: request.network,
      });
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      // In the callback NextAuth would add the new account to whoever is signed in, or keep their session id.
      // A sign-in is always a new session of the person who just signed in at Smartsheet.
      if (request.isCallback) return null;
      const found = await findSession(hashToken(sessionToken));
      if (!found?.user.isEnabled) return null;
      const user = toUser(found.user) as AdapterUser;
      return { session: { sessionToken, userId: user.id, expires: new Date(found.session.expiresAt) }, user };
    },
    async updateSession() {
      return null;
    },
    async deleteSession(sessionToken) {
      await deleteSessionByHash(hashToken(sessionToken));
    },
  };
}

/** What our `profile()` hands to NextAuth. `address` keeps the spelling that NextAuth's own lower-casing would fold. */
export interface SmartsheetUser {
  id: string;
  smartsheetId: string;
  address: string;
  email: string;
  name: string;
  groups: string[] | null;
}

function toUser(row: UserRow | null): AdapterUser | null {
  return row ? { id: row.id, email: row.email, name: row.name, emailVerified: null } : null;
}
