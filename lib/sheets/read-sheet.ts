import "server-only";
import { saveSheetLabel } from "@/db/queries/sheets";
import type { AuditService } from "@/lib/audit/service";
import type { Clock } from "@/lib/clock";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import type { Decider, Judged } from "@/lib/decisions/decider";
import type { DecisionRecord } from "@/lib/decisions/record";
import { type AppError, appError } from "@/lib/errors";
import { DELEGATION_PAUSED } from "@/lib/pauses/paused-message";
import { narrow } from "@/lib/policy/narrow";
import { type Projection, project, type Source } from "@/lib/policy/project";
import type { VisibleSheet } from "@/lib/policy/sheet";
import type { AllowDecision, Decision, DenyReason, OwnAccess as OwnFact } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import type { TreeService } from "@/lib/tree/service";
import { confirmPlaces, delegatedSources } from "./delegated-sources";
import type { OwnAccess, OwnProof } from "./own-access";
import { type ReadRequest, type ReadTrace, recordRead } from "./read-request";
import { fromUnknownOwn } from "./upstream-errors";

export type { ReadRequest } from "./read-request";

export interface ReadAnswer {
  decision: AllowDecision;
  sheet: VisibleSheet;
  /** All visible rows; `window` of them is in `rows`. */
  totalRowCount: number;
  rows: VisibleSheet["rows"];
}

export type ReadSheet = (request: ReadRequest) => Promise<Result<ReadAnswer, AppError>>;

export interface ReadSheetParts {
  audit: AuditService;
  clock: Clock;
  decider: Decider;
  tree: TreeService;
  ownAccess: OwnAccess;
  reader: DelegatedReader;
  monotonicMs: () => number;
}

type Attempt = Result<ReadAnswer, AppError> | "changed" | "versions_differ";

/** An answer whose rules changed while it was fetched is thrown away and fetched anew, at most so often. */
const ROUNDS = 3;

/**
 * The one way to a sheet's cells (I02): decide, fetch what the decision needs, decide again, project, write down,
 * answer. Pages, routes, actions and links all come through here.
 * Errors: `not_found` for absent and forbidden alike (I06), `upstream_*`, `sheet_changing`, `delegation_off`,
 * `audit_unavailable`.
 */
export function createReadSheet(parts: ReadSheetParts): ReadSheet {
  return async (request) => {
    let wantsFresh = false;
    for (let round = 0; round < ROUNDS; round++) {
      const maxAgeSeconds: number = wantsFresh ? 0 : request.maxAgeSeconds;
      const attempt: Attempt = await new Reading(parts, { ...request, maxAgeSeconds }).run();
      if (attempt !== "changed" && attempt !== "versions_differ") return attempt;
      wantsFresh = attempt === "versions_differ";
    }
    await recordRead(clocked(parts), request, { decision: "failed", reason: "sheet_changing" }, null);
    return fail(appError("sheet_changing"));
  };
}

function clocked({ audit, clock, monotonicMs }: ReadSheetParts) {
  return { audit, nowMs: monotonicMs, nowIso: () => clock.now().toISOString() };
}

/** What denies whatever the person's own token says, so that asking it would be a call for nothing. */
const FINAL: ReadonlySet<DenyReason> = new Set([
  "app_paused",
  "person_disabled",
  "forbidden",
  "unreadable_forbid",
  "error",
]);

/** One try at one request. */
class Reading {
  private readonly parts: ReadSheetParts;
  private readonly request: ReadRequest;
  private readonly calls: ReadTrace["calls"] = [];
  private readonly startedAtMs: number;

  constructor(parts: ReadSheetParts, request: ReadRequest) {
    this.parts = parts;
    this.request = request;
    this.startedAtMs = parts.monotonicMs();
  }

  async run(): Promise<Attempt> {
    const first = await this.judge("not_asked");
    const { decision: early } = first;
    const isPausedLink =
      this.request.link !== undefined && "reason" in early && early.reason === "sheet_paused";
    if (early.effect === "deny" && (isPausedLink || FINAL.has(early.reason)))
      return this.refuse(first, early, null);

    const proof = await this.proveOwn();
    const judged = await this.judge(proof.own);
    const decision = await this.confirm(judged);
    if (decision.effect === "deny") return this.refuse(judged, decision, proof);

    const sources = await this.fetch(judged, decision, proof);
    if (!sources.ok) return sources;

    // I04: rights are judged again after the wait; the copies stay, the answer does not.
    const again = await this.judge(proof.own);
    const confirmed = await this.confirm(again);
    if (JSON.stringify(confirmed) !== JSON.stringify(decision)) return "changed";

    const projection = project(decision, sources.value);
    if (projection.kind === "versions_differ") return "versions_differ";
    if (projection.kind === "nothing") {
      const { reason, because } = projection;
      return this.refuse(again, { effect: "deny", reason, because }, proof);
    }
    return this.serve(again, decision, projection);
  }

  private async judge(own: OwnFact): Promise<Judged> {
    const { userId, sheetId, action, link, limit } = this.request;
    const question = { userId, sheetId, action, own, link: link ?? null };
    const judged = await this.parts.decider.judge(question, this.context());
    return limit ? { ...judged, decision: narrow(judged.decision, limit) } : judged;
  }

