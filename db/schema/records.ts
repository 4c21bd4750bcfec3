import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/**
 * What happened, in order. `record` is the canonical text the hash is made over; the other columns repeat parts of it
 * for searching. Triggers refuse UPDATE and DELETE (see the migration).
 */
export const auditEvents = sqliteTable(
  "audit_events",
  {
    seq: integer("seq").primaryKey(),
    at: text("at").notNull(),
    requestId: text("request_id").notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    sheetId: text("sheet_id"),
    decision: text("decision").notNull(),
    record: text("record").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [index("audit_sheet").on(table.sheetId), index("audit_actor").on(table.actorId)],
);

/** The last name and time of change a read of the sheet showed; only ever told to people the sheet is open to. */
export const sheetLabels = sqliteTable("sheet_labels", {
  sheetId: text("sheet_id").primaryKey(),
  name: text("name").notNull(),
  modifiedAt: text("modified_at"),
  seenAt: text("seen_at").notNull(),
});

export const favourites = sqliteTable(
  "favourites",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    sheetId: text("sheet_id").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.sheetId] })],
);

export const recents = sqliteTable(
  "recents",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    sheetId: text("sheet_id").notNull(),
    openedAt: text("opened_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.sheetId] })],
);

/** Facts about this installation: key check value, switches. */
export const settings = sqliteTable("settings", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});

/** Held by whoever does something only one process may do at a time, such as a token refresh (F14). */
export const leases = sqliteTable("leases", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  expiresAt: text("expires_at").notNull(),
});

/** The last thing that went wrong when somebody read under a rule; no row means nothing did. */
export const ruleHealth = sqliteTable("rule_health", {
  ruleNumber: integer("rule_number").primaryKey(),
  problem: text("problem").notNull(),
  at: text("at").notNull(),
});

/** How much of an upstream token's quota was left when this was written, so that a restart does not begin anew (F25). */
export const upstreamQuota = sqliteTable("upstream_quota", {
  connectionId: text("connection_id").primaryKey(),
  /** Calls that could have gone out at once. */
  left: real("left").notNull(),
  /** Calls a minute that come back, as slowed down by answers of "too many". */
  perMinute: real("per_minute").notNull(),
  /** Nothing goes out before; ISO 8601 UTC. */
  blockedUntil: text("blocked_until"),
  savedAt: text("saved_at").notNull(),
});
