import "server-only";
import { saveSheetLabel } from "@/db/queries/sheets";
import type { Judged } from "@/lib/decisions/decider";
import type { DecisionRecord } from "@/lib/decisions/record";
import { type AppError, appError } from "@/lib/errors";
import { layoutOf } from "@/lib/policy/layout";
import { narrow } from "@/lib/policy/narrow";
import { type Projection, project } from "@/lib/policy/project";
import type { VisibleSheet } from "@/lib/policy/sheet";
import type { AllowDecision, Decision, DenyReason, OwnAccess as OwnFact } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import type { UpstreamError } from "@/lib/smartsheet/port";
import { confirmPlaces, delegatedSources, type Read } from "./delegated-sources";
import { OWN_FRESH_SECONDS, type OwnProof } from "./own-access";
import {
  assumedUsersOf,
  clocked,
  delegationPaused,
  type ReadAnswer,
  type ReadSheetParts,
} from "./read-parts";
import { type ReadRequest, type ReadTrace, recordRead } from "./read-request";
import { tagOf } from "./tag";
import { fromUnknownOwn, fromUpstream } from "./upstream-errors";

/** Everything but cells: that the person may see the sheet now, and whether it is what they already hold. */
export interface Look {
  tag: string;
  decision: AllowDecision;
  /** ISO 8601 UTC. */
  fetchedAt: string;
  /** Smartsheet does not answer, so it may be older than wished. */
  stale: AppError | null;
  /** Earliest end among the deciding permits, ISO 8601; null for `own`. */
  expiresAt: string | null;
  /** How old the copy was allowed to be, in seconds: as the most eager of the rules and connections says. */
  freshSeconds: number;
  /** What a read under this tag shows, to tell later changes from; null where nothing shows. Nothing is asked for it. */
  state(): Promise<{ sheet: VisibleSheet } | null>;
}

/** Who looks: a page that is open, by itself, or a person who waits for the answer. */
export type LookedBy = "page" | "person";

export type Attempt<T> = Result<T, AppError> | "changed" | "versions_differ";

/** What denies whatever the person's own token says, so that asking it would be a call for nothing. */
const FINAL: ReadonlySet<DenyReason> = new Set([
  "app_paused",
  "person_disabled",
  "forbidden",
  "unreadable_forbid",
  "error",
]);

interface Found {
  judged: Judged;
  decision: AllowDecision;
  proof: OwnProof | { own: "not_asked" };
  read: Read;
}

/** One try at one request: decide, fetch what the decision needs, decide again; then show, or say whether it changed. */
export class Reading {
  private readonly parts: ReadSheetParts;
  private readonly request: ReadRequest;
  private readonly by: LookedBy | null;
  private readonly calls: ReadTrace["calls"] = [];
  private readonly startedAtMs: number;

  /** `by`, for a look: nothing goes out, so nothing is written down but what is asked of Smartsheet. */
  constructor(parts: ReadSheetParts, request: ReadRequest, by: LookedBy | null) {
    this.parts = parts;
    this.request = request;
    this.by = by;
    this.startedAtMs = parts.monotonicMs();
  }

  async show(): Promise<Attempt<ReadAnswer>> {
    const found = await this.find();
    if (typeof found === "string" || !found.ok) return found;
    const { judged, decision, proof, read } = found.value;
    const projection = project(decision, read.sources);
    if (projection.kind === "versions_differ") return "versions_differ";
    if (projection.kind === "nothing") {
      const { reason, because } = projection;
      return this.refuse(judged, { effect: "deny", reason, because }, proof);
    }
    return this.serve(judged, decision, projection, read);
  }

