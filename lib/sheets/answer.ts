import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { Action } from "@/lib/policy/types";

/** How a sheet was reached, as a person reads it. */
export interface SheetAccess {
  via: "own" | "delegated";
  /** Addresses; empty for `own`. */
  assumedUsers: string[];
  rules: string[];
  /** Earliest end among the deciding permits, ISO 8601; null for `own`. */
  expiresAt: string | null;
  actions: Action[];
}

/** `GET /api/v1/sheets/{id}`, one page of rows (CONTRACT §3). */
export interface SheetAnswer {
  sheet: {
    id: string;
    name: string;
    version: number;
    /** When it was last known to be what Smartsheet has; ISO 8601 UTC. */
    fetchedAt: string;
    totalRowCount: number;
    /** Names what is shown; the same tag means the same cells. */
    tag: string;
    /** Smartsheet does not answer, so it is older than wished. */
    stale?: { code: string; message: string };
  };
  access: SheetAccess;
  columns: VisibleColumn[];
  rows: VisibleRow[];
}

/** What a share link shows: the same without whose right it uses. */
export interface LinkAnswer {
  sheet: SheetAnswer["sheet"];
  access: { via: "link"; title: string | null; expiresAt: string; actions: Action[] };
  columns: VisibleColumn[];
  rows: VisibleRow[];
}

/** One line of `GET /api/v1/sheets`. */
export interface SheetListEntry {
  id: string;
  name: string;
  via: "own" | "delegated";
  rules: string[];
  assumedUser?: string;
  expiresAt: string | null;
  modifiedAt: string | null;
}

/** The same line as the page shows it. */
export interface SheetListLine extends SheetListEntry {
  /** Whose access is used: names where known, else addresses. */
  assumedNames: string[];
}

export interface RecentSheet {
  sheetId: string;
  openedAt: string;
}
