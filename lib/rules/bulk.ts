import "server-only";
import { findRule } from "@/db/queries/rules";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import type { PauseService } from "@/lib/pauses/service";
import { type AdminAction, mayAdminister } from "@/lib/policy/administer";
import { fail, ok, type Result } from "@/lib/result";
import type { BulkChange, BulkInput, BulkResult } from "./bulk-schema";
import { ruleNumberOf } from "./facts";
import { inputOf, isOver, type StoredRule, toStoredRule } from "./file/stored";
import type { RuleInput } from "./schema";
import type { RuleService } from "./service";

export interface RuleBulk {
  /** The same change to many rules, one after the other, each with the checks and the record of a single one. */
  apply(input: BulkInput, by: Viewer, context: ReadContext): Promise<Result<BulkResult[], AppError>>;
}

const NEED: Record<BulkChange["kind"], AdminAction> = {
  extend: "rule:change",
  reason: "rule:change",
  pause: "pause:change",
  lift: "pause:change",
  end: "rule:end",
};

export function createRuleBulk(parts: { rules: RuleService; pauses: PauseService; clock: Clock }): RuleBulk {
  const { rules, pauses, clock } = parts;

  async function one(
    id: string,
    change: BulkChange,
    by: Viewer,
    context: ReadContext,
  ): Promise<Result<unknown, AppError>> {
    const number = ruleNumberOf(id);
    const row = number === null ? null : await findRule(number);
    if (!row) return fail(appError("not_found"));
    const rule = toStoredRule(row);
    if (rule.isEnded || isOver(rule, clock.now().toISOString()))
      return refused("It has ended, and what has ended stays as it is.");
    const target = { kind: "rule", target: id } as const;
    switch (change.kind) {
      case "end":
        return rules.end(id, by, context);
      case "pause":
        // Pausing one would open something.
        if (row.effect === "forbid") return refused("A forbid is never paused. End it instead.");
        return pauses.pause(target, change.reason, by, context);
      case "lift":
        return pauses.lift(target, by, context);
      case "extend": {
        const next = extended(rule, change.endsAt);
        return next.ok ? rules.change(id, rule.version, next.value, by, context) : next;
      }
      case "reason": {
        const input = said(rule);
        if (!input.ok) return input;
        return rules.change(id, rule.version, { ...input.value, reason: change.reason }, by, context);
      }
    }
  }

  return {
    async apply({ ids, change }, by, context) {
      // Deciding once is enough for the right: it hangs on the role alone, which a request has from its start.
      if (!mayAdminister({ role: by.role, enabled: true }, NEED[change.kind]))
        return fail(appError("forbidden"));
      const results: BulkResult[] = [];
      for (const id of new Set(ids)) {
        const done = await one(id, change, by, context);
        results.push({ id, ok: done.ok, message: done.ok ? "" : done.error.message });
      }
      return ok(results);
    },
  };
}

function said({ body }: StoredRule): Result<RuleInput, AppError> {
  return body === null ? refused("It cannot be read any more. End it and write it anew.") : ok(inputOf(body));
}

/** Never shorter: who picks one day for many rules means the ones that end before it. */
function extended(rule: StoredRule, endsAt: string): Result<RuleInput, AppError> {
  const input = said(rule);
  if (!input.ok) return input;
  const { endsAt: before } = input.value;
  if (before === null) return refused("It has no end that could be later.");
  if (Date.parse(before) >= Date.parse(endsAt)) return refused("It runs until that day or longer already.");
  return ok({ ...input.value, endsAt });
}

function refused(message: string): Result<never, AppError> {
  return fail(appError("invalid_input", { message }));
}