  private confirm({ decision, book }: Judged): Promise<Decision> {
    const { monotonicMs, tree } = this.parts;
    const asking = {
      sheetId: this.request.sheetId,
      context: this.context(),
      calls: this.calls,
      nowMs: monotonicMs,
    };
    return confirmPlaces(tree, decision, book.rules, asking);
  }

  private context() {
    const { requestId, actor, network, isViewAs, userId } = this.request;
    return { requestId, actor, network, ...(isViewAs ? { viewAs: userId as string } : {}) };
  }

  private async proveOwn(): Promise<OwnProof | { own: "not_asked" }> {
    const { userId, sheetId, maxAgeSeconds, isViewAs } = this.request;
    if (isViewAs) return { own: "not_asked" };
    const startedAt = this.parts.monotonicMs();
    const proof = await this.parts.ownAccess.prove(userId, sheetId, maxAgeSeconds);
    const outcome = proof.own === "yes" ? "ok" : proof.own === "no" ? "not_found" : proof.why;
    const ms = Math.round(this.parts.monotonicMs() - startedAt);
    const nobody = { connectionId: null, assume: null, columns: null };
    this.calls.push({ lane: "own", what: "sheet", ...nobody, outcome, ms });
    return proof;
  }

  private async fetch(
    judged: Judged,
    decision: AllowDecision,
    proof: OwnProof | { own: "not_asked" },
  ): Promise<Result<Source[], AppError>> {
    if (decision.via === "own") {
      if (proof.own !== "yes") throw new Error("Own access was decided without a proof.");
      const recorded = await this.record(judged, decision, {
        decision: "allowed",
        via: "own",
        rules: decision.because,
      });
      if (!recorded.ok) return recorded;
      return ok([{ connectionId: null, assume: null, sheet: proof.sheet, allColumnIds: null }]);
    }
    const { sheetId, maxAgeSeconds } = this.request;
    const asking = { sheetId, context: this.context(), calls: this.calls, nowMs: this.parts.monotonicMs };
    const sources = await delegatedSources(this.parts, decision, { ...asking, maxAgeSeconds });
    if (sources.ok) return sources;
    const { told, reason } = sources.error;
    const outcome = { decision: "failed", via: "delegated", rules: decision.because, reason } as const;
    await this.record(judged, decision, outcome);
    return fail(told);
  }

  private async serve(
    judged: Judged,
    decision: AllowDecision,
    { sheet }: Extract<Projection, { kind: "visible" }>,
  ): Promise<Result<ReadAnswer, AppError>> {
    const { page, pageSize } = this.request.window;
    const from = (page - 1) * pageSize;
    const rows = sheet.rows.slice(from, from + pageSize);
    const columnIds = sheet.columns.map(({ id }) => id);
    const outcome = {
      decision: "served",
      via: decision.via,
      rules: decision.because,
      assumedUser: assumedUsersOf(decision).join(", ") || undefined,
      columnIds,
      rows: rows.length,
    } as const;
    const maskedIds = sheet.columns.filter(({ masked }) => masked).map(({ id }) => id);
    const shown = { columnIds, maskedIds, rows: rows.length, totalRows: sheet.rows.length };
    const recorded = await this.record(judged, decision, outcome, shown);
    if (!recorded.ok) return recorded;
    const label = { sheetId: sheet.id, name: sheet.name, modifiedAt: sheet.modifiedAt ?? null };
    await saveSheetLabel(label, this.parts.clock.now().toISOString());
    return ok({ decision, sheet, totalRowCount: sheet.rows.length, rows });
  }

  private async refuse(
    judged: Judged,
    decision: Extract<Decision, { effect: "deny" }>,
    proof: OwnProof | { own: "not_asked" } | null,
  ): Promise<Result<never, AppError>> {
    const { reason, because } = decision;
    const recorded = await this.record(judged, decision, { decision: "denied", reason, rules: because });
    if (!recorded.ok) return recorded;
    const { userId, sheetId } = this.request;
    if (reason === "own_unknown" && proof?.own === "unknown")
      return fail(fromUnknownOwn(proof, this.parts.ownAccess.isKnownToOwn(userId, sheetId)));
    // All delegation is paused: whoever has no access of their own is told so, of whatever sheet they ask (I06).
    if (reason === "no_permit" && judged.facts.switches.delegationPaused) return fail(delegationPaused());
    return fail(appError("not_found"));
  }

  private record(
    judged: Judged,
    decision: Decision,
    outcome: Parameters<typeof recordRead>[2],
    projection: DecisionRecord["projection"] = null,
  ) {
    const trace = { startedAtMs: this.startedAtMs, judged, decision, calls: this.calls };
    return recordRead(clocked(this.parts), this.request, outcome, trace, projection);
  }
}

export function delegationPaused(): AppError {
  return appError("delegation_off", { message: DELEGATION_PAUSED });
}

/** The addresses a delegated decision reads as, each once. */
export function assumedUsersOf(decision: AllowDecision): string[] {
  if (decision.via === "own") return [];
  return [...new Set(decision.grants.map((grant) => grant.assume))].sort();
}