  async look(): Promise<Attempt<Look>> {
    const found = await this.find();
    if (typeof found === "string" || !found.ok) return found;
    const { decision, read } = found.value;
    return ok({
      decision,
      tag: tagOf(this.request, decision, read.sources),
      fetchedAt: read.sources.map(({ sheet }) => sheet.fetchedAt).sort()[0] ?? "",
      stale: this.tellsOf(read.stale) ? fromUpstream(read.stale) : null,
      expiresAt: decision.via === "delegated" ? decision.expiresAt : null,
      freshSeconds: read.freshSeconds ?? OWN_FRESH_SECONDS,
      async state() {
        const projection = project(decision, read.sources);
        return projection.kind === "visible" ? { sheet: projection.sheet } : null;
      },
    });
  }

  /** That our own budget for open pages ran out is no fault: the age that stands on the page says all there is to say. */
  private tellsOf(stale: UpstreamError | null): stale is UpstreamError {
    return stale !== null && !(this.by === "page" && stale.isQueued);
  }

  private async find(): Promise<Attempt<Found>> {
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

    const read = await this.fetch(judged, decision, proof);
    if (!read.ok) return read;

    // I04: rights are judged again after the wait; the copies stay, the answer does not.
    const again = await this.judge(proof.own);
    const confirmed = await this.confirm(again);
    if (JSON.stringify(confirmed) !== JSON.stringify(decision)) return "changed";
    return ok({ judged: again, decision, proof, read: read.value });
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
    const { userId, sheetId, freshSeconds, isViewAs } = this.request;
    if (isViewAs) return { own: "not_asked" };
    const startedAt = this.parts.monotonicMs();
    const proof = await this.parts.ownAccess.prove(userId, sheetId, freshSeconds);
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
  ): Promise<Result<Read, AppError>> {
    const look = this.by;
    if (decision.via === "own") {
      if (proof.own !== "yes") throw new Error("Own access was decided without a proof.");
      const allowed = { decision: "allowed", via: "own", rules: decision.because } as const;
      const recorded = look ? null : await this.record(judged, decision, allowed);
      if (recorded && !recorded.ok) return recorded;
      const source = { connectionId: null, assume: null, sheet: proof.sheet, allColumnIds: null };
      return ok({ sources: [source], stale: null, freshSeconds: this.request.freshSeconds });
    }
    const { sheetId, freshSeconds } = this.request;
    const asking = { sheetId, context: this.context(), calls: this.calls, nowMs: this.parts.monotonicMs };
    const { book } = judged;
    const read = await delegatedSources(this.parts, decision, { ...asking, book, freshSeconds, look });
    if (read.ok) return read;
    const { told, reason } = read.error;
    const outcome = { decision: "failed", via: "delegated", rules: decision.because, reason } as const;
    await this.record(judged, decision, outcome);
    return fail(told);
  }

  private async serve(
    judged: Judged,
    decision: AllowDecision,
    { sheet }: Extract<Projection, { kind: "visible" }>,
    { sources, stale }: Read,
  ): Promise<Result<ReadAnswer, AppError>> {
    const { page, pageSize } = this.request.window;
    const layout = layoutOf(sheet);
    const from = Math.min((page - 1) * pageSize, layout.count);
    const count = Math.min(pageSize, layout.count - from);
    const columnIds = sheet.columns.map(({ id }) => id);
    const outcome = {
      decision: "served",
      via: decision.via,
      rules: decision.because,
      assumedUser: assumedUsersOf(decision).join(", ") || undefined,
      columnIds,
      rows: count,
    } as const;
    const maskedIds = sheet.columns.filter(({ masked }) => masked).map(({ id }) => id);
    const shown = { columnIds, maskedIds, rows: count, totalRows: layout.count };
    const recorded = await this.record(judged, decision, outcome, shown);
    if (!recorded.ok) return recorded;
    const label = { sheetId: sheet.id, name: sheet.name, modifiedAt: sheet.modifiedAt ?? null };
    await saveSheetLabel(label, this.parts.clock.now().toISOString());
    return ok({
      decision,
      sheet,
      totalRowCount: layout.count,
      window: { from, count },
      tag: tagOf(this.request, decision, sources),
      stale: stale && fromUpstream(stale),
    });
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
