import type { RuleAnswer } from "@/lib/rules/schema";
import { type Names, textOf } from "./condition-words";
import { draftOf } from "./draft";
import type { ProblemWords } from "./problems";
import { problemWords } from "./problems";
import { actionWords, keptColumns, ruleTitle, slotText, tokensOf } from "./sentence";

/** A rule as one line of the list. */
export interface ListEntry {
  id: string;
  title: string;
  effect: "permit" | "forbid";
  /** "3 columns", "all columns", "all but 2 columns". */
  columns: string;
  /** The columns by name. */
  columnNames: string;
  rows: string;
  /** What it allows beyond reading, or nothing. */
  extra: string;
  endsAt: string | null;
  startsAt: string | null;
  state: RuleAnswer["state"];
  /** Stopped by hand; a forbid never is. */
  isPaused: boolean;
  reason: string;
  problem: ProblemWords | null;
  /** What the search looks through, in lower case. */
  haystack: string;
}

export type ListFilter = "all" | "active" | "ended";

const none: ReadonlySet<string> = new Set();

/** `paused`: ids of the rules stopped by hand. */
export function entryOf(
  rule: RuleAnswer,
  names: Names,
  timeZone: string,
  paused: ReadonlySet<string> = none,
): ListEntry {
  const draft = draftOf(rule, timeZone);
  const wording = { names, columns: keptColumns(rule), connections: [] };
  const title = ruleTitle(rule, names);
  const columnNames = slotText("columns", tokensOf(draft, "columns", wording));
  const rows = textOf(tokensOf(draft, "rows", wording));
  const address = rule.principal.type === "user" ? rule.principal.email : "";
  const seenAs = rule.delegation ?? rule.lookup;
  return {
    id: rule.id,
    title,
    effect: rule.effect,
    columns: countWords(rule),
    columnNames,
    rows,
    extra: rule.effect === "permit" ? actionWords(rule.actions.filter((action) => action !== "read")) : "",
    endsAt: rule.endedAt ?? rule.endsAt,
    startsAt: rule.startsAt,
    state: rule.state,
    isPaused: paused.has(rule.id) && rule.effect === "permit",
    reason: rule.reason,
    problem: problemWords(rule, names),
    haystack: [rule.id, title, address, seenAs?.assume, rule.reason, rule.ticket, columnNames, rows]
      .join(" ")
      .toLowerCase(),
  };
}

function countWords({ columns, masks = [] }: RuleAnswer): string {
  const masked = masks.length > 0 ? `, ${masks.length} masked` : "";
  if (columns.mode === "all") return `all columns${masked}`;
  const many = (columns.ids ?? columns.titles ?? []).length;
  const count = `${many} ${many === 1 ? "column" : "columns"}`;
  return `${columns.mode === "only" ? count : `all but ${count}`}${masked}`;
}

/** Entries of a filter in which every typed word occurs; those in trouble first, then the newest. */
export function shownEntries(entries: readonly ListEntry[], filter: ListFilter, query: string): ListEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const inTrouble = (entry: ListEntry) => Number(entry.problem !== null || entry.state === "unreadable");
  const number = (entry: ListEntry) => Number(entry.id.slice(2));
  return entries
    .filter(({ state }) => filter === "all" || (filter === "ended") === (state === "ended"))
    .filter(({ haystack }) => words.every((word) => haystack.includes(word)))
    .sort((a, b) => inTrouble(b) - inTrouble(a) || number(b) - number(a));
}
