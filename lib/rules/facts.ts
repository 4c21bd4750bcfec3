import type { RuleRow } from "@/db/queries/rules";
import type { ColumnId, ConnectionId, GroupId, RuleId, SheetId, UserId } from "@/lib/policy/ids";
import type { AnyRule, ColumnScope, ConditionGroup, RulePrincipal, RuleScope } from "@/lib/policy/types";
import { type RuleBody, ruleBody } from "./schema";

export function ruleIdOf(number: number): RuleId {
  return `R-${number}` as RuleId;
}

export function ruleNumberOf(id: string): number | null {
  const found = /^R-([1-9]\d{0,9})$/.exec(id);
  return found ? Number(found[1]) : null;
}

type ReadBody = { body: RuleBody } | { unreadable: string };

/**
 * Parsed bodies by their text: reading rules anew on every request (I04) must not mean parsing them anew.
 * What is remembered is what the text says, never whether it is in force.
 */
const parsed = new Map<string, ReadBody>();
const MAX_PARSED = 5_000;

/** A stored body, or why it cannot be read. */
export function readBody(row: RuleRow): ReadBody {
  const key = `${row.effect} ${row.sheetId} ${row.body}`;
  const known = parsed.get(key);
  if (known) return known;
  const read = parseBody(row);
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(key, read);
  return read;
}

function parseBody(row: RuleRow): ReadBody {
  try {
    const result = ruleBody.safeParse(JSON.parse(row.body));
    if (!result.success) return { unreadable: result.error.issues[0]?.path.join(".") || "shape" };
    if (result.data.effect !== row.effect || result.data.resource.id !== row.sheetId)
      return { unreadable: "effect or sheet" };
    return { body: result.data };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { unreadable: "not JSON" };
    throw cause;
  }
}

/** Stored rules as facts for the decision. `bindings`: lower-case address to the user id it is bound to. */
export function toPolicyRule(row: RuleRow, bindings: ReadonlyMap<string, string>): AnyRule {
  const id = ruleIdOf(row.number);
  const read = readBody(row);
  if ("unreadable" in read)
    return {
      id,
      effect: row.effect === "permit" || row.effect === "forbid" ? row.effect : "unknown",
      sheetId: row.sheetId as SheetId,
      unreadable: read.unreadable,
    };
  const { body } = read;
  const scope: RuleScope = {
    id,
    version: row.version,
    principal: toPrincipal(body.principal, bindings),
    resource: { type: "sheet", id: body.resource.id as SheetId },
    actions: body.actions,
    columns: toScope(body),
    rows: body.rows as ConditionGroup | null,
    startsAt: body.startsAt ?? null,
  };
  if (body.effect === "forbid") return { ...scope, effect: "forbid", endsAt: body.endsAt };
  return {
    ...scope,
    effect: "permit",
    endsAt: body.endsAt,
    delegation: {
      connectionId: body.delegation.connectionId as ConnectionId,
      assume: body.delegation.assume,
    },
  };
}

function toPrincipal(principal: RuleBody["principal"], bindings: ReadonlyMap<string, string>): RulePrincipal {
  switch (principal.type) {
    case "user":
      return {
        type: "user",
        email: principal.email,
        userId: (bindings.get(principal.email) as UserId) ?? null,
      };
    case "group":
      return { type: "group", id: principal.id as GroupId };
    case "domain":
    case "everyone":
      return principal;
  }
}

function toScope(body: RuleBody): ColumnScope {
  switch (body.columns.mode) {
    case "all":
      return { mode: "all" };
    case "only":
      return { mode: "only", ids: body.columns.ids as ColumnId[] };
    case "except":
      return { mode: "except", ids: body.columns.ids as ColumnId[], known: body.knownColumns as ColumnId[] };
  }
}

/** Addresses whose bindings a set of rows needs. */
export function addressesOf(rows: readonly RuleRow[]): string[] {
  return rows.flatMap((row) => {
    const read = readBody(row);
    return "body" in read && read.body.principal.type === "user" ? [read.body.principal.email] : [];
  });
}
