import type { HoursInput } from "@/lib/rules/schema";
import { type Draft, isOverMany, needsLookup, type Problems } from "./draft";
import { rowsProblem } from "./draft-rows";
import { maskProblem } from "./mask-words";

const LONGEST_REASON = 500;
export const LONGEST_TICKET = 200;

/** What still keeps the rule from being saved, by slot. `today` is `YYYY-MM-DD` in the installation's zone. */
export function problemsOf(draft: Draft, today: string): Problems {
  const problems: Problems = scopeProblems(draft);
  const { starts, ends, hours, reason, ticket } = draft;
  if (draft.effect === "permit" && ends === null) problems.ends = "Choose the last day.";
  if (ends !== null && ends.day < today) problems.ends = "The end is in the past. Choose a later day.";
  else if (ends !== null && starts !== null && ends.day < starts.day)
    problems.ends = "The end is before the start. Choose a later day.";
  const badHours = hours === null ? null : hoursProblem(hours);
  if (badHours !== null) problems.hours = badHours;
  if (reason.trim() === "") problems.reason = "Say why, for whoever reads this next year.";
  else if (reason.trim().length > LONGEST_REASON) problems.reason = `At most ${LONGEST_REASON} characters.`;
  if (ticket.trim().length > LONGEST_TICKET) problems.ticket = `At most ${LONGEST_TICKET} characters.`;
  return problems;
}

/** The part of the above that decides what is given away: enough for a preview. */
export function scopeProblems(draft: Draft): Problems {
  const problems: Problems = {};
  const isPermit = draft.effect === "permit";
  if (draft.who === null) problems.who = "Choose whom it is for.";
  else if (draft.who.type === "link" && isPermit)
    problems.who = "Share links can only be forbidden. Choose a person, a group or a domain.";
  if (draft.resource === null) problems.resource = "Choose a sheet.";
  if (isPermit && draft.assume === null) problems.assume = "Choose whose access is used.";
  else if (needsLookup(draft) && draft.assume === null)
    problems.assume = "Choose whose view tells what lies below it, best its owner's.";
  const badColumns = columnsProblem(draft);
  if (badColumns !== null) problems.columns = badColumns;
  const rows = draft.rows === null ? null : rowsProblem(draft.rows);
  if (rows !== null) problems.rows = rows;
  return problems;
}

function columnsProblem({ columns, effect, resource, masks }: Draft): string | null {
  if (columns === null) return "Choose the columns.";
  if (columns.mode !== "all") {
    if (columns.names.length === 0) return "Choose at least one column.";
    if (columns.by === "id" && isOverMany(resource))
      return "Column ids differ from sheet to sheet. Name the columns by their titles.";
    if (columns.by === "title" && columns.mode === "except" && effect === "permit")
      return "All but some titles would open columns added later. Name the ones that may be seen instead.";
  }
  if (effect === "forbid") return null;
  return masks.map(({ mask }) => maskProblem(mask)).find((problem) => problem !== null) ?? null;
}

/** Times as `HH:MM`, so their order is that of their text. */
export function hoursProblem({ days, from, to }: HoursInput): string | null {
  if (days.length === 0) return "Choose at least one day of the week.";
  if (from === "" || to === "") return "Choose from when until when.";
  return from < to ? null : "The hours end before they begin. Over midnight takes two rules.";
}
