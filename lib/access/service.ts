import "server-only";
import { findDecision } from "@/db/queries/decisions";
import { findSheetLabels } from "@/db/queries/sheets";
import type { AuditAction } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import { findPerson } from "@/lib/auth/person";
import { isFreshSignIn, type Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { Decider } from "@/lib/decisions/decider";
import { type DecisionRecord, decisionRecord } from "@/lib/decisions/record";
import { type AppError, appError } from "@/lib/errors";
import { explain } from "@/lib/policy/explain";
import type { SheetId, UserId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import type { ReadAssets } from "@/lib/rules/asset-reader";
import type { RuleBook } from "@/lib/rules/rule-book";
import type { SheetListEntry } from "@/lib/sheets/answer";
import { delegatedEntries } from "@/lib/sheets/list-sheets";
import type { OwnAccess } from "@/lib/sheets/own-access";
import type { ReadAnswer, ReadSheet } from "@/lib/sheets/read-sheet";
import { ruleNotes } from "./rule-notes";
import type { ExplainAnswer, ExplainInput, WhoAnswer, WhoInput } from "./schema";
import { whoAnswer } from "./who";

/** What an administrator may ask about access. Each question is on record under their name. */
export interface AccessService {
  explain(input: ExplainInput, context: ReadContext): Promise<Result<ExplainAnswer, AppError>>;
  /** Rows are named by their first text only after a recent sign-in: that text is a cell's value. */
  who(input: WhoInput, by: Viewer, context: ReadContext): Promise<Result<WhoAnswer, AppError>>;
  /** The decision behind a request, by the request's number. Errors: `not_found`, also when it is too old. */
  decision(requestId: string): Promise<Result<DecisionRecord, AppError>>;
  /** The sheets a person is given by rules; what their own token opens is not asked. */
  listAs(userId: UserId, by: Viewer, context: ReadContext): Promise<Result<SheetListEntry[], AppError>>;
  /** A sheet as rules show it to a person, never with that person's own token. Needs a recent sign-in, as rows are seen. */
  readAs(
    userId: UserId,
    sheetId: SheetId,
    by: Viewer,
    context: ReadContext,
    window: { page: number; pageSize: number },
  ): Promise<Result<ReadAnswer, AppError>>;
}

export interface AccessParts {
  audit: AuditService;
  clock: Clock;
  timeZone: string;
  decider: Decider;
  ownAccess: OwnAccess;
  ruleBook: () => Promise<RuleBook>;
  readAssets: ReadAssets;
  readSheet: ReadSheet;
}

const COPY_SECONDS = 60;

export function createAccessService(parts: AccessParts): AccessService {
  const { audit, clock, decider } = parts;

  function record(action: AuditAction, context: ReadContext, extra: { sheetId?: string; target?: string }) {
    const { requestId, actor, network } = context;
    return audit.record({ requestId, actor, network, action, decision: "done", ...extra });
  }

  return {
    async explain(input, context) {
      const at = input.at === undefined ? clock.now() : new Date(input.at);
      const person = await findPerson(input.userId, clock.now());
      if (!person) return fail(unknownPerson());
      const recorded = await record("access:explain", context, {
        sheetId: input.sheetId,
        target: input.userId,
      });
      if (!recorded.ok) return recorded;
      const known = { ...(await decider.policyNow(context)), facts: await decider.factsAt(at) };
      const sheetId = input.sheetId as SheetId;
      const judged = decider.judgeWith(person, { sheetId, action: input.action, own: input.own }, known);
      const record_ = decisionRecord({
        id: context.requestId,
        at: clock.now().toISOString(),
        judged,
        decision: judged.decision,
        asked: { userId: input.userId, sheetId, action: input.action, link: null, viewedBy: null },
        projection: null,
        calls: [],
        tookMs: 0,
      });
      const all = judged.request ? explain(judged.request, known.book.rules, judged.facts) : [];
      const near = all.filter(({ because }) => because !== "other_sheet" && because !== "other_resource");
      const label = (await findSheetLabels([sheetId])).get(sheetId);
      return ok({
        person: { userId: person.userId, name: person.name, email: person.email },
        sheet: { id: sheetId, name: label?.name ?? known.tree.names.get(`sheet:${sheetId}`) ?? sheetId },
        action: input.action,
        at: at.toISOString(),
        record: { ...record_, considered: near },
        others: all.length - near.length,
        rules: ruleNotes(
          known.book,
          near.map(({ rule }) => rule),
        ),
      });
    },

    async who(input, by, context) {
      const target = input.by === "sheet" ? { sheetId: input.sheetId } : { target: input.userId };
      const recorded = await record("access:who", context, target);
      return recorded.ok ? whoAnswer(parts, input, isFreshSignIn(by, clock.now()), context) : recorded;
    },

    async decision(requestId) {
      const found = await findDecision(requestId);
      return found ? ok(JSON.parse(found.record) as DecisionRecord) : fail(appError("not_found"));
    },

    async listAs(userId, _by, context) {
      const person = await findPerson(userId, clock.now());
      if (!person) return fail(unknownPerson());
      const recorded = await record("access:view_as", context, { target: userId });
      if (!recorded.ok) return recorded;
      const known = { ...(await decider.policyNow(context)), facts: await decider.factsAt() };
      const entries = await delegatedEntries(new Set(), person, known);
      return ok(entries.sort((a, b) => a.name.localeCompare(b.name, "en", { sensitivity: "base" })));
    },

    async readAs(userId, sheetId, by, context, window) {
      if (!isFreshSignIn(by, clock.now())) return fail(appError("sign_in_again"));
      if (!(await findPerson(userId, clock.now()))) return fail(unknownPerson());
      return parts.readSheet({
        ...context,
        userId,
        sheetId,
        action: "read",
        isViewAs: true,
        freshSeconds: COPY_SECONDS,
        window,
      });
    },
  };
}

function unknownPerson(): AppError {
  return appError("invalid_input", {
    field: "userId",
    message: "Nobody with this id has signed in yet. Choose somebody from the list.",
  });
}
