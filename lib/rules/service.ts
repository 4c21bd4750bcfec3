import "server-only";
import { isDeepStrictEqual } from "node:util";
import { findBindings } from "@/db/queries/people";
import {
  findRule,
  insertRule,
  listRuleHealth,
  listRules,
  listRuleVersions,
  type RuleChange,
  type RuleRow,
  updateRule,
} from "@/db/queries/rules";
import { saveSheetLabel } from "@/db/queries/sheets";
import type { AuditAction } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import { isFreshSignIn, type Viewer } from "@/lib/auth/principal";
import { type Clock, dayIn } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import { plainAddress } from "@/lib/policy/addresses";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { Rule } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import { toRuleAnswer, toVersionAnswer } from "./answer";
import { addressesOf, readBody, ruleIdOf, ruleNumberOf, toPolicyRule } from "./facts";
import type { Foresee } from "./foresee";
import { type PreviewFacts, previewRule } from "./preview";
import { whomItIsFor } from "./preview-person";
import { radiusSentence } from "./radius-sentence";
import type { ForesightAnswer } from "./radius-types";
import type { RuleBook } from "./rule-book";
import type { RuleAnswer, RuleBody, RuleInput, RulePreview, RuleVersionAnswer } from "./schema";
import { sensitiveColumns } from "./sensitive-columns";
import type { Verifier } from "./verifier";

export interface RuleService {
  list(): Promise<RuleAnswer[]>;
  find(id: string): Promise<Result<RuleAnswer, AppError>>;
  history(id: string): Promise<Result<RuleVersionAnswer[], AppError>>;
  create(input: RuleInput, by: Viewer, context: ReadContext): Promise<Result<RuleAnswer, AppError>>;
  /** `version` is the one the change was made on; `conflict` when there is a newer one or the rule has ended. */
  change(
    id: string,
    version: number,
    input: RuleInput,
    by: Viewer,
    context: ReadContext,
  ): Promise<Result<RuleAnswer, AppError>>;
  /** Ends it now. Ending an ended rule changes nothing. */
  end(id: string, by: Viewer, context: ReadContext): Promise<Result<RuleAnswer, AppError>>;
  preview(input: RuleInput, by: Viewer, context: ReadContext): Promise<Result<RulePreview, AppError>>;
  /**
   * What saving, changing or ending a rule would do to everybody. `id`: the rule to change or end; `input`: what it
   * would say, null to end it.
   */
  foresee(
    change: { id: string | null; input: RuleInput | null },
    by: Viewer,
    context: ReadContext,
  ): Promise<Result<ForesightAnswer, AppError>>;
}

export interface RuleParts {
  audit: AuditService;
  verifier: Verifier;
  foresee: Foresee;
  ruleBook: () => Promise<RuleBook>;
  clock: Clock;
  timeZone: string;
}

const END_TRIES = 5;
/** While a rule is being written, its preview may stand on a copy this old. */
const PREVIEW_COPY_SECONDS = 60;

