import "server-only";
import { isDeepStrictEqual } from "node:util";
import {
  findRule,
  insertRule,
  listOpenRules,
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
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import { plainAddress } from "@/lib/policy/addresses";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { Rule } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import type { OwnAccess } from "@/lib/sheets/own-access";
import { toRuleAnswer, toVersionAnswer } from "./answer";
import { readBody, ruleIdOf, ruleNumberOf, toPolicyRule } from "./facts";
import { previewRule } from "./preview";
import { whomItIsFor } from "./preview-person";
import type { RuleAnswer, RuleBody, RuleInput, RulePreview, RuleVersionAnswer } from "./schema";
import { verifyRule } from "./verify";

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
}

export interface RuleParts {
  audit: AuditService;
  reader: DelegatedReader;
  ownAccess: OwnAccess;
  clock: Clock;
  timeZone: string;
}

const END_TRIES = 5;
/** While a rule is being written, its preview may stand on a copy this old. */
const PREVIEW_COPY_SECONDS = 60;

export function createRuleService(parts: RuleParts): RuleService {
  const { audit, reader, clock } = parts;
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

  async function verify(input: RuleInput, by: Viewer, context: ReadContext, maxAgeSeconds: number) {
    const findForForbid = (sheetId: SheetId) => findSheetForForbid(parts, sheetId, by, context);
    return verifyRule(input, now(), context, { reader, findForForbid, maxAgeSeconds });
  }

  /** Saving asks Smartsheet anew, and also what the assumed user is called. */
  async function verifyForSaving(input: RuleInput, by: Viewer, context: ReadContext) {
    const verified = await verify(input, by, context, 0);
    if (!verified.ok || verified.value.body.effect === "forbid") return verified;
    const { body, sheet } = verified.value;
    const { assume } = body.delegation;
    const connectionId = body.delegation.connectionId as ConnectionId;
    const profile = await reader.getProfile({ purpose: "check", connectionId, assume }, context);
    return ok({ sheet, body: profile.ok ? { ...body, assumedName: profile.value.name } : body });
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
      const verified = await verifyForSaving(input, by, context);
      if (!verified.ok) return verified;
      const { body, sheet } = verified.value;
      if (sheet)
        await saveSheetLabel(
          { sheetId: sheet.id, name: sheet.name, modifiedAt: sheet.modifiedAt ?? null },
          now(),
        );
      const rule = {
        effect: body.effect,
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
      const verified = await verifyForSaving(input, by, context);
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
      const verified = await verify(input, by, context, PREVIEW_COPY_SECONDS);
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
  };

  /** A rule whose body cannot be read any more must still be endable. */
  async function endNow(row: RuleRow, by: Viewer, context: ReadContext): Promise<boolean> {
    const at = now();
    const read = readBody(row);
    const reason = "body" in read ? read.body.reason : "unreadable";
    const next = {
      change: "ended",
      effect: row.effect,
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

  async function previewFacts(body: Extract<RuleBody, { effect: "permit" }>, sheet: SourceSheet, by: Viewer) {
    const at = clock.now();
    const { person, people } = await whomItIsFor(body, at);
    const row = {
      number: 0,
      version: 1,
      effect: "permit",
      sheetId: sheet.id,
      body: JSON.stringify(body),
      createdBy: by.email,
      createdAt: now(),
      endedAt: null,
    };
    const rule = toPolicyRule(
      row,
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

/** A forbid names no assumed user: its sheet is looked up with the administrator's own right, or as a permit on it does. */
async function findSheetForForbid(
  parts: RuleParts,
  sheetId: SheetId,
  by: Viewer,
  context: ReadContext,
): Promise<SourceSheet | null> {
  const proof = await parts.ownAccess.prove(by.userId, sheetId, 60);
  if (proof.own === "yes") return proof.sheet;
  for (const row of await listOpenRules(sheetId)) {
    const read = readBody(row);
    if (!("body" in read) || read.body.effect !== "permit") continue;
    const { connectionId, assume } = read.body.delegation;
    const preview = {
      purpose: "preview",
      connectionId: connectionId as ConnectionId,
      assume,
      sheetId,
    } as const;
    const answer = await parts.reader.readSheet(preview, context, 60);
    if (answer.ok) return answer.value.sheet;
  }
  return null;
}
