import type { ColumnsInput, RuleInput } from "@/lib/rules/schema";
import { type ColumnsChoice, type Draft, needsLookup } from "./draft";
import { problemsOf, scopeProblems } from "./draft-problems";
import { groupOf } from "./draft-rows";
import { endOfDay, startOfDay } from "./zone-days";

/** The rule as it is sent, or null while a slot is empty. Days end and begin in `timeZone`. */
export function inputOf(draft: Draft, timeZone: string, today: string): RuleInput | null {
  if (Object.keys(problemsOf(draft, today)).length > 0) return null;
  const scope = scopeOf(draft);
  if (scope === null) return null;
  const { starts, ends, hours } = draft;
  const ticket = draft.ticket.trim();
  const endsAt = ends === null ? null : (ends.at ?? endOfDay(ends.day, timeZone));
  const shared = {
    ...scope,
    ...(starts === null ? {} : { startsAt: starts.at ?? startOfDay(starts.day, timeZone) }),
    ...(hours === null ? {} : { hours }),
    reason: draft.reason.trim(),
    ...(ticket === "" ? {} : { ticket }),
  };
  const seenAs = draft.assume === null ? null : seenAsOf(draft, draft.assume);
  if (draft.effect === "forbid")
    return {
      effect: "forbid",
      ...shared,
      ...(seenAs !== null && needsLookup(draft) ? { lookup: seenAs } : {}),
      endsAt,
    };
  if (seenAs === null || endsAt === null) return null;
  return { effect: "permit", ...shared, ...extrasOf(draft), delegation: seenAs, endsAt };
}

/**
 * What to foresee, or null while something is missing that counts. Reason and ticket change nothing for anybody, so they
 * may be missing, and typing them asks nothing; nor does how fresh the data is change who sees what.
 */
export function foreseenOf(draft: Draft, timeZone: string, today: string): RuleInput | null {
  return inputOf({ ...draft, freshSeconds: null, reason: "Foresight", ticket: "" }, timeZone, today);
}

/**
 * What to ask a preview for, or null while the scope has an empty slot. A forbid's scope is previewed as if it were
 * permitted: the same cells, counted by the same code. End, hours, freshness and reason change nothing in it, so typing
 * them asks nothing.
 */
export function previewOf(draft: Draft, timeZone: string, today: string): RuleInput | null {
  const scope = Object.keys(scopeProblems(draft)).length > 0 ? null : scopeOf(draft);
  if (scope === null || draft.assume === null || !canPreview(draft)) return null;
  return {
    effect: "permit",
    ...scope,
    // A permit is never for a link; what it covers is the same for everyone.
    principal: scope.principal.type === "link" ? { type: "everyone" } : scope.principal,
    ...(draft.effect === "permit" ? extrasOf({ ...draft, freshSeconds: null }) : {}),
    delegation: seenAsOf(draft, draft.assume),
    endsAt: endOfDay(today, timeZone),
    reason: "Preview",
  };
}

/**
 * Counting reads one sheet, so what holds many, and a report, is not counted. All but some titles is a forbid's alone,
 * and there is no permit to count it by.
 */
export function canPreview({ columns, resource }: Pick<Draft, "columns" | "resource">): boolean {
  if (resource !== null && resource.type !== "sheet") return false;
  return columns?.mode !== "except" || columns.by === "id";
}

function scopeOf(draft: Draft) {
  const { who, resource, columns, rows } = draft;
  if (who === null || resource === null || columns === null) return null;
  return {
    principal: who,
    resource: { type: resource.type, id: resource.id },
    actions: draft.actions,
    columns: columnsInput(columns),
    rows: rows === null ? null : groupOf(rows),
  };
}

function columnsInput({ mode, by, names }: ColumnsChoice): ColumnsInput {
  if (mode === "all") return { mode };
  return by === "id" ? { mode, ids: names } : { mode, titles: names };
}

/** What only a permit has. */
function extrasOf({ masks, parents, freshSeconds }: Draft) {
  return {
    ...(masks.length > 0 ? { masks } : {}),
    ...(parents ? { parents } : {}),
    ...(freshSeconds === null ? {} : { freshSeconds }),
  };
}

function seenAsOf({ connectionId }: Draft, assume: string) {
  return connectionId === null ? { assume } : { assume, connectionId };
}
