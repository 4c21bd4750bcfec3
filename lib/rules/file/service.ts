import "server-only";
import { applyRules } from "@/db/queries/apply-rules";
import { findBindings } from "@/db/queries/people";
import { listRules, policyStampNow, type RuleRow } from "@/db/queries/rules";
import { saveSheetLabel } from "@/db/queries/sheets";
import type { AuditService } from "@/lib/audit/service";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { AppError } from "@/lib/errors";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { AnyRule } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import { checkRule } from "../check";
import { addressesOf, ruleIdOf, toPolicyRule } from "../facts";
import type { RuleBody, RuleInput } from "../schema";
import type { FileRule, RuleFile } from "./parse";
import { type PlanStep, planRules, type RulePlan } from "./plan";
import { type FileProblem, fieldOf, inOrder, pathOf } from "./problems";
import { isOver, type StoredRule, toStoredRule } from "./stored";
import { rowsAfter, type Settled, toWrites } from "./writes";

/**
 * What only Smartsheet can tell about a rule that is to be saved: `verifyRule` with what it needs, and the assumed
 * user's name where that can be had. `now`: ISO 8601.
 */
export type VerifyForFile = (
  input: RuleInput,
  now: string,
  context: ReadContext,
) => Promise<Result<{ body: RuleBody; sheet: SourceSheet | null }, AppError>>;

/**
 * Who sees more and who less, if `after` stood instead of `before`: a sentence, and lines that begin with + or −.
 * `rows`: those of `after`, for the folders and workspaces they name.
 */
export type Radius = (
  before: AnyRule[],
  after: AnyRule[],
  context: ReadContext,
  rows: readonly RuleRow[],
) => Promise<{ sentence: string; lines: string[] }>;

export interface RuleFileParts {
  audit: AuditService;
  clock: Clock;
  longestDays: number;
  verify: VerifyForFile;
  radius: Radius;
}

/** A plan with everything applying it needs; good for as long as no rule changes. */
export interface ReadyPlan extends RulePlan {
  radius: { sentence: string; lines: string[] };
  settled: ReadonlyMap<PlanStep, Settled>;
  /** The stored rules it was made on, by number, and their policy stamp. */
  rows: ReadonlyMap<number, RuleRow>;
  stamp: number;
}

export interface RuleFileService {
  /** Rules that are open and not over, in the order of their numbers. */
  exportable(): Promise<StoredRule[]>;
  plan(
    file: RuleFile,
    options: { endMissing: boolean },
    context: ReadContext,
  ): Promise<Result<ReadyPlan, FileProblem[]>>;
  /** All of it or nothing. `by` is kept as who made each version. Returns the ids, one for each step. */
  apply(plan: ReadyPlan, by: string, context: ReadContext): Promise<Result<string[], { stale: string[] }>>;
}

const NO_EFFECT = { sentence: "Nothing changes", lines: [] };

export function createRuleFileService(parts: RuleFileParts): RuleFileService {
  const { audit, clock, verify, radius } = parts;
  const now = () => clock.now().toISOString();

  return {
    async exportable() {
      const at = now();
      const open = (await listRules()).filter(({ endedAt }) => endedAt === null).reverse();
      return open.map(toStoredRule).filter((rule) => !isOver(rule, at));
    },
    async plan(file, { endMissing }, context) {
      const stamp = await policyStampNow();
      const rows = (await listRules()).reverse();
      const planned = planRules(file, rows.map(toStoredRule), { endMissing, now: now() });
      if (!planned.ok) return planned;
      const checked = checkSteps(planned.value.steps, { now: now(), longestDays: parts.longestDays });
      if (checked.length > 0) return fail(inOrder(checked));
      const settled = await settle(planned.value.steps, now(), context, verify);
      if (!settled.ok) return settled;
      const open = rows.filter(({ endedAt }) => endedAt === null);
      const before = await toRules(open);
      const openAfter = rowsAfter(open, planned.value.steps, settled.value, now());
      const after = await toRules(openAfter);
      const isNothing = planned.value.steps.length === 0;
      // Working it out may read sheets, which nobody needs for no change.
      const effect = isNothing ? NO_EFFECT : await radius(before, after, context, openAfter);
      const byNumber = new Map(rows.map((row) => [row.number, row]));
      return ok({ ...planned.value, radius: effect, settled: settled.value, rows: byNumber, stamp });
    },
    async apply(plan, by, context) {
      const writes = toWrites(plan, { by, at: now(), context, audit });
      const applied = await applyRules(writes, plan.stamp);
      if (!applied.done) return fail({ stale: applied.stale.map(ruleIdOf) });
      for (const { sheet } of plan.settled.values())
        if (sheet)
          await saveSheetLabel(
            { sheetId: sheet.id, name: sheet.name, modifiedAt: sheet.modifiedAt ?? null },
            now(),
          );
      return ok(applied.numbers.map(ruleIdOf));
    },
  };
}

async function toRules(rows: readonly RuleRow[]): Promise<AnyRule[]> {
  const bindings = await findBindings(addressesOf(rows));
  return rows.map((row) => toPolicyRule(row, bindings));
}

type Saved = Exclude<PlanStep, { kind: "end" }>;

/** What stays as it is needs no second look: its time may have run out since. */
function checkSteps(
  steps: readonly PlanStep[],
  options: { now: string; longestDays: number },
): FileProblem[] {
  return steps.flatMap((step) =>
    step.kind === "end"
      ? []
      : checkRule(step.input, options).map(({ field, message }) => problemOf(step.rule, field, message)),
  );
}

function problemOf(rule: FileRule, field: string, message: string): FileProblem {
  const path = pathOf(field);
  return { ...rule.placeOf(path), field: fieldOf(["rules", rule.index, ...path]), message };
}

/** Mistakes of one rule, which do not tell how others fare; anything else would come back for each of them. */
const OF_ONE_RULE = new Set<AppError["code"]>(["invalid_input", "assumed_user_unreachable", "not_found"]);

async function settle(
  steps: readonly PlanStep[],
  now: string,
  context: ReadContext,
  verify: VerifyForFile,
): Promise<Result<Map<PlanStep, Settled>, FileProblem[]>> {
  const settled = new Map<PlanStep, Settled>();
  const problems: FileProblem[] = [];
  for (const step of steps) {
    if (step.kind === "end") continue;
    const verified = await verify(step.input, now, context);
    if (verified.ok) settled.set(step, verified.value);
    else {
      problems.push(refusal(step, verified.error));
      if (!OF_ONE_RULE.has(verified.error.code)) break;
    }
  }
  return problems.length > 0 ? fail(inOrder(problems)) : ok(settled);
}

function refusal({ rule }: Saved, error: AppError): FileProblem {
  return problemOf(rule, error.field ?? "", error.message);
}
