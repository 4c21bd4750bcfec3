import "server-only";
import { saveRuleHealth } from "@/db/queries/rules";
import { saveSheetLabel } from "@/db/queries/sheets";
import type { Actor, AuditAction, AuditEntry } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import { findPerson } from "@/lib/auth/person";
import { type Clock, dayIn } from "@/lib/clock";
import type { DelegatedError, DelegatedReader } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import { groupsOf, neededColumns } from "@/lib/policy/columns";
import { decide } from "@/lib/policy/decide";
import type { SheetId, UserId } from "@/lib/policy/ids";
import { narrow } from "@/lib/policy/narrow";
import { type Projection, project, type Source } from "@/lib/policy/project";
import type { VisibleSheet } from "@/lib/policy/sheet";
import type { Action, AllowDecision, Decision, Limit, OwnAccess as OwnFact } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import { ruleNumberOf } from "@/lib/rules/facts";
import { loadPolicyRules } from "@/lib/rules/policy-rules";
import type { OwnAccess, OwnProof } from "./own-access";
import { fromDelegated, fromUnknownOwn } from "./upstream-errors";

export interface ReadRequest {
  requestId: string;
  network?: string;
  /** Whose rights count: the viewer, or a link's maker. */
  userId: UserId;
  /** Who is written down: the viewer, or the link. */
  actor: Actor;
  sheetId: SheetId;
  action: Action;
  /** A link's own limit; absent for people. */
  limit?: Limit;
  /** A copy this old is good enough, in seconds. */
  maxAgeSeconds: number;
  /** Rows wanted: `page` from 1. Only these are written down as served. */
  window: { page: number; pageSize: number };
}

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
  timeZone: string;
  ownAccess: OwnAccess;
  reader: DelegatedReader;
}

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
      const maxAgeSeconds = wantsFresh ? 0 : request.maxAgeSeconds;
      const attempt = await readOnce(parts, { ...request, maxAgeSeconds });
      if (attempt !== "changed" && attempt !== "versions_differ") return attempt;
      wantsFresh = attempt === "versions_differ";
    }
    await recordOutcome(parts.audit, request, "failed", { reason: "sheet_changing" });
    return fail(appError("sheet_changing"));
  };
}

async function readOnce(
  parts: ReadSheetParts,
  request: ReadRequest,
): Promise<Result<ReadAnswer, AppError> | "changed" | "versions_differ"> {
  const first = await decideNow(parts, request, "not_asked");
  // What denies whatever the person's own token says must not cost a call.
  if (first.effect === "deny" && first.reason !== "no_permit") return refuse(parts, request, first, null);

  const proof = await parts.ownAccess.prove(request.userId, request.sheetId, request.maxAgeSeconds);
  const decision = await decideNow(parts, request, proof.own);
  if (decision.effect === "deny") return refuse(parts, request, decision, proof);

  const sources =
    decision.via === "own"
      ? await ownSource(parts, request, decision, proof)
      : await delegatedSources(parts, request, decision);
  if (!sources.ok) return sources;

  // I04: rights are judged again after the wait; the copies stay, the answer does not.
  const again = await decideNow(parts, request, proof.own);
  if (JSON.stringify(again) !== JSON.stringify(decision)) return "changed";

  const projection = project(decision, sources.value);
  if (projection.kind === "versions_differ") return "versions_differ";
  if (projection.kind === "nothing")
    return refuse(
      parts,
      request,
      { effect: "deny", reason: projection.reason, because: projection.because },
      proof,
    );
  return serve(parts, request, decision, projection);
}

async function decideNow(parts: ReadSheetParts, request: ReadRequest, own: OwnFact): Promise<Decision> {
  const now = parts.clock.now();
  const person = await findPerson(request.userId, now);
  if (!person) return { effect: "deny", reason: "person_disabled", because: [] };
  const rules = await loadPolicyRules(request.sheetId);
  const facts = {
    now: now.toISOString(),
    today: dayIn(parts.timeZone, now),
    own,
    switches: { appPaused: false, delegationPaused: false },
  };
  const decision = decide({ person, sheetId: request.sheetId, action: request.action }, rules, facts);
  return request.limit ? narrow(decision, request.limit) : decision;
}

async function ownSource(
  parts: ReadSheetParts,
  request: ReadRequest,
  decision: AllowDecision,
  proof: OwnProof,
): Promise<Result<Source[], AppError>> {
  if (proof.own !== "yes") throw new Error("Own access was decided without a proof.");
  const recorded = await parts.audit.record(
    entryOf(request, { decision: "allowed", via: "own", rules: decision.because }),
  );
  if (!recorded.ok) return recorded;
  return ok([{ connectionId: null, assume: null, sheet: proof.sheet, allColumnIds: null }]);
}

