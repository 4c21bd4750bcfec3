import { explain, type RuleExplanation } from "@/lib/policy/explain";
import type { RuleId } from "@/lib/policy/ids";
import { candidates } from "@/lib/policy/index-rules";
import type { Action, Clock, Container, Decision, DenyReason, OwnAccess } from "@/lib/policy/types";
import type { Judged } from "./decider";

/** One call to Smartsheet a decision led to. */
export interface UpstreamCall {
  lane: "own" | "delegated";
  what: "sheet" | "path";
  connectionId: string | null;
  assume: string | null;
  /** How many columns were asked for; null for all. */
  columns: number | null;
  /** `ok` or the code of the error. */
  outcome: string;
  ms: number;
}

/**
 * Why a request was answered as it was, under the request's number: the number in the audit, in the error and in the
 * sentence the viewer reads. Holds no cell's value, no token, and of values in rules nothing.
 */
export interface DecisionRecord {
  id: string;
  /** ISO 8601 UTC. */
  at: string;
  asked: {
    userId: string;
    email: string | null;
    sheetId: string;
    action: Action;
    link: string | null;
    /** The administrator who looked as this person, where one did. */
    viewedBy: string | null;
  };
  facts: {
    own: OwnAccess;
    now: string;
    today: string;
    clock: Clock | null;
    isEnabled: boolean;
    groups: readonly string[] | null;
    localGroups: readonly string[] | null;
    attributes: string[];
    within: readonly Container[] | null;
    delegationPaused: boolean;
  };
  /** Every rule that could have a say, with what it said. */
  considered: RuleExplanation[];
  decision: {
    effect: Decision["effect"];
    via: "own" | "delegated" | null;
    reason: DenyReason | null;
    because: RuleId[];
    remedy: RuleId[];
    grants: {
      rule: RuleId;
      connectionId: string;
      assume: string;
      actions: Action[];
      hasRows: boolean;
      masks: number;
    }[];
    forbids: RuleId[];
    expiresAt: string | null;
  };
  /** What went out; null where nothing did. */
  projection: { columnIds: string[]; maskedIds: string[]; rows: number; totalRows: number } | null;
  calls: UpstreamCall[];
  tookMs: number;
}

export interface RecordParts {
  id: string;
  at: string;
  judged: Judged;
  /** The decision as it ended, after places were confirmed, a link narrowed it or a sheet left nothing to see. */
  decision: Decision;
  asked: Pick<DecisionRecord["asked"], "userId" | "sheetId" | "action" | "link" | "viewedBy">;
  projection: DecisionRecord["projection"];
  calls: readonly UpstreamCall[];
  tookMs: number;
}

/** Pure. */
export function decisionRecord(parts: RecordParts): DecisionRecord {
  const { request, facts, book } = parts.judged;
  const person = request?.person;
  return {
    id: parts.id,
    at: parts.at,
    asked: { ...parts.asked, email: person?.email ?? null },
    facts: {
      own: facts.own,
      now: facts.now,
      today: facts.today,
      clock: facts.clock ?? null,
      isEnabled: person?.enabled ?? false,
      groups: person?.groups ?? null,
      localGroups: person?.localGroups ?? null,
      attributes: Object.keys(person?.attributes ?? {}),
      within: request?.within ?? null,
      delegationPaused: facts.switches.delegationPaused,
    },
    considered: request ? explain(request, candidates(book.index, request), facts) : [],
    decision: summary(parts.decision),
    projection: parts.projection,
    calls: [...parts.calls],
    tookMs: Math.round(parts.tookMs),
  };
}

function summary(decision: Decision): DecisionRecord["decision"] {
  const shared = { effect: decision.effect, because: decision.because };
  if (decision.effect === "deny")
    return {
      ...shared,
      via: null,
      reason: decision.reason,
      remedy: decision.remedy ?? [],
      grants: [],
      forbids: [],
      expiresAt: null,
    };
  const grants = decision.via === "delegated" ? decision.grants : [];
  return {
    ...shared,
    via: decision.via,
    reason: null,
    remedy: [],
    grants: grants.map(({ rule, connectionId, assume, actions, rows, masks }) => ({
      rule,
      connectionId,
      assume,
      actions,
      hasRows: rows !== null,
      masks: masks?.length ?? 0,
    })),
    forbids: [...new Set(decision.minus.map(({ rule }) => rule))],
    expiresAt: decision.via === "delegated" ? decision.expiresAt : null,
  };
}
