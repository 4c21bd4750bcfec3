import { dayIn } from "@/lib/clock";
import { plainAddress } from "@/lib/policy/addresses";
import { ACTIONS, type Action } from "@/lib/policy/types";
import type { RuleAnswer, RuleInput } from "@/lib/rules/schema";
import { type DraftGroup, draftRows, groupOf, rowsProblem } from "./draft-rows";
import { endOfDay, lastDayBefore, startOfDay } from "./zone-days";

export type Who = RuleAnswer["principal"];
export type ColumnsChoice = { mode: "all" | "only" | "except"; ids: string[] };

/** A day as one picks it. `at` is the exact moment of a rule made elsewhere, kept until another day is picked. */
export interface DraftDay {
  day: string;
  at?: string;
}

/** A rule while it is written; null stands for a slot nobody has filled. */
export interface Draft {
  who: Who | null;
  effect: "permit" | "forbid";
  actions: Action[];
  /** A permit reads as this person; a forbid only looks through their sheets to find the one it is about. */
  assume: string | null;
  connectionId: string | null;
  sheet: { id: string; name: string } | null;
  columns: ColumnsChoice | null;
  /** Null: all rows. */
  rows: DraftGroup | null;
  starts: DraftDay | null;
  ends: DraftDay | null;
  reason: string;
}

export const SLOTS = [
  "who",
  "effect",
  "actions",
  "sheet",
  "assume",
  "connection",
  "columns",
  "rows",
  "starts",
  "ends",
  "reason",
] as const;
export type SlotName = (typeof SLOTS)[number];

export type Problems = Partial<Record<SlotName, string>>;

export const emptyDraft: Draft = {
  who: null,
  effect: "permit",
  actions: ["read"],
  assume: null,
  connectionId: null,
  sheet: null,
  columns: null,
  rows: null,
  starts: null,
  ends: null,
  reason: "",
};

/** A stored rule, made editable. */
export function draftOf(rule: RuleAnswer, timeZone: string): Draft {
  const { columns, startsAt, endsAt } = rule;
  return {
    who: rule.principal,
    effect: rule.effect,
    actions: rule.actions,
    assume: rule.delegation?.assume ?? null,
    connectionId: rule.delegation?.connectionId ?? null,
    sheet: { id: rule.resource.id, name: rule.sheetName },
    columns: { mode: columns.mode, ids: columns.mode === "all" ? [] : columns.ids },
    rows: rule.rows === null ? null : draftRows(rule.rows),
    starts: startsAt === null ? null : { day: dayIn(timeZone, new Date(startsAt)), at: startsAt },
    ends: endsAt === null ? null : { day: lastDayBefore(endsAt, timeZone), at: endsAt },
    reason: rule.reason,
  };
}

/** What still keeps the rule from being saved, by slot. `today` is `YYYY-MM-DD` in the installation's zone. */
export function problemsOf(draft: Draft, today: string): Problems {
  const problems: Problems = scopeProblems(draft);
  if (draft.effect === "permit" && draft.ends === null) problems.ends = "Choose the last day.";
  if (draft.ends !== null && draft.ends.day < today)
    problems.ends = "The end is in the past. Choose a later day.";
  else if (draft.ends !== null && draft.starts !== null && draft.ends.day < draft.starts.day)
    problems.ends = "The end is before the start. Choose a later day.";
  if (draft.reason.trim() === "") problems.reason = "Say why, for whoever reads this next year.";
  else if (draft.reason.trim().length > 500) problems.reason = "At most 500 characters.";
  return problems;
}

/** The part of the above that decides what is given away: enough for a preview. */
function scopeProblems(draft: Draft): Problems {
  const problems: Problems = {};
  if (draft.who === null) problems.who = "Choose whom it is for.";
  if (draft.effect === "permit" && draft.assume === null) problems.assume = "Choose whose access is used.";
  if (draft.sheet === null) problems.sheet = "Choose a sheet.";
  if (draft.columns === null) problems.columns = "Choose the columns.";
  else if (draft.columns.mode !== "all" && draft.columns.ids.length === 0)
    problems.columns = "Choose at least one column.";
  const rows = draft.rows === null ? null : rowsProblem(draft.rows);
  if (rows !== null) problems.rows = rows;
  return problems;
}

