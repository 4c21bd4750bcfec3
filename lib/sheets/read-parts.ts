import "server-only";
import type { AuditService } from "@/lib/audit/service";
import type { Clock } from "@/lib/clock";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import type { Decider } from "@/lib/decisions/decider";
import { type AppError, appError } from "@/lib/errors";
import { DELEGATION_PAUSED } from "@/lib/pauses/paused-message";
import { layoutOf } from "@/lib/policy/layout";
import type { VisibleRow, VisibleSheet } from "@/lib/policy/sheet";
import type { AllowDecision } from "@/lib/policy/types";
import type { TreeService } from "@/lib/tree/service";
import type { OwnAccess } from "./own-access";

export interface ReadSheetParts {
  audit: AuditService;
  clock: Clock;
  decider: Decider;
  tree: TreeService;
  ownAccess: OwnAccess;
  reader: DelegatedReader;
  monotonicMs: () => number;
}

export interface ReadAnswer {
  decision: AllowDecision;
  sheet: VisibleSheet;
  /** All visible rows; those of `window` were asked for. */
  totalRowCount: number;
  /** By place among the visible rows. */
  window: { from: number; count: number };
  /** Names what is shown: the sheet's version, what of it, by which decision. Equal tags, equal content. */
  tag: string;
  /** Smartsheet does not answer, so it may be older than wished; null where it is not. */
  stale: AppError | null;
}

/** The rows that were asked for. */
export function rowsIn({ sheet, window }: ReadAnswer): VisibleRow[] {
  const layout = layoutOf(sheet);
  return Array.from({ length: window.count }, (_, at) => layout.rowAt(window.from + at));
}

export function clocked({ audit, clock, monotonicMs }: ReadSheetParts) {
  return { audit, nowMs: monotonicMs, nowIso: () => clock.now().toISOString() };
}

export function delegationPaused(): AppError {
  return appError("delegation_off", { message: DELEGATION_PAUSED });
}

/** The addresses a delegated decision reads as, each once. */
export function assumedUsersOf(decision: AllowDecision): string[] {
  if (decision.via === "own") return [];
  return [...new Set(decision.grants.map((grant) => grant.assume))].sort();
}
