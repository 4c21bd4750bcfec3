import type {
  ColumnId,
  ConnectionId,
  FolderId,
  GroupId,
  LinkId,
  LocalGroupId,
  ReportId,
  RuleId,
  SheetId,
  UserId,
  WorkspaceId,
} from "./ids";

/** The shapes of a rule: what an administrator wrote, read back from storage. */

export const ACTIONS = ["read", "share", "export", "print", "attachments", "comments", "history"] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Smartsheet's own, those of sheet filters and those of report filters; IS_UNCHECKED is IS_NOT_CHECKED there.
 * The ones about a whole row (attachments, comments, locks, critical path) are left out on purpose.
 */
export const OPERATORS = [
  "EQUAL",
  "NOT_EQUAL",
  "CONTAINS",
  "DOES_NOT_CONTAIN",
  "IS_ONE_OF",
  "IS_NOT_ONE_OF",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "BETWEEN",
  "NOT_BETWEEN",
  "IS_BLANK",
  "IS_NOT_BLANK",
  "IS_CHECKED",
  "IS_NOT_CHECKED",
  "IS_NUMBER",
  "IS_NOT_NUMBER",
  "IS_DATE",
  "IS_NOT_DATE",
  "PAST",
  "NOT_PAST",
  "FUTURE",
  "NOT_FUTURE",
  "TODAY",
  "NOT_TODAY",
  "LAST_N_DAYS",
  "NOT_LAST_N_DAYS",
  "NEXT_N_DAYS",
  "NOT_NEXT_N_DAYS",
  "HAS_ANY_OF",
  "HAS_ALL_OF",
  "HAS_NONE_OF",
  "NOT_ALL_OF",
  "MULTI_IS_EQUAL",
  "MULTI_IS_NOT_EQUAL",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Facts about the person who asks. `group`: the names of all their groups. */
export const VIEWER_FACTS = ["email", "domain", "name", "group"] as const;
export type ViewerFact = (typeof VIEWER_FACTS)[number];

/**
 * A value written into a rule, or a fact about the person who asks, filled in when deciding. `{viewer: "group"}` and
 * an attribute of the local table stand for several values: one of them is enough, save for HAS_ALL_OF.
 */
export type Operand = string | number | boolean | { viewer: ViewerFact } | { attribute: string };

/** Names its column by id or by title, never both. A title stands for every column that bears it. */
export interface Condition {
  columnId?: ColumnId;
  title?: string;
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
export type IdScope =
  | { mode: "all" }
  | { mode: "only"; ids: ColumnId[] }
  | { mode: "except"; ids: ColumnId[]; known: ColumnId[] };

/** For rules over many sheets. `except` is for forbids alone: nothing freezes titles, so a permit would show new columns. */
export type TitleScope = { mode: "only"; titles: string[] } | { mode: "except"; titles: string[] };

export type ColumnScope = IdScope | TitleScope;

/** What is shown instead of a value. `size`: a whole number from 2 on. See `mask-text.ts` for each one's text. */
export type Mask =
  | { kind: "last4" }
  | { kind: "initials" }
  | { kind: "year" }
  | { kind: "bucket"; size: number }
  | { kind: "constant"; text: string };

/** One column of the rule, named by id or by title as the rule's columns are, and how it is obscured. */
export interface ColumnMask {
  columnId?: ColumnId;
  title?: string;
  mask: Mask;
}

export type RulePrincipal =
  /** `userId` is the Smartsheet user the address was bound to at that person's first sign-in; null until then (I03). */
  | { type: "user"; email: string; userId: UserId | null }
  | { type: "domain"; domain: string }
  | { type: "group"; id: GroupId }
  | { type: "localGroup"; id: LocalGroupId }
  | { type: "everyone" }
  /** For forbids alone. Null: every share link. Counts when the request came by that link. */
  | { type: "link"; id: LinkId | null };

export type Container = { type: "folder"; id: FolderId } | { type: "workspace"; id: WorkspaceId };

/** A folder or workspace stands for every sheet and report below it, at any depth, later ones included. */
export type RuleResource = { type: "sheet"; id: SheetId } | { type: "report"; id: ReportId } | Container;

/** 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** In the installation's time zone, `from` included and `to` not. `HH:MM`; `to` may be `24:00`. Never over midnight. */
export interface WeeklyHours {
  days: Weekday[];
  from: string;
  to: string;
}

export interface Delegation {
  connectionId: ConnectionId;
  /** The assumed user's address, exactly one. */
  assume: string;
}

export interface RuleScope {
  id: RuleId;
  version: number;
  principal: RulePrincipal;
  resource: RuleResource;
  actions: Action[];
  columns: ColumnScope;
  rows: ConditionGroup | null;
  /** ISO 8601 with an offset. In force while `startsAt <= now < endsAt`. */
  startsAt: string | null;
  /** Null or absent: at any hour. */
  hours?: WeeklyHours | null;
}

export interface PermitRule extends RuleScope {
  effect: "permit";
  delegation: Delegation;
  endsAt: string;
  /** Columns that show a mask instead of their values. */
  masks?: ColumnMask[];
  /** The rows above a row that `rows` matches are covered too, so that children keep their parents. */
  parents?: boolean;
}

export interface ForbidRule extends RuleScope {
  effect: "forbid";
  endsAt: string | null;
}

export type Rule = PermitRule | ForbidRule;

/** A stored rule that could not be read back. A forbid still counts against its sheet (every sheet when that is lost too); a permit gives nothing. */
export interface UnreadableRule {
  id: RuleId;
  effect: "permit" | "forbid" | "unknown";
  /** The sheet (or report) it is about; null where `about` says it, or where it is lost. */
  sheetId: SheetId | null;
  /** The folder or workspace it is about, where that much could be read. */
  about?: Container | null;
  unreadable: string;
}

export type AnyRule = Rule | UnreadableRule;
