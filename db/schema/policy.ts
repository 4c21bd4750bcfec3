import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Facts the rules are judged with, and what was decided. Times are ISO 8601 UTC. */

/** One row. `stamp` goes up by trigger whenever a rule or a bound address changes, so that sorted rules may be kept. */
export const policyStamp = sqliteTable("policy_stamp", {
  id: integer("id").primaryKey(),
  stamp: integer("stamp").notNull(),
});

/** Groups kept here, for people no Smartsheet group holds together. */
export const localGroups = sqliteTable("local_groups", {
  id: text("id").primaryKey(),
  name: text("name").notNull().unique(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
});

/** Members by address, lower-case ASCII; an address counts once it is bound to a person (I03). */
export const localGroupMembers = sqliteTable(
  "local_group_members",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => localGroups.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.email] }),
    index("local_group_members_email").on(table.email),
  ],
);

/** The local table of people: region, cost centre… An address may have several values of one name. */
export const personAttributes = sqliteTable(
  "person_attributes",
  {
    email: text("email").notNull(),
    name: text("name").notNull(),
    value: text("value").notNull(),
  },
  (table) => [primaryKey({ columns: [table.email, table.name, table.value] })],
);

/** When the Smartsheet groups were last read through a connection; `problem` is the code of the last try that failed. */
export const groupReads = sqliteTable("group_reads", {
  connectionId: text("connection_id").primaryKey(),
  /** Null before the first read that worked. */
  readAt: text("read_at"),
  triedAt: text("tried_at").notNull(),
  problem: text("problem"),
});

export const smartsheetGroups = sqliteTable(
  "smartsheet_groups",
  {
    connectionId: text("connection_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.id] })],
);

/** Found by the user id on every request, so in rows of their own. */
export const smartsheetGroupMembers = sqliteTable(
  "smartsheet_group_members",
  {
    connectionId: text("connection_id").notNull(),
    groupId: text("group_id").notNull(),
    userId: text("user_id").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.groupId, table.userId] }),
    index("smartsheet_group_members_user").on(table.userId),
  ],
);

/** What lies below a folder or workspace that a rule names, as the assumed user sees it. */
export const treeScans = sqliteTable(
  "tree_scans",
  {
    connectionId: text("connection_id").notNull(),
    assume: text("assume").notNull(),
    type: text("type").notNull(),
    id: text("id").notNull(),
    name: text("name"),
    /** JSON list of `{asset, id, name, within: [{type, id}]}`. */
    assets: text("assets").notNull(),
    /** Null before the first read that worked. */
    readAt: text("read_at"),
    triedAt: text("tried_at").notNull(),
    problem: text("problem"),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.assume, table.type, table.id] })],
);

/** Where a sheet or report lies, as the `path` call told for one assumed user. */
export const assetPaths = sqliteTable(
  "asset_paths",
  {
    connectionId: text("connection_id").notNull(),
    assume: text("assume").notNull(),
    asset: text("asset").notNull(),
    id: text("id").notNull(),
    /** JSON list of `{type, id}`. */
    within: text("within").notNull(),
    readAt: text("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.assume, table.asset, table.id] })],
);

/** What was stopped by hand. `kind`: person, assumed, sheet, rule, link, connection or all (its target is empty). */
export const pauses = sqliteTable(
  "pauses",
  {
    kind: text("kind").notNull(),
    target: text("target").notNull(),
    reason: text("reason").notNull(),
    pausedBy: text("paused_by").notNull(),
    pausedAt: text("paused_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.target] })],
);

/** Columns an administrator called sensitive, or said are not although they sound so. */
export const columnMarks = sqliteTable(
  "column_marks",
  {
    sheetId: text("sheet_id").notNull(),
    columnId: text("column_id").notNull(),
    title: text("title").notNull(),
    isSensitive: integer("is_sensitive", { mode: "boolean" }).notNull(),
    markedBy: text("marked_by").notNull(),
    markedAt: text("marked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sheetId, table.columnId] })],
);

/** What was decided and why, under the number of its request. `record` is JSON without a cell's value. */
export const decisions = sqliteTable(
  "decisions",
  {
    requestId: text("request_id").primaryKey(),
    at: text("at").notNull(),
    actorId: text("actor_id"),
    sheetId: text("sheet_id"),
    outcome: text("outcome").notNull(),
    record: text("record").notNull(),
  },
  (table) => [index("decisions_at").on(table.at)],
);

/** When a rule last let something through. */
export const ruleUses = sqliteTable("rule_uses", {
  ruleNumber: integer("rule_number").primaryKey(),
  usedAt: text("used_at").notNull(),
});

/** What the last check of a rule or a connection found. `target`: `R-17`, `C-1`. */
export const healthChecks = sqliteTable("health_checks", {
  target: text("target").primaryKey(),
  checkedAt: text("checked_at").notNull(),
  /** JSON list of findings; empty means green. */
  findings: text("findings").notNull(),
});
