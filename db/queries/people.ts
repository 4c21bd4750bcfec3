import "server-only";
import { and, eq, gt, lt, ne, sql } from "drizzle-orm";
import { database, write } from "../client";
import { emailBindings, sessions, users, userTokens } from "../schema/people";

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

export interface SignIn {
  id: string;
  email: string;
  name: string;
  /** JSON list of group ids; null when the answer did not carry them. */
  groups: string | null;
  at: string;
  /** Sealed by the vault. */
  access: string;
  refresh: string;
  expiresAt: string;
  /** The address to bind, already lower-cased ASCII; null when it may not be bound. */
  bindable: string | null;
}

/**
 * Writes down a sign-in as one change: the person, their sealed tokens, and the address bound to them if nobody had it
 * (I03: first sign-in, once).
 */
export async function saveSignIn(signIn: SignIn): Promise<void> {
  write((tx) => {
    const person = { email: signIn.email, name: signIn.name, lastSignInAt: signIn.at };
    const groups = signIn.groups === null ? {} : { groups: signIn.groups, groupsAt: signIn.at };
    tx.insert(users)
      .values({ id: signIn.id, ...person, ...groups, createdAt: signIn.at })
      .onConflictDoUpdate({ target: users.id, set: { ...person, ...groups } })
      .run();
    const tokens = {
      access: signIn.access,
      refresh: signIn.refresh,
      expiresAt: signIn.expiresAt,
      updatedAt: signIn.at,
    };
    tx.insert(userTokens)
      .values({ userId: signIn.id, ...tokens })
      .onConflictDoUpdate({ target: userTokens.userId, set: tokens })
      .run();
    if (signIn.bindable !== null)
      tx.insert(emailBindings)
        .values({ email: signIn.bindable, userId: signIn.id, boundAt: signIn.at })
        .onConflictDoNothing()
        .run();
  });
}

/** A person without tokens yet; the sign-in that follows fills them in. */
export async function insertUser(user: {
  id: string;
  email: string;
  name: string;
  at: string;
}): Promise<void> {
  write((tx) =>
    tx
      .insert(users)
      .values({ id: user.id, email: user.email, name: user.name, createdAt: user.at, lastSignInAt: user.at })
      .onConflictDoNothing()
      .run(),
  );
}

export async function findUser(id: string): Promise<UserRow | null> {
  return database().select().from(users).where(eq(users.id, id)).get() ?? null;
}

/** Switches a person off or on; a switched-off person is refused from the next request on (T10). */
export async function setUserEnabled(id: string, isEnabled: boolean): Promise<void> {
  write((tx) => tx.update(users).set({ isEnabled }).where(eq(users.id, id)).run());
}

export async function listKnownUsers(): Promise<UserRow[]> {
  return database().select().from(users).orderBy(users.name).all();
}

/** The user ids bound to these lower-case addresses, by address. */
export async function findBindings(emails: readonly string[]): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = database()
    .select()
    .from(emailBindings)
    .where(sql`${emailBindings.email} in ${[...new Set(emails)]}`)
    .all();
  return new Map(rows.map((row) => [row.email, row.userId]));
}

export interface NewSession {
  id: string;
  tokenHash: string;
  userId: string;
  at: string;
  expiresAt: string;
  userAgent: string | null;
  network: string | null;
}

export async function insertSession(session: NewSession): Promise<void> {
  const { at, ...values } = session;
  write((tx) =>
    tx
      .insert(sessions)
      .values({ ...values, createdAt: at, lastSeenAt: at })
      .run(),
  );
}

/** The sign-in and its person, whatever its age: the caller judges that. */
export async function findSession(tokenHash: string): Promise<{ session: SessionRow; user: UserRow } | null> {
  const row = database()
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.tokenHash, tokenHash))
    .get();
  return row ?? null;
}

export async function touchSession(id: string, at: string): Promise<void> {
  write((tx) => tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, id)).run());
}

export async function listSessions(userId: string, now: string, seenAfter: string): Promise<SessionRow[]> {
  return database()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, seenAfter)))
    .orderBy(sql`${sessions.lastSeenAt} desc`)
    .all();
}

/** True when this call ended it; false when it was not there (any more) or is somebody else's. */
export async function deleteSession(id: string, userId: string): Promise<boolean> {
  return write(
    (tx) =>
      tx
        .delete(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
        .run().changes === 1,
  );
}

export async function deleteOtherSessions(userId: string, keepId: string): Promise<number> {
  return write(
    (tx) =>
      tx
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), ne(sessions.id, keepId)))
        .run().changes,
  );
}

export async function deleteSessionByHash(tokenHash: string): Promise<SessionRow | null> {
  return write(
    (tx) => tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).returning().get() ?? null,
  );
}

export async function deleteExpiredSessions(now: string): Promise<number> {
  return write((tx) => tx.delete(sessions).where(lt(sessions.expiresAt, now)).run().changes);
}

export interface SealedTokens {
  access: string;
  refresh: string;
  expiresAt: string;
}

export async function findTokens(userId: string): Promise<(SealedTokens & { updatedAt: string }) | null> {
  return database().select().from(userTokens).where(eq(userTokens.userId, userId)).get() ?? null;
}

/** Replaces the tokens only if they are still the ones that were refreshed; false when somebody was faster. */
export async function replaceTokens(
  userId: string,
  previousRefresh: string,
  next: SealedTokens,
  at: string,
): Promise<boolean> {
  return write(
    (tx) =>
      tx
        .update(userTokens)
        .set({ ...next, updatedAt: at })
        .where(and(eq(userTokens.userId, userId), eq(userTokens.refresh, previousRefresh)))
        .run().changes === 1,
  );
}

/** Removes dead tokens, if they are still the ones that died. */
export async function deleteTokens(userId: string, refresh?: string): Promise<boolean> {
  return write(
    (tx) =>
      tx
        .delete(userTokens)
        .where(
          and(
            eq(userTokens.userId, userId),
            refresh === undefined ? undefined : eq(userTokens.refresh, refresh),
          ),
        )
        .run().changes === 1,
  );
}
