import type { RuleRow } from "@/db/queries/rules";
import type {
  ColumnId,
  ConnectionId,
  FolderId,
  GroupId,
  LinkId,
  LocalGroupId,
  RuleId,
  SheetId,
  UserId,
  WorkspaceId,
} from "@/lib/policy/ids";
import type {
  AnyRule,
  ColumnMask,
  ColumnScope,
  ConditionGroup,
  RulePrincipal,
  RuleResource,
  RuleScope,
  UnreadableRule,
} from "@/lib/policy/types";
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
const MAX_PARSED = 20_000;

/** A stored body, or why it cannot be read. */
export function readBody(row: RuleRow): ReadBody {
  const key = `${row.effect} ${row.resourceType} ${row.sheetId} ${row.body}`;
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
    const { effect, resource } = result.data;
    if (effect !== row.effect || resource.id !== row.sheetId || resource.type !== row.resourceType)
      return { unreadable: "effect or resource" };
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
      ...aboutOf(row),
      unreadable: read.unreadable,
    };
  const { body } = read;
  const scope: RuleScope = {
    id,
    version: row.version,
    principal: toPrincipal(body.principal, bindings),
    resource: body.resource as RuleResource,
    actions: body.actions,
    columns: toScope(body),
    rows: body.rows as ConditionGroup | null,
    startsAt: body.startsAt ?? null,
    hours: body.hours ?? null,
  };
  if (body.effect === "forbid") return { ...scope, effect: "forbid", endsAt: body.endsAt };
  return {
    ...scope,
    effect: "permit",
    endsAt: body.endsAt,
    ...(body.masks?.length ? { masks: body.masks as ColumnMask[] } : {}),
    ...(body.parents ? { parents: true } : {}),
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
    case "localGroup":
      return { type: "localGroup", id: principal.id as LocalGroupId };
    case "link":
      return { type: "link", id: principal.id as LinkId | null };
    case "domain":
    case "everyone":
      return principal;
  }
}

function toScope({ columns, knownColumns }: RuleBody): ColumnScope {
  if (columns.mode === "all") return columns;
  if (columns.titles !== undefined) {
    const { mode, titles } = columns;
    return mode === "only" ? { mode, titles } : { mode, titles };
  }
  const ids = columns.ids as ColumnId[];
  return columns.mode === "only"
    ? { mode: "only", ids }
    : { mode: "except", ids, known: knownColumns as ColumnId[] };
}

/** What an unreadable rule is about, as far as the columns beside its body tell. */
function aboutOf({ resourceType, sheetId }: RuleRow): Pick<UnreadableRule, "sheetId" | "about"> {
  if (resourceType === "folder") return { sheetId: null, about: { type: "folder", id: sheetId as FolderId } };
  if (resourceType === "workspace")
    return { sheetId: null, about: { type: "workspace", id: sheetId as WorkspaceId } };
  return { sheetId: sheetId as SheetId };
}

/** Addresses whose bindings a set of rows needs. */
export function addressesOf(rows: readonly RuleRow[]): string[] {
  return rows.flatMap((row) => {
    const read = readBody(row);
    return "body" in read && read.body.principal.type === "user" ? [read.body.principal.email] : [];
  });
}
