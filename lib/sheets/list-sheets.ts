import "server-only";
import { listOpenRules } from "@/db/queries/rules";
import { findSheetLabels, listFavourites, listRecents } from "@/db/queries/sheets";
import type { Actor } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { OwnTokens } from "@/lib/auth/own-tokens";
import { findPerson } from "@/lib/auth/person";
import { type Clock, dayIn } from "@/lib/clock";
import { type AppError, appError } from "@/lib/errors";
import { decide } from "@/lib/policy/decide";
import type { SheetId, UserId } from "@/lib/policy/ids";
import type { AnyRule, Decision, Facts, Person } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import { readBody } from "@/lib/rules/facts";
import { loadPolicyRules } from "@/lib/rules/policy-rules";
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
  timeZone: string;
  ownTokens: OwnTokens;
  ownAccess: OwnAccess;
  smartsheet: Smartsheet;
  monotonicMs: () => number;
}): SheetListService {
  const { audit, clock, ownTokens, ownAccess, smartsheet, monotonicMs } = parts;
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
      const now = clock.now();
      const person = await findPerson(viewer.userId, now);
      if (!person) return fail(appError("unauthenticated"));
      const actor: Actor = { kind: "user", id: viewer.userId, email: viewer.email };
      const own = await listOwn(viewer.userId);
      const rules = await loadPolicyRules();
      const facts = (ownFact: Facts["own"]): Facts => ({
        now: now.toISOString(),
        today: dayIn(parts.timeZone, now),
        own: ownFact,
        switches: { appPaused: false, delegationPaused: false },
      });
      const sheets = [
        ...ownEntries(own.sheets, person, rules, facts("yes")),
        ...(await delegatedEntries(new Set(own.sheets.map(({ id }) => id)), person, rules, facts("no"))),
      ].sort((a, b) => a.name.localeCompare(b.name, "en", { sensitivity: "base", numeric: true }));
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

function ownEntries(
  sheets: readonly SheetSummary[],
  person: Person,
  rules: readonly AnyRule[],
  facts: Facts,
): SheetListEntry[] {
  const bySheet = rulesBySheet(rules);
  return sheets.flatMap(({ id, name, modifiedAt }) => {
    const decision = decide({ person, sheetId: id, action: "read" }, bySheet(id), facts);
    if (decision.effect === "deny") return [];
    return [{ id, name, via: "own" as const, rules: decision.because, expiresAt: null, modifiedAt }];
  });
}

async function delegatedEntries(
  own: ReadonlySet<string>,
  person: Person,
  rules: readonly AnyRule[],
  facts: Facts,
): Promise<SheetListEntry[]> {
  const bySheet = rulesBySheet(rules);
  const ids = new Set(
    rules.flatMap((rule) =>
      "resource" in rule && rule.resource.type === "sheet" && !own.has(rule.resource.id)
        ? [rule.resource.id]
        : [],
    ),
  );
  const open: [SheetId, Extract<Decision, { via: "delegated" }>][] = [];
  for (const id of ids) {
    const decision = decide({ person, sheetId: id, action: "read" }, bySheet(id), facts);
    if (decision.effect === "allow" && decision.via === "delegated") open.push([id, decision]);
  }
  const labels = await findSheetLabels(open.map(([id]) => id));
  const saved = open.length > 0 ? await savedNames() : new Map<string, string>();
  return open.map(([id, decision]) => ({
    id,
    name: labels.get(id)?.name ?? saved.get(id) ?? id,
    via: "delegated" as const,
    rules: decision.because,
    assumedUser: assumedUsersOf(decision).join(", "),
    expiresAt: decision.expiresAt,
    modifiedAt: labels.get(id)?.modifiedAt ?? null,
  }));
}

/** Rules for every sheet, unreadable ones without a sheet included, looked up by sheet. */
function rulesBySheet(rules: readonly AnyRule[]): (id: string) => AnyRule[] {
  const bySheet = new Map<string, AnyRule[]>();
  const everywhere: AnyRule[] = [];
  for (const rule of rules) {
    const id = "resource" in rule ? rule.resource.id : rule.sheetId;
    if (id === null) everywhere.push(rule);
    else bySheet.set(id, [...(bySheet.get(id) ?? []), rule]);
  }
  return (id) => [...(bySheet.get(id) ?? []), ...everywhere];
}

/** What the sheets were called when their rules were saved, for those nobody has read yet. */
async function savedNames(): Promise<Map<string, string>> {
  return new Map(
    (await listOpenRules()).flatMap((row) => {
      const read = readBody(row);
      return "body" in read ? [[row.sheetId, read.body.sheetName] as const] : [];
    }),
  );
}
