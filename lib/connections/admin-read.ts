import type { Actor } from "@/lib/audit/event";
import type { ColumnId, ConnectionId, SheetId } from "@/lib/policy/ids";
import type { Decision } from "@/lib/policy/types";
import type { Child, Place } from "@/lib/smartsheet/port";

export type DelegatedDecision = Extract<Decision, { via: "delegated" }>;

/** Whose request it is, for the record. */
export interface ReadContext {
  requestId: string;
  actor: Actor;
  network?: string;
  signal?: AbortSignal;
  /** An administrator looks as this person: their user id. */
  viewAs?: string;
}

/**
 * What the admin token may be used for: a decision, each kind with what was decided. `delegated-reader` takes one of
 * these and nothing else (I07), and writes it down before it asks (I08).
 */
export type AdminRead =
  /** A viewer's read under a stored rule. The group must be one of the decision's own. */
  | {
      purpose: "read";
      decision: DelegatedDecision;
      sheetId: SheetId;
      connectionId: ConnectionId;
      assume: string;
      columnIds: ColumnId[] | null;
      /** Whether it changed: for a page that is open, or for somebody who waits for the answer. */
      look?: "page" | "person";
    }
  /** An administrator's preview of a rule on real data. */
  | { purpose: "preview"; connectionId: ConnectionId; assume: string; sheetId: SheetId }
  /** An administrator's pickers. People: as the admin; sheets and columns: as the person the rule would assume. */
  | { purpose: "pick_people"; connectionId: ConnectionId }
  | { purpose: "pick_sheets"; connectionId: ConnectionId; assume: string }
  | { purpose: "pick_columns"; connectionId: ConnectionId; assume: string; sheetId: SheetId }
  /** What lies below a folder or workspace that a stored rule (or one being written) names, as its assumed user sees it. */
  | {
      purpose: "scan";
      connectionId: ConnectionId;
      assume: string;
      place: Place;
      /** Somebody's reading waits for it, and no administrator: it gets none of their kept share of calls. */
      isForReader?: true;
    }
  /** Where a sheet lies that a rule over a folder or workspace opens, as its assumed user sees it. */
  | {
      purpose: "path";
      connectionId: ConnectionId;
      assume: string;
      asset: Child["kind"];
      sheetId: SheetId;
    }
  /** The plan's groups with their members, as the admin. */
  | { purpose: "groups"; connectionId: ConnectionId }
  /** Workspaces and what lies in them, for the rule form. */
  | { purpose: "pick_places"; connectionId: ConnectionId; assume: string }
  /** Whether the token works and can assume others; `assume` is one of the plan's people the check itself picked. */
  | { purpose: "check"; connectionId: ConnectionId; assume: string | null };

export type SheetRead = Extract<AdminRead, { purpose: "read" | "preview" }>;