/** The rule as it is sent, or null while a slot is empty. Days end and begin in `timeZone`. */
export function inputOf(draft: Draft, timeZone: string, today: string): RuleInput | null {
  if (Object.keys(problemsOf(draft, today)).length > 0) return null;
  const scope = scopeOf(draft);
  if (scope === null) return null;
  const { starts, ends } = draft;
  const when = starts === null ? {} : { startsAt: starts.at ?? startOfDay(starts.day, timeZone) };
  const endsAt = ends === null ? null : (ends.at ?? endOfDay(ends.day, timeZone));
  const shared = { ...scope, ...when, reason: draft.reason.trim() };
  if (draft.effect === "forbid") return { effect: "forbid", ...shared, endsAt };
  if (draft.assume === null || endsAt === null) return null;
  return { effect: "permit", ...shared, delegation: delegationOf(draft, draft.assume), endsAt };
}

/**
 * What to ask a preview for, or null while the scope has an empty slot. A forbid's scope is previewed as if it were
 * permitted: the same cells, counted by the same code. End and reason change nothing in it, so typing them asks nothing.
 */
export function previewOf(draft: Draft, timeZone: string, today: string): RuleInput | null {
  const scope = Object.keys(scopeProblems(draft)).length > 0 ? null : scopeOf(draft);
  if (scope === null || draft.assume === null) return null;
  return {
    effect: "permit",
    ...scope,
    delegation: delegationOf(draft, draft.assume),
    endsAt: endOfDay(today, timeZone),
    reason: "Preview",
  };
}

function scopeOf(draft: Draft) {
  const { who, sheet, columns, rows } = draft;
  if (who === null || sheet === null || columns === null) return null;
  const { mode, ids } = columns;
  return {
    principal: who,
    resource: { type: "sheet" as const, id: sheet.id },
    actions: draft.actions,
    columns: mode === "all" ? { mode } : { mode, ids },
    rows: rows === null ? null : groupOf(rows),
  };
}

function delegationOf({ connectionId }: Draft, assume: string) {
  return connectionId === null ? { assume } : { assume, connectionId };
}

/** True when both say the same rule; keys of condition lines do not count. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  const plain = (draft: Draft) => JSON.stringify(draft, (key, value) => (key === "key" ? undefined : value));
  return plain(a) === plain(b);
}

/** Another sheet has other columns, so what named the old ones falls. */
export function withSheet(draft: Draft, sheet: NonNullable<Draft["sheet"]>): Draft {
  if (draft.sheet?.id === sheet.id) return { ...draft, sheet };
  return { ...draft, sheet, columns: draft.columns?.mode === "all" ? draft.columns : null, rows: null };
}

export function withEffect(draft: Draft, effect: Draft["effect"]): Draft {
  if (effect === draft.effect) return draft;
  return effect === "forbid"
    ? { ...draft, effect, actions: ["read"], columns: draft.columns ?? { mode: "all", ids: [] } }
    : { ...draft, effect };
}

export function withAction(draft: Draft, action: Action, isOn: boolean): Draft {
  const actions = ACTIONS.filter((each) =>
    each === "read" ? true : each === action ? isOn : draft.actions.includes(each),
  );
  return { ...draft, actions };
}

/** What somebody typed into "who" as a person or a domain, or null. */
export function whoOfText(text: string): Who | null {
  const address = plainAddress(text.trim());
  if (address !== null) return { type: "user", email: address };
  const domain = text.trim().replace(/^@/, "").toLowerCase();
  return /^[0-9a-z](?:[0-9a-z-]*[0-9a-z])?(?:\.[0-9a-z](?:[0-9a-z-]*[0-9a-z])?)+$/.test(domain)
    ? { type: "domain", domain }
    : null;
}
