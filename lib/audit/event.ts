import type { Action } from "@/lib/policy/types";

/** Who did it: a person, the bearer of a share link, nobody signed in, or this program. */
export type Actor =
  | { kind: "user"; id: string; email: string }
  | { kind: "link"; id: string }
  | { kind: "anonymous" }
  | { kind: "system" };

export type AuditAction =
  | `sheet:${Action}`
  /** Whether it changed, for a page that is open. */
  | "sheet:refresh"
  | "sheets:list"
  | "link:view"
  | "link:unlock"
  | "link:create"
  | "link:revoke"
  | "rule:create"
  | "rule:change"
  | "rule:end"
  | "rule:preview"
  | "picker:people"
  | "picker:sheets"
  | "picker:columns"
  | "picker:places"
  | "rule:import"
  | "rule:health"
  | "tree:read"
  | "groups:read"
  | "group:save"
  | "group:remove"
  | "attributes:save"
  | "column:mark"
  | "pause:set"
  | "pause:lift"
  | "access:explain"
  | "access:who"
  | "access:view_as"
  | "connection:create"
  | "connection:check"
  | "connection:replace"
  | "connection:settings"
  | "connection:remove"
  | "session:sign_in"
  | "session:sign_out"
  | "session:end"
  | "account:tokens_refreshed"
  | "account:tokens_lost"
  | "account:disconnect"
  | "admin:refused"
  | "request:refused";

/**
 * One event to record. `allowed` is written before a delegated read asks upstream, `served` before its answer leaves,
 * `denied` for a refusal, `done` for a change, `failed` for one that was allowed and did not come about.
 * Never cell values, never tokens, no text a person typed beyond a reason.
 */
export interface AuditEntry {
  requestId: string;
  actor: Actor;
  action: AuditAction;
  decision: "allowed" | "served" | "denied" | "done" | "failed";
  sheetId?: string;
  via?: "own" | "delegated" | "link";
  /** Addresses of the assumed users, comma separated where one read needs several. */
  assumedUser?: string;
  rules?: string[];
  reason?: string;
  /** Ids of the columns that were let through. */
  columnIds?: string[];
  /** How many rows were let through. */
  rows?: number;
  network?: string;
  /** What an admin's change was about, such as `R-17` or `C-1`. */
  target?: string;
  version?: number;
}

/** An event as the audit page and `GET /admin/audit` show it. */
export interface AuditEvent {
  seq: number;
  at: string;
  requestId: string;
  /** An address, `link L…`, `anonymous` or `system`. */
  actor: string;
  actorKind: Actor["kind"];
  actorId: string | null;
  action: string;
  sheetId: string | null;
  via: string | null;
  assumedUser: string | null;
  rules: string[];
  decision: string;
  reason: string | null;
  /** How many columns; `columnIds` names them. */
  columns: number | null;
  columnIds: string[] | null;
  rows: number | null;
  target: string | null;
  /** Where it came from: an IPv4 address or an IPv6 /64. */
  network: string | null;
}
