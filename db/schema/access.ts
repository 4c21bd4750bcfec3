import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** An admin's API token, sealed, with what its last check found. */
export const connections = sqliteTable("connections", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  apiUrl: text("api_url").notNull(),
  token: text("token").notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  tokenSetAt: text("token_set_at").notNull(),
  /** JSON of the last check; null before the first. */
  check: text("check_result"),
  /** A copy this old is shown without asking again, and open pages are looked after this often. Seconds. */
  freshSeconds: integer("fresh_seconds").notNull().default(15),
  /** How old a copy may be shown while Smartsheet does not answer. Seconds. */
  staleSeconds: integer("stale_seconds").notNull().default(900),
  /** Calls a minute that looking after open pages may cost at most. */
  pollsPerMinute: integer("polls_per_minute").notNull().default(200),
  removedAt: text("removed_at"),
});

/**
 * The newest version of each rule. `body` is JSON of its shape in `lib/rules/schema`; effect and resource are repeated
 * so that an unreadable body still counts. Triggers raise `policy_stamp` with every change here.
 */
export const rules = sqliteTable(
  "rules",
  {
    number: integer("number").primaryKey({ autoIncrement: true }),
    version: integer("version").notNull(),
    effect: text("effect").notNull(),
    /** `sheet`, `report`, `folder` or `workspace`. */
    resourceType: text("resource_type").notNull().default("sheet"),
    /** The id of the resource, of whatever type. */
    sheetId: text("sheet_id").notNull(),
    body: text("body").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    endedAt: text("ended_at"),
  },
  (table) => [index("rules_sheet").on(table.sheetId)],
);

/** Every version a rule ever had. Rows are only added. */
export const ruleVersions = sqliteTable(
  "rule_versions",
  {
    ruleNumber: integer("rule_number")
      .notNull()
      .references(() => rules.number),
    version: integer("version").notNull(),
    change: text("change").notNull(),
    body: text("body").notNull(),
    changedBy: text("changed_by").notNull(),
    at: text("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.ruleNumber, table.version] })],
);

/** `tokenHash` is SHA-256 of 256 random bits (I20); the password is argon2id. */
export const links = sqliteTable(
  "links",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    makerId: text("maker_id")
      .notNull()
      .references(() => users.id),
    sheetId: text("sheet_id").notNull(),
    title: text("title"),
    limit: text("limit_body").notNull(),
    passwordHash: text("password_hash"),
    endsAt: text("ends_at").notNull(),
    createdAt: text("created_at").notNull(),
    revokedAt: text("revoked_at"),
    revokedBy: text("revoked_by"),
    lastOpenedAt: text("last_opened_at"),
    openedCount: integer("opened_count").notNull().default(0),
  },
  (table) => [index("links_maker").on(table.makerId), index("links_sheet").on(table.sheetId)],
);

export const linkUnlocks = sqliteTable("link_unlocks", {
  tokenHash: text("token_hash").primaryKey(),
  linkId: text("link_id")
    .notNull()
    .references(() => links.id),
  expiresAt: text("expires_at").notNull(),
});
