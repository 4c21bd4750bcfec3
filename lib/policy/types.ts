import type { ColumnId, ConnectionId, GroupId, RuleId, SheetId, UserId } from "./ids";

export const ACTIONS = ["read", "share", "export", "print", "attachments", "comments", "history"] as const;
export type Action = (typeof ACTIONS)[number];

export const OPERATORS = [
  "EQUAL",
  "NOT_EQUAL",
  "CONTAINS",
  "IS_ONE_OF",
  "GREATER_THAN",
  "LESS_THAN",
  "BETWEEN",
  "IS_BLANK",
  "IS_NOT_BLANK",
  "IS_CHECKED",
  "IS_NOT_CHECKED",
  "IS_NUMBER",
  "IS_NOT_NUMBER",
  "IS_DATE",
  "IS_NOT_DATE",
  "PAST",
  "FUTURE",
  "TODAY",
  "LAST_N_DAYS",
  "NEXT_N_DAYS",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A value written into a rule, or a fact about the person who asks, filled in when deciding. */
export type Operand = string | number | boolean | { viewer: "email" | "domain" | "name" };

export interface Condition {
  columnId: ColumnId;
  operator: Operator;
  value?: Operand;
  values?: Operand[];
}

export interface ConditionGroup {
  match: "all" | "any" | "none";
  conditions: (Condition | ConditionGroup)[];
}

/**
 * `except` is frozen: `known` holds the columns the sheet had when the rule was saved, and a permit covers
 * `known` less `ids`. A forbid covers everything but `ids`, later columns included, because a forbid that
 * forgets a column would show it.
 */
export type ColumnScope =
  | { mode: "all" }
  | { mode: "only"; ids: ColumnId[] }
  | { mode: "except"; ids: ColumnId[]; known: ColumnId[] };

export type RulePrincipal =
  /** `userId` is the Smartsheet user the address was bound to at that person's first sign-in; null until then (I03). */
  | { type: "user"; email: string; userId: UserId | null }
  | { type: "domain"; domain: string }
  | { type: "group"; id: GroupId }
  | { type: "everyone" };

export interface Delegation {
  connectionId: ConnectionId;
  /** The assumed user's address, exactly one. */
  assume: string;
}

export interface RuleScope {
  id: RuleId;
  version: number;
  principal: RulePrincipal;
  resource: { type: "sheet"; id: SheetId };
  actions: Action[];
  columns: ColumnScope;
  rows: ConditionGroup | null;
  /** ISO 8601 with an offset. In force while `startsAt <= now < endsAt`. */
  startsAt: string | null;
}

export type Rule =
  | (RuleScope & { effect: "permit"; delegation: Delegation; endsAt: string })
  | (RuleScope & { effect: "forbid"; endsAt: string | null });

/** A stored rule that could not be read back. A forbid still counts against its sheet (every sheet when that is lost too); a permit gives nothing. */
export interface UnreadableRule {
  id: RuleId;
  effect: "permit" | "forbid" | "unknown";
  sheetId: SheetId | null;
  unreadable: string;
}

export type AnyRule = Rule | UnreadableRule;

export interface Person {
  userId: UserId;
  /** Primary address as Smartsheet gave it at the last sign-in. A label; only domain rules and row values read it. */
  email: string;
  name: string;
  enabled: boolean;
  /** Null when not known or too old: a permit for a group lapses then, a forbid holds. */
  groups: GroupId[] | null;
}

/** Whether the person's own token opens the sheet. */
export type OwnAccess = "yes" | "no" | "unknown" | "not_asked";

export interface AccessRequest {
  person: Person;
  sheetId: SheetId;
  action: Action;
}

export interface Facts {
  /** ISO 8601 UTC. */
  now: string;
  /** `YYYY-MM-DD` of `now` in the installation's time zone; what TODAY, PAST, LAST_N_DAYS… mean. */
  today: string;
  own: OwnAccess;
  switches: { appPaused: boolean; delegationPaused: boolean };
}

/** A condition group with the viewer's facts and today's date filled in, so `project` needs nothing but the sheet. */
export interface RowFilter {
  match: "all" | "any" | "none";
  conditions: (RowTest | RowFilter)[];
}

export interface RowTest {
  columnId: ColumnId;
  operator: Operator;
  /** Filled-in operands; for the day operators `[from, to]` as `YYYY-MM-DD`, both included. */
  operands: (string | number | boolean)[];
}

/** Cells: the columns of the scope in the rows of the filter (null: every row). */
export interface Rectangle {
  rule: RuleId;
  columns: ColumnScope;
  rows: RowFilter | null;
}

export interface Grant extends Rectangle {
  connectionId: ConnectionId;
  assume: string;
  actions: Action[];
  endsAt: string;
}

/** A link's own limit, laid over its maker's decision: a cell must be inside it as well. */
export interface Limit {
  columns: ColumnScope;
  rows: RowFilter | null;
}

export type DenyReason =
  | "app_paused"
  | "person_disabled"
  | "forbidden"
  | "unreadable_forbid"
  | "no_permit"
  /** Nothing allows it and own access could not be asked: 503, never 404. */
  | "own_unknown"
  | "error";

export type Decision =
  | { effect: "allow"; via: "own"; minus: Rectangle[]; within?: Limit; actions: Action[]; because: RuleId[] }
  | {
      effect: "allow";
      via: "delegated";
      grants: Grant[];
      minus: Rectangle[];
      within?: Limit;
      actions: Action[];
      because: RuleId[];
      /** Earliest end among the deciding permits. ISO 8601. */
      expiresAt: string;
    }
  | { effect: "deny"; reason: DenyReason; because: RuleId[]; remedy?: RuleId[] };

export type AllowDecision = Extract<Decision, { effect: "allow" }>;
