import { validateConditions } from "@/lib/policy/condition-problems";
import type { ConditionGroup } from "@/lib/policy/types";
import { conditionsOf } from "./condition-columns";
import type { RuleInput } from "./schema";

export interface RuleProblem {
  /** Where, such as `endsAt`, `columns`, `masks.1` or `rows.conditions.0`. */
  field: string;
  /** One plain sentence and what to do. */
  message: string;
}

export interface CheckOptions {
  /** ISO 8601. */
  now: string;
  /** How long a permit may last at most, in days. */
  longestDays: number;
}

const DAY_MS = 86_400_000;

/** Everything wrong with a rule that its shape can't say and that needs no look at Smartsheet. Empty where nothing is. Pure. */
export function checkRule(input: RuleInput, options: CheckOptions): RuleProblem[] {
  return [
    ...principalProblems(input),
    ...columnProblems(input),
    ...maskProblems(input),
    ...rowProblems(input),
    ...lookupProblems(input),
    ...timeProblems(input, options),
  ];
}

export function isOverMany({ resource }: Pick<RuleInput, "resource">): boolean {
  return resource.type === "folder" || resource.type === "workspace";
}

function principalProblems({ effect, principal }: RuleInput): RuleProblem[] {
  if (principal.type !== "link" || effect === "forbid") return [];
  const message =
    "A rule that opens something is for people: who opens a link is not known. Choose a person, a group or a domain.";
  return [{ field: "principal", message }];
}

function columnProblems(input: RuleInput): RuleProblem[] {
  const { columns, effect } = input;
  const at = (message: string) => [{ field: "columns", message }];
  if (columns.mode === "all") return [];
  if (columns.ids !== undefined && isOverMany(input))
    return at(
      "Column ids differ from sheet to sheet. Over a folder or workspace name columns by their titles.",
    );
  if (columns.titles !== undefined && columns.mode === "except" && effect === "permit")
    return at(
      "All but some titles would open columns added later. Name the titles that may be seen instead.",
    );
  return [];
}

function maskProblems(input: RuleInput): RuleProblem[] {
  if (input.effect === "forbid") return [];
  const { columns } = input;
  return (input.masks ?? []).flatMap(({ columnId, title }, place) => {
    const field = `masks.${place}`;
    if (columnId !== undefined && isOverMany(input))
      return { field, message: "Over a folder or workspace name the masked column by its title." };
    if (columns.mode === "all") return [];
    const isInside =
      columnId === undefined
        ? (columns.titles ?? []).some((each) => sameTitle(each, title ?? ""))
        : columns.mode === "only"
          ? (columns.ids ?? []).includes(columnId)
          : columns.ids !== undefined && !columns.ids.includes(columnId);
    if (isInside) return [];
    return {
      field,
      message: "Mask only columns the rule shows, named the same way. Add the column, or drop the mask.",
    };
  });
}

function sameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function rowProblems(input: RuleInput): RuleProblem[] {
  const problems = validateConditions(input.rows as ConditionGroup | null).map(({ path, message }) => ({
    field: path === "" ? "rows" : `rows.${path}`,
    message,
  }));
  if (problems.length > 0) return problems;
  if (isOverMany(input) && conditionsOf(input.rows).some(({ columnId }) => columnId !== undefined))
    return [
      {
        field: "rows",
        message:
          "Column ids differ from sheet to sheet. Over a folder or workspace name condition columns by title.",
      },
    ];
  return [];
}

function lookupProblems(input: RuleInput): RuleProblem[] {
  if (input.effect === "permit") return [];
  if (isOverMany(input) && input.lookup === undefined)
    return [
      {
        field: "lookup",
        message: "Say whose view of the folder or workspace tells what lies below it, best its owner's.",
      },
    ];
  if (!isOverMany(input) && input.lookup !== undefined)
    return [
      { field: "lookup", message: "Only a rule over a folder or workspace needs somebody to look it up." },
    ];
  return [];
}

function timeProblems(
  { startsAt, endsAt, effect }: RuleInput,
  { now, longestDays }: CheckOptions,
): RuleProblem[] {
  if (endsAt === null) return [];
  const at = (message: string) => [{ field: "endsAt", message }];
  const [end, today] = [Date.parse(endsAt), Date.parse(now)];
  const start = startsAt ? Date.parse(startsAt) : Number.NEGATIVE_INFINITY;
  if (end <= today) return at("The end is in the past. Choose a later day.");
  if (end <= start) return at("The end is before the start. Choose a later day.");
  // One day of grace, so that "a year from today" may end in the evening.
  const longest = Math.max(start, today) + (longestDays + 1) * DAY_MS;
  if (effect === "permit" && end > longest)
    return at(`A rule lasts ${longestDays} days at most here. Choose an earlier day and extend it later.`);
  return [];
}
