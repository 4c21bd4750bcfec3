import "server-only";
import { randomUUID } from "node:crypto";
import {
  findLink,
  findLinkByHash,
  insertLink,
  insertUnlock,
  isUnlocked,
  type LinkWithMaker,
  listLinks,
  noteLinkOpened,
  revokeLink,
} from "@/db/queries/links";
import { listPauses } from "@/db/queries/pauses";
import type { AuditEntry } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import { hashToken, newSessionToken } from "@/lib/auth/cookies";
import type { OwnTokens } from "@/lib/auth/own-tokens";
import { findPerson } from "@/lib/auth/person";
import type { Viewer } from "@/lib/auth/principal";
import { type Clock, dayIn } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { Decider } from "@/lib/decisions/decider";
import { type AppError, appError } from "@/lib/errors";
import type { Limits } from "@/lib/limits";
import { resolveRows } from "@/lib/policy/conditions";
import type { LinkId, SheetId, UserId } from "@/lib/policy/ids";
import type { ConditionGroup, IdScope, Limit } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import type { ReadAnswer, ReadSheet } from "@/lib/sheets/read-sheet";
import { findTrouble, stateOf, toLinkAnswer } from "./answer";
import { checkLimit, freezeColumns } from "./limit";
import { hashPassword, isPassword } from "./passwords";
import { type LinkAnswer, type LinkInput, linkLimit, type MadeLink } from "./schema";

export interface LinkView {
  link: { id: string; title: string | null; endsAt: string };
  answer: ReadAnswer;
}

export interface LinkService {
  create(input: LinkInput, by: Viewer, context: ReadContext): Promise<Result<MadeLink, AppError>>;
  list(by: Viewer, everybodys: boolean): Promise<LinkAnswer[]>;
  /** The maker's own link, or anybody's when `mayRevokeAny`. */
  revoke(
    id: string,
    by: Viewer,
    mayRevokeAny: boolean,
    context: ReadContext,
  ): Promise<Result<null, AppError>>;
  /** Errors: `not_found` for unknown, ended, revoked and dead alike (I23); `password_required`; `rate_limited`. */
  view(
    token: string,
    unlockOf: (linkId: string) => string | undefined,
    /** `isRest`: what the page that counted as the opening asks for behind it. */
    window: { page: number; pageSize: number; isRest?: boolean },
    context: { requestId: string; network: string },
  ): Promise<Result<LinkView, AppError>>;
  /** A key for the browser that proved the password, good for an hour. Wrong and locked look alike. */
  unlock(
    token: string,
    password: string,
    context: { requestId: string; network: string },
  ): Promise<Result<{ linkId: string; key: string }, AppError>>;
}

