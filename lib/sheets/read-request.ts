import "server-only";
import type { Beside } from "@/db/queries/decisions";
import type { Actor, AuditAction, AuditEntry } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { Judged } from "@/lib/decisions/decider";
import { type DecisionRecord, decisionRecord, type UpstreamCall } from "@/lib/decisions/record";
import type { AppError } from "@/lib/errors";
import type { LinkId, SheetId, UserId } from "@/lib/policy/ids";
import type { Action, Decision, Limit } from "@/lib/policy/types";
import type { Result } from "@/lib/result";
import { ruleNumberOf } from "@/lib/rules/facts";

export interface ReadRequest {
  requestId: string;
  network?: string;
  /** Whose rights count: the viewer, a link's maker, or whom an administrator views as. */
  userId: UserId;
  /** Who is written down: the viewer, the link, or the administrator who looks as somebody. */
  actor: Actor;
  sheetId: SheetId;
  action: Action;
  /** The link the request came by. */
  link?: LinkId;
  /** A link's own limit; absent for people. */
  limit?: Limit;
  /** An administrator looks as this person: their own token is never used, nor is what it proved. */
  isViewAs?: boolean;
  /** A copy this old is good enough, in seconds; null for the usual, as the connection says. */
  freshSeconds: number | null;
  /** Rows wanted: `page` from 1. Only these are written down as served. */
  window: { page: number; pageSize: number };
}

/** What happened on the way to an answer, for the record. */
export interface ReadTrace {
  startedAtMs: number;
  judged: Judged;
  decision: Decision;
  calls: UpstreamCall[];
}

interface Outcome extends Partial<AuditEntry> {
  decision: AuditEntry["decision"];
}

/** Writes down one step of a read and, where there is one, the decision behind it, in one commit (I08). */
export function recordRead(
  parts: { audit: AuditService; nowMs: () => number; nowIso: () => string },
  request: ReadRequest,
  outcome: Outcome,
  trace: ReadTrace | null,
  projection: DecisionRecord["projection"] = null,
): Promise<Result<number, AppError>> {
  const entry = entryOf(request, outcome);
  if (trace === null) return parts.audit.record(entry);
  const at = parts.nowIso();
  const record = decisionRecord({
    id: request.requestId,
    at,
    judged: trace.judged,
    decision: trace.decision,
    asked: {
      userId: request.userId,
      sheetId: request.sheetId,
      action: request.action,
      link: request.link ?? null,
      viewedBy: request.isViewAs && request.actor.kind === "user" ? request.actor.email : null,
    },
    projection,
    calls: trace.calls,
    tookMs: parts.nowMs() - trace.startedAtMs,
  });
  const beside: Beside = {
    decision: {
      requestId: request.requestId,
      at,
      actorId: "id" in request.actor ? request.actor.id : null,
      sheetId: request.sheetId,
      outcome: outcome.decision,
      record: JSON.stringify(record),
    },
    usedRules: outcome.decision === "served" && !request.isViewAs ? usedRules(trace.decision) : [],
  };
  return parts.audit.record(entry, beside);
}

function usedRules(decision: Decision): number[] {
  return decision.because.flatMap((rule) => ruleNumberOf(rule) ?? []);
}

export function entryOf(request: ReadRequest, outcome: Outcome): AuditEntry {
  const { actor, requestId, network, sheetId } = request;
  const action: AuditAction = request.isViewAs
    ? "access:view_as"
    : actor.kind === "link"
      ? "link:view"
      : `sheet:${request.action}`;
  const target = request.isViewAs ? { target: request.userId } : {};
  return { requestId, actor, network, action, sheetId, ...target, ...outcome };
}
