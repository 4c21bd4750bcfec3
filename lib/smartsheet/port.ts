import type { ColumnId, GroupId, SheetId, UserId } from "@/lib/policy/ids";
import type { SourceColumn, SourceSheet } from "@/lib/policy/sheet";
import type { Result } from "@/lib/result";
import type { Secret } from "@/lib/secret";
import type { Gate } from "./gate";

/**
 * Whose right a call uses. `own`: the person's OAuth token. `admin`: a connection's token, on behalf of `assume`
 * when that is set. The adapter lets `admin` calls only GET, and only paths on its allow-list (I09). `gate`: every try
 * of the call goes through it; a person's own calls have none (I10).
 */
export type Authority =
  | { lane: "own"; token: Secret }
  | { lane: "admin"; token: Secret; assume: string | null; gate?: Gate };

export interface Profile {
  id: UserId;
  email: string;
  firstName: string;
  lastName: string;
  /** First and last name, or the address where there is none. */
  name: string;
  /** True for a System Admin. */
  admin: boolean;
  /** Null when the answer did not carry them. */
  groups: { id: GroupId; name: string }[] | null;
  account: { id: string; name: string } | null;
}

export interface PlanUser {
  id: UserId;
  email: string;
  name: string;
  /** Undefined where the caller is no System Admin and Smartsheet leaves it out. */
  admin?: boolean;
  status?: "ACTIVE" | "PENDING" | "DECLINED" | "DEACTIVATED" | string;
}

export interface SheetSummary {
  id: SheetId;
  name: string;
  accessLevel: string;
  /** ISO 8601 UTC. */
  modifiedAt: string | null;
}

export interface GroupSummary {
  id: GroupId;
  name: string;
}

export interface GroupMember {
  id: UserId;
  email: string;
  name: string;
}

export interface PlaceSummary {
  id: string;
  name: string;
}

/** One thing in a folder or workspace; sights and templates are left out. */
export interface Child extends PlaceSummary {
  kind: "sheet" | "report" | "folder";
}

/** A folder or workspace. */
export interface Place {
  type: "folder" | "workspace";
  id: string;
}

export interface PathTo {
  /** The places it lies in, from the outermost down; a folder's path ends in the folder itself. */
  places: Place[];
  /** What it is called. */
  name: string;
}

export interface ReadOptions {
  /** Ask for these columns only. Absent: all. */
  columnIds?: ColumnId[];
  signal?: AbortSignal;
}

/** `message` is ours: plain, without tokens, bodies or what the upstream wrote. `errorCode` and `refId` are Smartsheet's. */
export interface UpstreamError {
  code:
    | "token_expired" // 1003: refresh once and try again (own lane only)
    | "token_invalid" // 1001, 1002, 1005, 1132, any other 401
    | "cannot_assume" // 1030, 1188 on an assumed call
    | "not_found" // 404 and 403 alike: never tell which (I06)
    | "rate_limited" // 429, 4003
    | "unavailable" // 5xx, reset, DNS, redirect, 4000-4004
    | "timeout" // no headers in 10 s, whole answer over 30 s
    | "bad_answer" // cut JSON, HTML, empty, wrong shape, foreign encoding
    | "too_large" // over 64 MB packed or 256 MB unpacked
    | "aborted"; // the caller gave up
  message: string;
  status?: number;
  errorCode?: number;
  refId?: string;
  retryAfterSeconds?: number;
  /** Our own line was too long: Smartsheet was not asked. */
  isQueued?: boolean;
}

export type Upstream<T> = Promise<Result<T, UpstreamError>>;

/** Smartsheet in our words. One adapter speaks HTTP (real service or sandbox), one lives in memory for unit tests. */
export interface Smartsheet {
  /** `GET /users/me?include=groups`: whoever the authority acts as. */
  getProfile(authority: Authority, signal?: AbortSignal): Upstream<Profile>;
  /** `GET /sheets`, all pages, by name. */
  listSheets(authority: Authority, signal?: AbortSignal): Upstream<SheetSummary[]>;
  /** `GET /sheets/{id}`: the whole sheet, typed values and formats included. Never half a sheet. */
  getSheet(authority: Authority, sheetId: SheetId, options?: ReadOptions): Upstream<SourceSheet>;
  /** `GET /sheets/{id}/version`. */
  getSheetVersion(authority: Authority, sheetId: SheetId, signal?: AbortSignal): Upstream<number>;
  /** `GET /sheets/{id}/columns`, all pages. */
  listColumns(authority: Authority, sheetId: SheetId, signal?: AbortSignal): Upstream<SourceColumn[]>;
  /** `GET /users`, all pages; with `email` only that address. */
  listUsers(authority: Authority, options?: { email?: string; signal?: AbortSignal }): Upstream<PlanUser[]>;
  /** `GET /groups`, all pages, by name. */
  listGroups(authority: Authority, signal?: AbortSignal): Upstream<GroupSummary[]>;
  /** `GET /groups/{id}`: who is in it. */
  listGroupMembers(authority: Authority, groupId: GroupId, signal?: AbortSignal): Upstream<GroupMember[]>;
  /** `GET /workspaces`, all pages, by name. */
  listWorkspaces(authority: Authority, signal?: AbortSignal): Upstream<PlaceSummary[]>;
  /** `GET /workspaces/{id}/children` or `/folders/{id}/children`, all pages: one level. */
  listChildren(authority: Authority, place: Place, signal?: AbortSignal): Upstream<Child[]>;
  /** `GET /sheets/{id}/path` and the like: where it lies, as the caller sees it. */
  getPath(authority: Authority, kind: Child["kind"], id: string, signal?: AbortSignal): Upstream<PathTo>;
}