export interface LinkParts {
  audit: AuditService;
  clock: Clock;
  decider: Decider;
  timeZone: string;
  baseUrl: string;
  isSharingOn: boolean;
  readSheet: ReadSheet;
  ownTokens: OwnTokens;
  limits: Limits;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const UNLOCK_MS = 3_600_000;

export function createLinkService(parts: LinkParts): LinkService {
  const { audit, clock, readSheet, limits } = parts;
  const now = () => clock.now().toISOString();

  /** The live link behind a token, or `not_found`: one answer for all ways in which there is none. */
  async function findLive(
    token: string,
    context: { requestId: string; network: string },
  ): Promise<Result<LinkWithMaker, AppError>> {
    const wait = await limits.unknownLink.peek(context.network);
    if (wait !== null) return fail(appError("rate_limited", { retryAfterSeconds: wait }));
    const found = TOKEN.test(token) ? await findLinkByHash(hashToken(token)) : null;
    if (!found) {
      await limits.unknownLink.take(context.network);
      return dead(context, null, "unknown");
    }
    const state = stateOf(found.link, parts.isSharingOn, now());
    if (state !== "active") return dead(context, found, state);
    if (!found.maker.isEnabled) return dead(context, found, "maker_disabled");
    const isPaused = (await listPauses()).some(
      ({ kind, target }) => kind === "link" && target === found.link.id,
    );
    return isPaused ? dead(context, found, "paused") : ok(found);
  }

  async function dead(
    context: { requestId: string; network: string },
    found: LinkWithMaker | null,
    reason: string,
  ): Promise<Result<never, AppError>> {
    const recorded = await audit.record(
      entry(context, found, { action: "link:view", decision: "denied", reason }),
    );
    return recorded.ok ? fail(appError("not_found")) : recorded;
  }

  return {
    async create(input, by, context) {
      if (!parts.isSharingOn)
        return fail(
          appError("forbidden", { message: "Share links are switched off here. Ask an administrator." }),
        );
      if (Date.parse(input.endsAt) <= clock.now().getTime())
        return fail(
          appError("invalid_input", {
            field: "endsAt",
            message: "The end is in the past. Choose a later day.",
          }),
        );
      const read = await readSheet({
        ...context,
        userId: by.userId,
        sheetId: input.sheetId as SheetId,
        action: "share",
        freshSeconds: null,
        window: { page: 1, pageSize: 0 },
      });
      if (!read.ok) return read;
      const { sheet, decision } = read.value;
      const problem = checkLimit(input, sheet.columns);
      if (problem) return fail(problem);
      const token = newSessionToken();
      const id = `L-${randomUUID().slice(0, 8)}`;
      const limit = {
        columns: freezeColumns(input.columns, sheet.columns),
        rows: input.rows,
        sheetName: sheet.name,
        via: decision.via,
      };
      await insertLink(
        {
          id,
          tokenHash: hashToken(token),
          makerId: by.userId,
          sheetId: input.sheetId,
          title: input.title ?? null,
          limit: JSON.stringify(limit),
          passwordHash: input.password === undefined ? null : await hashPassword(input.password),
          endsAt: new Date(input.endsAt).toISOString(),
          createdAt: now(),
        },
        audit.draft({
          requestId: context.requestId,
          actor: context.actor,
          network: context.network,
          action: "link:create",
          decision: "done",
          sheetId: input.sheetId,
          target: id,
        }),
      );
      const made = await findLink(id);
      if (!made) throw new Error("A link that was just made is not there.");
      return ok({
        ...toLinkAnswer(made, parts.isSharingOn, now(), null),
        token,
        url: `${parts.baseUrl}/s/${token}`,
      });
    },

    async list(by, everybodys) {
      const rows = await listLinks(everybodys ? undefined : by.userId);
      return Promise.all(
        rows.map(async (row) => toLinkAnswer(row, parts.isSharingOn, now(), await findTrouble(row, parts))),
      );
    },

    async revoke(id, by, mayRevokeAny, context) {
      const found = await findLink(id);
      if (!found || (found.link.makerId !== by.userId && !mayRevokeAny)) return fail(appError("not_found"));
      const { requestId, actor, network } = context;
      await revokeLink(
        id,
        by.userId,
        now(),
        audit.draft({
          requestId,
          actor,
          network,
          action: "link:revoke",
          decision: "done",
          sheetId: found.link.sheetId,
          target: id,
        }),
      );
      return ok(null);
    },

    async view(token, unlockOf, window, context) {
      const live = await findLive(token, context);
      if (!live.ok) return live;
      const { link } = live.value;
      const wait = await limits.linkReader.take(`${link.id} ${context.network}`);
      if (wait !== null) return fail(appError("rate_limited", { retryAfterSeconds: wait }));
      if (link.passwordHash !== null) {
        const unlock = unlockOf(link.id);
        if (!unlock || !(await isUnlocked(hashToken(unlock), link.id, now())))
          return fail(appError("password_required"));
      }
      const limit = await limitOf(live.value);
      if (!limit) return dead(context, live.value, "unreadable");
      const read = await readSheet({
        ...context,
        userId: link.makerId as UserId,
        actor: { kind: "link", id: link.id },
        sheetId: link.sheetId as SheetId,
        link: link.id as LinkId,
        action: "share",
        limit,
        freshSeconds: null,
        window,
      });
      if (!read.ok) return fail(await toReader(read.error, link.makerId));
      if (window.page === 1 && !window.isRest) await noteLinkOpened(link.id, now());
      return ok({ link: { id: link.id, title: link.title, endsAt: link.endsAt }, answer: read.value });
    },

    async unlock(token, password, context) {
      const live = await findLive(token, context);
      if (!live.ok) return live;
      const { link } = live.value;
      const key = `${link.id} ${context.network}`;
      const isLocked = (await limits.linkPassword.peek(key)) !== null;
      const isRight =
        !isLocked && link.passwordHash !== null && (await isPassword(link.passwordHash, password));
      const decision = isRight ? "done" : "denied";
      const recorded = await audit.record(
        entry(context, live.value, {
          action: "link:unlock",
          decision,
          reason: isRight ? undefined : isLocked ? "locked" : "wrong_password",
        }),
      );
      if (!recorded.ok) return recorded;
      if (!isRight) {
        await limits.linkPassword.take(key);
        return fail(
          appError("password_required", {
            field: "password",
            message: "That password does not open this link.",
          }),
        );
      }
      const unlockKey = newSessionToken();
      await insertUnlock(
        hashToken(unlockKey),
        link.id,
        now(),
        new Date(clock.now().getTime() + UNLOCK_MS).toISOString(),
      );
      return ok({ linkId: link.id, key: unlockKey });
    },
  };

  /** The stored limit with the day filled in. */
  async function limitOf({ link }: LinkWithMaker): Promise<Limit | null> {
    const parsed = linkLimit.safeParse(JSON.parse(link.limit));
    const at = clock.now();
    const maker = await findPerson(link.makerId, at);
    if (!parsed.success || !maker) return null;
    const rows = resolveRows(parsed.data.rows as ConditionGroup | null, maker, dayIn(parts.timeZone, at));
    return "filter" in rows ? { columns: parsed.data.columns as IdScope, rows: rows.filter } : null;
  }

  /** A maker whose own token died makes the link dead, not the service; readers must not learn of it. */
  async function toReader(error: AppError, makerId: string): Promise<AppError> {
    if (error.code === "delegation_off") return appError("upstream_unavailable");
    const isMakerCut = error.code === "upstream_unavailable" && !(await parts.ownTokens.isConnected(makerId));
    return isMakerCut ? appError("not_found") : error;
  }
}

function entry(
  context: { requestId: string; network: string },
  found: LinkWithMaker | null,
  extra: Pick<AuditEntry, "action" | "decision" | "reason">,
): AuditEntry {
  return {
    ...context,
    actor: found ? { kind: "link", id: found.link.id } : { kind: "anonymous" },
    sheetId: found?.link.sheetId,
    ...extra,
  };
}
