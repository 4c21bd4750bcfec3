import { fail, ok, type Result } from "@/lib/result";
import type { RuleInput } from "../schema";
import { canonicalRule, canonicalText } from "./canonical";
import { type Difference, differencesOf } from "./differences";
import type { FileRule, RuleFile } from "./parse";
import { type FileProblem, fieldOf } from "./problems";
import { inputOf, isOver, type StoredRule } from "./stored";

export type PlanStep =
  | { kind: "create"; rule: FileRule; input: RuleInput }
  | {
      kind: "change";
      rule: FileRule;
      stored: StoredRule;
      /** What will be saved: the file's rule, by the stored rule's connection where it names none. */
      input: RuleInput;
      differences: Difference[];
      /** Nothing changes but that it ends later. */
      isExtension: boolean;
    }
  | { kind: "end"; stored: StoredRule };

export interface RulePlan {
  steps: PlanStep[];
  unchanged: StoredRule[];
  /** Open rules the file does not name and that stay as they are; those whose time has run out are not among them. */
  notInFile: StoredRule[];
}

export interface PlanOptions {
  /** Ends the open rules the file does not name. */
  endMissing: boolean;
  /** ISO 8601. */
  now: string;
}

/**
 * What it takes to make the stored rules say what the file says. A rule without an id that says the same as an open
 * one is that rule. Errors: ids that are unknown, ended or cannot be read, each with its line. Pure.
 */
export function planRules(
  file: RuleFile,
  stored: readonly StoredRule[],
  { endMissing, now }: PlanOptions,
): Result<RulePlan, FileProblem[]> {
  const byId = new Map(stored.map((rule) => [rule.id, rule]));
  const named = new Set(file.rules.flatMap(({ id }) => (id === null ? [] : [id])));
  const open = stored.filter((rule) => !rule.isEnded && !named.has(rule.id));
  const alike = sayingTheSame(open);
  const problems: FileProblem[] = [];
  const plan: RulePlan = { steps: [], unchanged: [], notInFile: [] };

  for (const rule of file.rules) {
    const same = rule.id === null ? alike(rule.input) : null;
    if (rule.id === null && same === null) plan.steps.push({ kind: "create", rule, input: rule.input });
    else {
      const step = compare(rule, same ?? byId.get(rule.id ?? ""));
      if ("message" in step) problems.push(step);
      else if (step.kind === "change") plan.steps.push(step);
      else plan.unchanged.push(step.stored);
    }
  }
  if (problems.length > 0) return fail(problems);

  const met = new Set(plan.unchanged.map(({ id }) => id));
  const missing = open.filter((rule) => !met.has(rule.id) && !isOver(rule, now));
  if (endMissing) plan.steps.push(...missing.map((rule) => ({ kind: "end", stored: rule }) as const));
  else plan.notInFile.push(...missing);
  return ok(plan);
}

type Compared =
  | Extract<PlanStep, { kind: "change" }>
  | { kind: "unchanged"; stored: StoredRule }
  | FileProblem;

function compare(rule: FileRule, stored: StoredRule | undefined): Compared {
  if (!stored) return refuse(rule, "There is no such rule. Remove the id to make a new one.");
  if (stored.isEnded)
    return refuse(
      rule,
      "This rule has ended, and an ended rule stays ended. Remove it, or its id to make a new one.",
    );
  if (stored.body === null)
    return refuse(
      rule,
      "The stored rule cannot be read any more. End it, and remove the id to write it anew.",
    );
  const before = inputOf(stored.body);
  const input = withConnectionOf(before, rule.input);
  const differences = differencesOf(canonicalRule(before), canonicalRule(input));
  if (differences.length === 0) return { kind: "unchanged", stored };
  const isExtension = differences.every(({ field }) => field === "endsAt") && endsLater(before, input);
  return { kind: "change", rule, stored, input, differences, isExtension };
}

function refuse(rule: FileRule, message: string): FileProblem {
  return { ...rule.placeOf(["id"]), field: fieldOf(["rules", rule.index, "id"]), message };
}

function endsLater(before: RuleInput, after: RuleInput): boolean {
  return (
    before.endsAt !== null && after.endsAt !== null && Date.parse(after.endsAt) > Date.parse(before.endsAt)
  );
}

/** A file that names no connection means the one the rule has: files are shared between installations. */
function withConnectionOf(stored: RuleInput, input: RuleInput): RuleInput {
  const own = connectionOf(stored);
  if (own === undefined || connectionOf(input) !== undefined) return input;
  if (input.effect === "permit") return { ...input, delegation: { ...input.delegation, connectionId: own } };
  return input.lookup ? { ...input, lookup: { ...input.lookup, connectionId: own } } : input;
}

function connectionOf(input: RuleInput): string | undefined {
  return (input.effect === "permit" ? input.delegation : input.lookup)?.connectionId;
}

/** Finds an open rule that says the same, each at most once. */
function sayingTheSame(open: readonly StoredRule[]): (input: RuleInput) => StoredRule | null {
  const byText = new Map<string, StoredRule[]>();
  for (const rule of open) {
    if (rule.body === null) continue;
    const input = inputOf(rule.body);
    for (const text of new Set([canonicalText(input), canonicalText(withoutConnection(input))]))
      byText.set(text, [...(byText.get(text) ?? []), rule]);
  }
  const taken = new Set<string>();
  return (input) => {
    const found = byText.get(canonicalText(input))?.find(({ id }) => !taken.has(id)) ?? null;
    if (found) taken.add(found.id);
    return found;
  };
}

function withoutConnection(input: RuleInput): RuleInput {
  if (input.effect === "permit") return { ...input, delegation: { assume: input.delegation.assume } };
  return input.lookup ? { ...input, lookup: { assume: input.lookup.assume } } : input;
}