/** One read for each (connection, assumed user); a group that fails adds nothing, and only if all fail does the read. */
async function delegatedSources(
  parts: ReadSheetParts,
  request: ReadRequest,
  decision: Extract<AllowDecision, { via: "delegated" }>,
): Promise<Result<Source[], AppError>> {
  const context = { requestId: request.requestId, actor: request.actor, network: request.network };
  const answers = await Promise.all(
    groupsOf(decision).map(async (group) => {
      const columnIds = neededColumns(decision, group);
      if (columnIds !== null && columnIds.length === 0) return null;
      const read = { purpose: "read", decision, sheetId: request.sheetId, ...group, columnIds } as const;
      return { group, answer: await parts.reader.readSheet(read, context, request.maxAgeSeconds) };
    }),
  );
  const sources: Source[] = [];
  const errors: DelegatedError[] = [];
  for (const asked of answers) {
    if (asked === null) continue;
    const { group, answer } = asked;
    if (answer.ok) sources.push({ ...group, ...answer.value });
    else errors.push(answer.error);
    await noteHealth(parts, decision, group, answer.ok ? null : answer.error);
  }
  const [error] = errors;
  if (sources.length > 0 || error === undefined) return ok(sources);
  const told = fromDelegated(error);
  await recordOutcome(parts.audit, request, "failed", {
    via: "delegated",
    rules: decision.because,
    reason: error.kind === "upstream" ? error.error.code : told.code,
  });
  return fail(told);
}

/** Lasting troubles only: a timeout says nothing about a rule. */
const LASTING = new Set(["not_found", "cannot_assume", "token_invalid", "token_expired"]);

async function noteHealth(
  parts: ReadSheetParts,
  decision: Extract<AllowDecision, { via: "delegated" }>,
  group: { connectionId: string; assume: string },
  error: DelegatedError | null,
): Promise<void> {
  const problem = error?.kind === "upstream" ? error.error.code : null;
  if (error !== null && (problem === null || !LASTING.has(problem))) return;
  for (const grant of decision.grants) {
    const number = ruleNumberOf(grant.rule);
    if (number === null || grant.connectionId !== group.connectionId || grant.assume !== group.assume)
      continue;
    await saveRuleHealth(number, problem, parts.clock.now().toISOString());
  }
}

async function serve(
  parts: ReadSheetParts,
  request: ReadRequest,
  decision: AllowDecision,
  projection: Extract<Projection, { kind: "visible" }>,
): Promise<Result<ReadAnswer, AppError>> {
  const { sheet } = projection;
  const from = (request.window.page - 1) * request.window.pageSize;
  const rows = sheet.rows.slice(from, from + request.window.pageSize);
  const recorded = await recordOutcome(parts.audit, request, "served", {
    via: decision.via,
    rules: decision.because,
    assumedUser: assumedUsersOf(decision).join(", ") || undefined,
    columnIds: sheet.columns.map(({ id }) => id),
    rows: rows.length,
  });
  if (!recorded.ok) return recorded;
  const label = { sheetId: sheet.id, name: sheet.name, modifiedAt: sheet.modifiedAt ?? null };
  await saveSheetLabel(label, parts.clock.now().toISOString());
  return ok({ decision, sheet, totalRowCount: sheet.rows.length, rows });
}

async function refuse(
  parts: ReadSheetParts,
  request: ReadRequest,
  decision: Extract<Decision, { effect: "deny" }>,
  proof: OwnProof | null,
): Promise<Result<never, AppError>> {
  const recorded = await recordOutcome(parts.audit, request, "denied", {
    reason: decision.reason,
    rules: decision.because,
  });
  if (!recorded.ok) return recorded;
  if (decision.reason === "own_unknown" && proof?.own === "unknown")
    return fail(fromUnknownOwn(proof, parts.ownAccess.isKnownToOwn(request.userId, request.sheetId)));
  return fail(appError("not_found"));
}

function recordOutcome(
  audit: AuditService,
  request: ReadRequest,
  decision: AuditEntry["decision"],
  extra: Partial<AuditEntry>,
): Promise<Result<number, AppError>> {
  return audit.record(entryOf(request, { decision, ...extra }));
}

function entryOf(
  request: ReadRequest,
  extra: Partial<AuditEntry> & Pick<AuditEntry, "decision">,
): AuditEntry {
  const action: AuditAction = request.actor.kind === "link" ? "link:view" : `sheet:${request.action}`;
  return {
    requestId: request.requestId,
    actor: request.actor,
    network: request.network,
    action,
    sheetId: request.sheetId,
    ...extra,
  };
}

/** The addresses a delegated decision reads as, each once. */
export function assumedUsersOf(decision: AllowDecision): string[] {
  if (decision.via === "own") return [];
  return [...new Set(decision.grants.map((grant) => grant.assume))].sort();
}
