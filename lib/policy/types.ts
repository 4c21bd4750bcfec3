import type { ColumnId, ConnectionId, GroupId, LinkId, LocalGroupId, RuleId, SheetId, UserId } from "./ids";
import type { Action, ColumnMask, ColumnScope, Container, IdScope, Operator, Weekday } from "./rule-types";

/** What is asked, what is known, and what comes out. The shapes of rules stand in a file of their own. */
export * from "./rule-types";

export interface Person {
  userId: UserId;
  /** Primary address as Smartsheet gave it at the last sign-in. A label; only domain rules and row values read it. */
  email: string;
  name: string;
  enabled: boolean;
  /** Null when not known or too old: a permit for a group lapses then, a forbid holds. */
  groups: GroupId[] | null;
  /** Groups kept in this program. Null or absent: not known, as with `groups`. */
  localGroups?: LocalGroupId[] | null;
  /** Names of the groups, for row values. Null or absent: not known. */
  groupNames?: string[] | null;
  /** What the local table says of this person (region, cost centre…). Null or absent: not known. */
  attributes?: Readonly<Record<string, string[]>> | null;
}

/** Whether the person's own token opens the sheet. */
export type OwnAccess = "yes" | "no" | "unknown" | "not_asked";

export interface AccessRequest {
  /** Who asks; for a share link its maker. */
  person: Person;
  /** The sheet's id, or the report's. */
  sheetId: SheetId;
  /** A sheet where absent. */
  asset?: "sheet" | "report";
  /** Every folder and workspace it lies in, at any depth. Null or absent: not known, or too old. */
  within?: readonly Container[] | null;
  /** The share link the request came by. */
  link?: LinkId | null;
  action: Action;
}

/** `weekday` and `HH:MM` of `now` in the installation's time zone. */
export interface Clock {
  weekday: Weekday;
  time: string;
}

/** What was stopped by hand. A person is stopped by `enabled: false`. */
export interface Paused {
  /** Ids of sheets and reports. */
  sheets: readonly string[];
  /** Addresses of assumed users. */
  assumed: readonly string[];
  rules: readonly RuleId[];
  connections: readonly string[];
}

export interface Facts {
  /** ISO 8601 UTC. */
  now: string;
  /** `YYYY-MM-DD` of `now` in the installation's time zone; what TODAY, PAST, LAST_N_DAYS… mean. */
  today: string;
  own: OwnAccess;
  switches: { appPaused: boolean; delegationPaused: boolean };
  /** Absent or not readable: a permit with weekly hours lapses, a forbid holds. */
  clock?: Clock | null;
  /** Absent: nothing is. */
  paused?: Paused | null;
}

/** A condition group with the viewer's facts and today's date filled in, so `project` needs nothing but the sheet. */
export interface RowFilter {
  match: "all" | "any" | "none";
  conditions: (RowTest | RowFilter)[];
}

/** Its column by id, or by folded title. */
export interface RowTest {
  columnId?: ColumnId;
  title?: string;
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
  /** Columns among these that show a mask. Absent: none. */
  masks?: ColumnMask[];
  /** The ancestors of the rows are covered as well. Absent: they are not. */
  parents?: true;
  connectionId: ConnectionId;
  assume: string;
  actions: Action[];
  /** The rule's end, or where that is sooner the end of its hours today. ISO 8601. */
  endsAt: string;
}

/** A link's own limit, laid over its maker's decision: a cell must be inside it as well, and its masks come on top. */
export interface Limit {
  columns: IdScope;
  rows: RowFilter | null;
  masks?: ColumnMask[];
}

export type DenyReason =
  | "app_paused"
  | "person_disabled"
  | "forbidden"
  | "unreadable_forbid"
  /** Delegation of this sheet, and every link to it, is stopped; people's own access is not. */
  | "sheet_paused"
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