export function createRuleService(parts: RuleParts): RuleService {
  const { audit, verifier, clock } = parts;
  const now = () => clock.now().toISOString();

  function record(
    action: AuditAction,
    sheetId: string,
    context: ReadContext,
    version: number,
    reason: string,
  ) {
    const { requestId, actor, network } = context;
    const entry = { requestId, actor, network, action, decision: "done", sheetId, version, reason } as const;
    return {
      event: (number: number) =>
        audit.draft({ ...entry, target: ruleIdOf(number), rules: [ruleIdOf(number)] }).event,
      chain: audit.draft(entry).chain,
    };
  }

  async function answer(number: number): Promise<Result<RuleAnswer, AppError>> {
    const row = await findRule(number);
    if (!row) return fail(appError("not_found"));
    return ok(toRuleAnswer(row, now(), (await listRuleHealth()).get(number) ?? null));
  }

  async function step(
    row: RuleRow,
    change: RuleChange,
    body: string,
    by: Viewer,
    context: ReadContext,
    endedAt: string | null,
  ) {
    const read = JSON.parse(body) as RuleBody;
    const action = change === "ended" ? "rule:end" : "rule:change";
    const next = {
      change,
      effect: read.effect,
      resourceType: read.resource.type,
      sheetId: read.resource.id,
      body,
      changedBy: by.email,
      at: now(),
      endedAt,
    };
    const recorded = record(action, read.resource.id, context, row.version + 1, read.reason);
    return updateRule(row.number, row.version, next, recorded);
  }

  return {
    async list() {
      const health = await listRuleHealth();
      return (await listRules()).map((row) => toRuleAnswer(row, now(), health.get(row.number) ?? null));
    },
    async find(id) {
      const number = ruleNumberOf(id);
      return number === null ? fail(appError("not_found")) : answer(number);
    },
    async history(id) {
      const number = ruleNumberOf(id);
      const row = number === null ? null : await findRule(number);
      if (!row) return fail(appError("not_found"));
      return ok((await listRuleVersions(row.number)).map((version) => toVersionAnswer(version, row, now())));
    },
    async create(input, by, context) {
      const allowed = checkSelf(input, by, clock.now());
      if (!allowed.ok) return allowed;
      const verified = await verifier.forSaving(input, by, context);
      if (!verified.ok) return verified;
      const { body, sheet } = verified.value;
      if (sheet)
        await saveSheetLabel(
          { sheetId: sheet.id, name: sheet.name, modifiedAt: sheet.modifiedAt ?? null },
          now(),
        );
      const rule = {
        effect: body.effect,
        resourceType: body.resource.type,
        sheetId: body.resource.id,
        body: JSON.stringify(body),
        createdBy: by.email,
        at: now(),
      };
      return answer(await insertRule(rule, record("rule:create", body.resource.id, context, 1, body.reason)));
    },
    async change(id, version, input, by, context) {
      const number = ruleNumberOf(id);
      const row = number === null ? null : await findRule(number);
      if (!row) return fail(appError("not_found"));
      if (row.endedAt !== null || row.version !== version) return fail(appError("conflict"));
      const allowed = checkSelf(input, by, clock.now());
      if (!allowed.ok) return allowed;
      const verified = await verifier.forSaving(input, by, context);
      if (!verified.ok) return verified;
      const { body } = verified.value;
      const isDone = await step(row, kindOfChange(row, body), JSON.stringify(body), by, context, null);
      return isDone ? answer(row.number) : fail(appError("conflict"));
    },
    async end(id, by, context) {
      const number = ruleNumberOf(id);
      if (number === null) return fail(appError("not_found"));
      for (let attempt = 0; attempt < END_TRIES; attempt++) {
        const row = await findRule(number);
        if (!row) return fail(appError("not_found"));
        if (row.endedAt !== null || (await endNow(row, by, context))) return answer(number);
      }
      return fail(appError("conflict"));
    },
    async preview(input, by, context) {
      const verified = await verifier.verify(input, by, context, PREVIEW_COPY_SECONDS);
      if (!verified.ok) return verified;
      const { body, sheet } = verified.value;
      if (body.effect !== "permit" || !sheet)
        return fail(
          appError("invalid_input", {
            field: "effect",
            message: "Only a rule that opens something has a preview.",
          }),
        );
      return ok(previewRule(await previewFacts(body, sheet, by)));
    },
    async foresee({ id, input }, by, context) {
      const number = id === null ? null : ruleNumberOf(id);
      if (id !== null && (number === null || !(await findRule(number)))) return fail(appError("not_found"));
      const after =
        input === null ? ok(null) : await verifier.verify(input, by, context, PREVIEW_COPY_SECONDS);
      if (!after.ok) return after;
      const before = (await parts.ruleBook()).rules;
      const kept = before.filter((rule) => rule.id !== id);
      const rows = after.value ? [toBeRow(after.value.body, number ?? 0)] : [];
      const bindings = await findBindings(addressesOf(rows));
      const next = rows.map((row) => toPolicyRule(row, bindings));
      const names = new Map(after.value ? [[after.value.body.resource.id, after.value.body.sheetName]] : []);
      const withSamples = isFreshSignIn(by, clock.now());
      const radius = await parts.foresee(before, [...kept, ...next], { withSamples, context, rows, names });
      return ok({ ...radius, sentence: radiusSentence(radius), withSamples });
    },
  };

  /** A body as the row it would be kept as. */
  function toBeRow(body: RuleBody, number: number): RuleRow {
    return {
      number,
      version: Number.MAX_SAFE_INTEGER,
      effect: body.effect,
      resourceType: body.resource.type,
      sheetId: body.resource.id,
      body: JSON.stringify(body),
      createdBy: "",
      createdAt: now(),
      endedAt: null,
    };
  }

  /** A rule whose body cannot be read any more must still be endable. */
  async function endNow(row: RuleRow, by: Viewer, context: ReadContext): Promise<boolean> {
    const at = now();
    const read = readBody(row);
    const reason = "body" in read ? read.body.reason : "unreadable";
    const next = {
      change: "ended",
      effect: row.effect,
      resourceType: row.resourceType,
      sheetId: row.sheetId,
      body: row.body,
      changedBy: by.email,
      at,
      endedAt: at,
    } as const;
    return updateRule(
      row.number,
      row.version,
      next,
      record("rule:end", row.sheetId, context, row.version + 1, reason),
    );
  }

  async function previewFacts(
    body: Extract<RuleBody, { effect: "permit" }>,
    sheet: SourceSheet,
    by: Viewer,
  ): Promise<PreviewFacts> {
    const at = clock.now();
    const { person, people } = await whomItIsFor(body, at);
    const isSensitive = await sensitiveColumns([sheet.id]);
    const rule = toPolicyRule(
      toBeRow(body, 0),
      new Map([[body.principal.type === "user" ? body.principal.email : person.email, person.userId]]),
    ) as Rule;
    return {
      // Previewed as if it had begun, or a rule for next month would show nothing.
      rule: { ...rule, startsAt: null },
      sheet,
      person,
      people,
      assumedUser: body.delegation.assume,
      now: now(),
      today: dayIn(parts.timeZone, at),
      withSample: isFreshSignIn(by, at),
      isSensitive: (column) => isSensitive(sheet.id, column),
    };
  }
}

/** T20: who gives themself access does it right after signing in. */
function checkSelf(input: RuleInput, by: Viewer, now: Date): Result<null, AppError> {
  const isSelf =
    input.effect === "permit" &&
    input.principal.type === "user" &&
    input.principal.email === plainAddress(by.email);
  return isSelf && !isFreshSignIn(by, now)
    ? fail(appError("sign_in_again", { field: "principal" }))
    : ok(null);
}

function kindOfChange(row: RuleRow, next: RuleBody): RuleChange {
  const read = readBody(row);
  if (!("body" in read) || read.body.endsAt === null || next.endsAt === null) return "changed";
  const isLater = Date.parse(next.endsAt) > Date.parse(read.body.endsAt);
  const { endsAt: _before, ...was } = read.body;
  const { endsAt: _after, ...is } = next;
  return isLater && isDeepStrictEqual(was, is) ? "extended" : "changed";
}
