import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row a person who has signed in. `id` is the Smartsheet user id (I03); times are ISO 8601 UTC. */
export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  email: text("email").notNull(),
  name: text("name").notNull(),
  /** JSON list of Smartsheet group ids as of `groupsAt`; null when never known. */
  groups: text("groups"),
  groupsAt: text("groups_at"),
  isEnabled: integer("is_enabled", { mode: "boolean" }).notNull().default(true),
  createdAt: text("created_at").notNull(),
  lastSignInAt: text("last_sign_in_at").notNull(),
});

/** The first person who signed in with an address owns it for good: what "this e-mail" means in every rule (I03). */
export const emailBindings = sqliteTable("email_bindings", {
  email: text("email").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => users.id),
  boundAt: text("bound_at").notNull(),
});

/** A person's Smartsheet tokens, each sealed by the vault. The row goes when the tokens die; the person stays. */
export const userTokens = sqliteTable("user_tokens", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  access: text("access").notNull(),
  refresh: text("refresh").notNull(),
  expiresAt: text("expires_at").notNull(),
  updatedAt: text("updated_at").notNull(),
});

/** `tokenHash` is SHA-256 of a 256-bit random cookie: nothing to guess, so a plain fast hash is enough. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    userAgent: text("user_agent"),
    network: text("network"),
  },
  (table) => [index("sessions_user").on(table.userId)],
);
