import "server-only";
import { findSheetLabels, listFavourites, listRecents } from "@/db/queries/sheets";
import type { Actor } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { OwnTokens } from "@/lib/auth/own-tokens";
import { findPerson } from "@/lib/auth/person";
import type { Clock } from "@/lib/clock";
import type { Decider } from "@/lib/decisions/decider";
import { type AppError, appError } from "@/lib/errors";
import type { UserId } from "@/lib/policy/ids";
import { sheetsFor } from "@/lib/policy/sheets-for";
import type { Person } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import { readBody } from "@/lib/rules/facts";
import type { RuleBook } from "@/lib/rules/rule-book";
import type { SheetSummary, Smartsheet } from "@/lib/smartsheet/port";
import type { SheetListEntry } from "./answer";
import type { OwnAccess } from "./own-access";
import { assumedUsersOf } from "./read-sheet";

export interface SheetList {
  sheets: SheetListEntry[];
  /** Why the person's own sheets are not among them, or null. Delegated ones are there all the same. */
  ownProblem: "reconnect" | "unavailable" | null;
}

export interface SheetListService {
  /** Every sheet the person may read now, by name. Own ones cost one call with their own token, delegated ones none. */
  list(
    viewer: { userId: UserId; email: string },
    context: { requestId: string; network?: string },
  ): Promise<Result<SheetList, AppError>>;
  favourites(userId: string): Promise<string[]>;
  recents(userId: string): Promise<{ sheetId: string; openedAt: string }[]>;
}

/** The person's own list from Smartsheet may be this old, in milliseconds. */
const OWN_LIST_MS = 20_000;
const KEPT_LISTS = 5_000;

export function createSheetListService(parts: {
  audit: AuditService;
  clock: Clock;
  decider: Decider;
  ownTokens: OwnTokens;
  ownAccess: OwnAccess;
  smartsheet: Smartsheet;
  monotonicMs: () => number;
}): SheetListService {
  const { audit, clock, decider, ownTokens, ownAccess, smartsheet, monotonicMs } = parts;
  const kept = new Map<string, { at: number; sheets: SheetSummary[] }>();

  async function listOwn(
    userId: UserId,
  ): Promise<{ sheets: SheetSummary[]; problem: SheetList["ownProblem"] }> {
    const known = kept.get(userId);
    if (known && monotonicMs() - known.at < OWN_LIST_MS && (await ownTokens.isConnected(userId)))
      return { sheets: known.sheets, problem: null };
    const answer = await ownTokens.call(userId, (authority) => smartsheet.listSheets(authority));
    if (!answer.ok) {
      kept.delete(userId);
      return { sheets: [], problem: answer.error.code === "reconnect" ? "reconnect" : "unavailable" };
    }
    if (kept.size >= KEPT_LISTS) kept.clear();
    kept.set(userId, { at: monotonicMs(), sheets: answer.value });
    ownAccess.noteListed(
      userId,
      answer.value.map(({ id }) => id),
    );
    return { sheets: answer.value, problem: null };
  }

  return {
    favourites: listFavourites,
    recents: listRecents,
    async list(viewer, context) {
      const person = await findPerson(viewer.userId, clock.now());
      if (!person) return fail(appError("unauthenticated"));
      const actor: Actor = { kind: "user", id: viewer.userId, email: viewer.email };
      const own = await listOwn(viewer.userId);
      const known = { ...(await decider.policyNow({ ...context, actor })), facts: await decider.factsAt() };
      const sheets = [
        ...ownEntries(own.sheets, person, decider, known),
        ...(await delegatedEntries(new Set(own.sheets.map(({ id }) => id)), person, known)),
      ].sort(byName);
      const recorded = await audit.record({
        ...context,
        actor,
        action: "sheets:list",
        decision: "served",
        rows: sheets.length,
      });
      return recorded.ok ? ok({ sheets, ownProblem: own.problem }) : recorded;
    },
  };
}

type Known = Parameters<Decider["judgeWith"]>[2];

function byName(a: SheetListEntry, b: SheetListEntry): number {
  return a.name.localeCompare(b.name, "en", { sensitivity: "base", numeric: true });
}

function ownEntries(
  sheets: readonly SheetSummary[],
  person: Person,
  decider: Decider,
  known: Known,
): SheetListEntry[] {
  return sheets.flatMap(({ id, name, modifiedAt }) => {
    const { decision } = decider.judgeWith(person, { sheetId: id, action: "read", own: "yes" }, known);
    if (decision.effect === "deny") return [];
    return [{ id, name, via: "own" as const, rules: decision.because, expiresAt: null, modifiedAt }];
  });
}

/** What rules open to a person, without what their own token opens. Asks nobody. */
export async function delegatedEntries(
  own: ReadonlySet<string>,
  person: Person,
  { book, tree, facts }: Known,
): Promise<SheetListEntry[]> {
  const open = sheetsFor(book.index, person, facts, tree.tree).filter(
    ({ asset, sheetId }) => asset === "sheet" && !own.has(sheetId),
  );
  const labels = await findSheetLabels(open.map(({ sheetId }) => sheetId));
  const saved = savedNames(book);
  return open.map(({ asset, sheetId, decision }) => ({
    id: sheetId,
    name: labels.get(sheetId)?.name ?? saved.get(sheetId) ?? tree.names.get(`${asset}:${sheetId}`) ?? sheetId,
    via: "delegated" as const,
    rules: decision.because,
    assumedUser: assumedUsersOf(decision).join(", "),
    expiresAt: decision.expiresAt,
    modifiedAt: labels.get(sheetId)?.modifiedAt ?? null,
  }));
}

const namesByRows = new WeakMap<object, Map<string, string>>();

/** What the sheets were called when their rules were saved, for those nobody has read yet. */
function savedNames({ rows }: RuleBook): Map<string, string> {
  const before = namesByRows.get(rows);
  if (before) return before;
  const names = new Map(
    rows.flatMap((row) => {
      const read = readBody(row);
      return row.resourceType === "sheet" && "body" in read
        ? [[row.sheetId, read.body.sheetName] as const]
        : [];
    }),
  );
  namesByRows.set(rows, names);
  return names;
}
