import { dayIn } from "@/lib/clock";
import type { Action } from "@/lib/policy/types";
import type { HoursInput, MasksInput, ResourceInput, RuleAnswer } from "@/lib/rules/schema";
import { type DraftGroup, draftRows } from "./draft-rows";
import { lastDayBefore } from "./zone-days";

export type Who = RuleAnswer["principal"];
export type ResourceType = ResourceInput["type"];

/** Columns by their ids on one sheet, by their titles over many. For "all" the names lie idle. */
export interface ColumnsChoice {
  mode: "all" | "only" | "except";
  by: "id" | "title";
  names: string[];
}

/** One column's mask. A size of 0 and an empty text stand for "not written yet". */
export type DraftMask = MasksInput[number];

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
  /**
   * A permit reads as this person. A forbid over a folder or workspace asks them what lies below it; any other forbid
   * only looks through their sheets to find the one it is about.
   */
  assume: string | null;
  connectionId: string | null;
  resource: { type: ResourceType; id: string; name: string } | null;
  columns: ColumnsChoice | null;
  /** A permit's alone, as `parents`; kept while one tries what a forbid would say. */
  masks: DraftMask[];
  /** Null: all rows. */
  rows: DraftGroup | null;
  /** The rows above a row that matches are shown too. */
  parents: boolean;
  starts: DraftDay | null;
  ends: DraftDay | null;
  /** Null: at any hour. */
  hours: HoursInput | null;
  /** A permit's alone, as `masks`. Null: as the connection says. */
  freshSeconds: number | null;
  reason: string;
  ticket: string;
}

export const SLOTS = [
  "who",
  "effect",
  "actions",
  "resource",
  "assume",
  "connection",
  "columns",
  "rows",
  "starts",
  "ends",
  "hours",
  "fresh",
  "reason",
  "ticket",
] as const;
export type SlotName = (typeof SLOTS)[number];

export type Problems = Partial<Record<SlotName, string>>;

export const emptyDraft: Draft = {
  who: null,
  effect: "permit",
  actions: ["read"],
  assume: null,
  connectionId: null,
  resource: null,
  columns: null,
  masks: [],
  rows: null,
  parents: false,
  starts: null,
  ends: null,
  hours: null,
  freshSeconds: null,
  reason: "",
  ticket: "",
};

/** A folder and a workspace stand for many sheets, whose column ids differ. */
export function isOverMany(resource: { type: ResourceType } | null): boolean {
  return resource?.type === "folder" || resource?.type === "workspace";
}

/** How the columns of a resource are named: a report's are its sheets', so they go by title too. */
export function namesBy(resource: { type: ResourceType } | null): ColumnsChoice["by"] {
  return resource === null || resource.type === "sheet" ? "id" : "title";
}

/** True where a forbid needs somebody whose view tells what lies below its folder or workspace. */
export function needsLookup({ effect, resource }: Pick<Draft, "effect" | "resource">): boolean {
  return effect === "forbid" && isOverMany(resource);
}

/** A stored rule, made editable. `inputOf` gives the same rule back as long as nothing is edited. */
export function draftOf(rule: RuleAnswer, timeZone: string): Draft {
  const { startsAt, endsAt } = rule;
  const seenAs = rule.delegation ?? rule.lookup;
  return {
    who: rule.principal,
    effect: rule.effect,
    actions: rule.actions,
    assume: seenAs?.assume ?? null,
    connectionId: seenAs?.connectionId ?? null,
    resource: { ...rule.resource, name: rule.sheetName },
    columns: columnsOf(rule),
    masks: rule.masks ?? [],
    rows: rule.rows === null ? null : draftRows(rule.rows),
    parents: rule.parents ?? false,
    starts: startsAt === null ? null : { day: dayIn(timeZone, new Date(startsAt)), at: startsAt },
    ends: endsAt === null ? null : { day: lastDayBefore(endsAt, timeZone), at: endsAt },
    hours: rule.hours,
    freshSeconds: rule.freshSeconds ?? null,
    reason: rule.reason,
    ticket: rule.ticket ?? "",
  };
}

/** What a form begins with: the rule to change, the words of another without its dates, or nothing. */
export function startOf(rule: RuleAnswer | null, from: RuleAnswer | null, timeZone: string): Draft {
  if (rule !== null) return draftOf(rule, timeZone);
  return from === null ? emptyDraft : { ...draftOf(from, timeZone), starts: null, ends: null };
}

function columnsOf({ columns, resource }: RuleAnswer): ColumnsChoice {
  if (columns.mode === "all") return { mode: "all", by: namesBy(resource), names: [] };
  return columns.titles === undefined
    ? { mode: columns.mode, by: "id", names: columns.ids ?? [] }
    : { mode: columns.mode, by: "title", names: columns.titles };
}

/** True when both say the same rule; keys of condition lines do not count. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  const plain = (draft: Draft) => JSON.stringify(draft, (key, value) => (key === "key" ? undefined : value));
  return plain(a) === plain(b);
}
