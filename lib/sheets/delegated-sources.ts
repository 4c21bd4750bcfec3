import "server-only";
import { saveRuleHealth } from "@/db/queries/rules";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedError, DelegatedReader, SheetAndColumns } from "@/lib/connections/delegated-reader";
import type { UpstreamCall } from "@/lib/decisions/record";
import type { AppError } from "@/lib/errors";
import { groupsOf, neededColumns } from "@/lib/policy/columns";
import type { RuleId, SheetId } from "@/lib/policy/ids";
import type { Source } from "@/lib/policy/project";
import type { AllowDecision, AnyRule, Decision } from "@/lib/policy/types";
import { withhold } from "@/lib/policy/withhold";
import { fail, ok, type Result } from "@/lib/result";
import { ruleNumberOf } from "@/lib/rules/facts";
import type { RuleBook } from "@/lib/rules/rule-book";
import type { UpstreamError } from "@/lib/smartsheet/port";
import type { TreeService } from "@/lib/tree/service";
import { fromDelegated } from "./upstream-errors";
import { smallest, wishedFreshness } from "./wished-freshness";

type Delegated = Extract<AllowDecision, { via: "delegated" }>;

interface Asking {
  sheetId: SheetId;
  context: ReadContext;
  calls: UpstreamCall[];
  nowMs: () => number;
}

/** What was read, and why some of it is older than wished, or null. */
export interface Read {
  sources: Source[];
  stale: UpstreamError | null;
  /** Of a look: how old it was allowed to be, as the most eager group says; null where no group was asked. Seconds. */
  freshSeconds: number | null;
}

/** What went wrong for all groups, in our words and in Smartsheet's. */
export interface SourcesError {
  told: AppError;
  reason: string;
}

/** One read for each (connection, assumed user); a group that fails adds nothing, and only if all fail does the read. */
export async function delegatedSources(
  parts: { reader: DelegatedReader; clock: Clock },
  decision: Delegated,
  asking: Asking & { book: RuleBook; freshSeconds: number | null; look: "page" | "person" | null },
): Promise<Result<Read, SourcesError>> {
  const { sheetId, context, book, look, calls, nowMs } = asking;
  const answers = await Promise.all(
    groupsOf(decision).map(async (group) => {
      const columnIds = neededColumns(decision, group);
      if (columnIds !== null && columnIds.length === 0) return null;
      const startedAt = nowMs();
      const wished = wishedFreshness(book, decision, group, asking.freshSeconds);
      const read = { purpose: "read", decision, sheetId, ...group, columnIds } as const;
      const answer: Result<SheetAndColumns & { freshSeconds?: number }, DelegatedError> = look
        ? await parts.reader.lookAtSheet({ ...read, look }, context, wished)
        : await parts.reader.readSheet(read, context, wished);
      calls.push({
        lane: "delegated",
        what: "sheet",
        ...group,
        columns: columnIds?.length ?? null,
        outcome: answer.ok ? "ok" : codeOf(answer.error),
        ms: Math.round(nowMs() - startedAt),
      });
      return { group, answer, used: (answer.ok ? answer.value.freshSeconds : null) ?? wished };
    }),
  );
  const sources: Source[] = [];
  const errors: DelegatedError[] = [];
  const used = answers.flatMap((asked) => asked?.used ?? []);
  let stale: UpstreamError | null = null;
  for (const asked of answers) {
    if (asked === null) continue;
    const { group, answer } = asked;
    if (answer.ok) {
      const { sheet, allColumnIds, allColumns } = answer.value;
      sources.push({ ...group, sheet, allColumnIds, ...(allColumns ? { allColumns } : {}) });
      stale ??= answer.value.stale;
    } else errors.push(answer.error);
    await noteHealth(parts.clock, decision, group, answer.ok ? null : answer.error);
  }
  const [error] = errors;
  if (sources.length > 0 || error === undefined) return ok({ sources, stale, freshSeconds: smallest(used) });
  return fail({ told: fromDelegated(error), reason: codeOf(error) });
}

/**
 * A rule over a folder or workspace opens a sheet only where the sheet's own path says so, as the assumed user sees it:
 * the list of what lies in a place may be some minutes old. Where the path can't be had, the rule lapses.
 */
export async function confirmPlaces(
  tree: TreeService,
  decision: Decision,
  rules: readonly AnyRule[],
  { sheetId, context, calls, nowMs }: Asking,
): Promise<Decision> {
  if (decision.effect === "deny" || decision.via === "own") return decision;
  const places = new Map(
    rules.flatMap((rule) =>
      "resource" in rule && (rule.resource.type === "folder" || rule.resource.type === "workspace")
        ? [[rule.id, rule.resource] as const]
        : [],
    ),
  );
  const lapsed = new Set<RuleId>();
  for (const grant of decision.grants) {
    const place = places.get(grant.rule);
    if (!place) continue;
    const startedAt = nowMs();
    const path = await tree.confirm({ asset: "sheet", sheetId }, grant, context);
    calls.push({
      lane: "delegated",
      what: "path",
      connectionId: grant.connectionId,
      assume: grant.assume,
      columns: null,
      outcome: path === null ? "unknown" : "ok",
      ms: Math.round(nowMs() - startedAt),
    });
    if (!path?.some(({ type, id }) => type === place.type && id === place.id)) lapsed.add(grant.rule);
  }
  return withhold(decision, lapsed);
}

/** Lasting troubles only: a timeout says nothing about a rule. */
const LASTING = new Set(["not_found", "cannot_assume", "token_invalid", "token_expired"]);

async function noteHealth(
  clock: Clock,
  decision: Delegated,
  group: { connectionId: string; assume: string },
  error: DelegatedError | null,
): Promise<void> {
  const problem = error?.kind === "upstream" ? error.error.code : null;
  if (error !== null && (problem === null || !LASTING.has(problem))) return;
  for (const grant of decision.grants) {
    const number = ruleNumberOf(grant.rule);
    if (number === null || grant.connectionId !== group.connectionId || grant.assume !== group.assume)
      continue;
    await saveRuleHealth(number, problem, clock.now().toISOString());
  }
}

function codeOf(error: DelegatedError): string {
  return error.kind === "upstream" ? error.error.code : fromDelegated(error).code;
}
