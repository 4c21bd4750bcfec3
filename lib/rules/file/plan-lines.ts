import type { RuleBody, RuleInput } from "../schema";
import type { Difference } from "./differences";
import type { PlanStep, RulePlan } from "./plan";

/** What a plan would do, one line each, as a person reads a diff: + new, ~ changed, − ended. Empty where it does nothing. */
export function planLines({ steps, notInFile }: RulePlan): string[] {
  const stays = notInFile.map(
    ({ id, body }) => `  ${id} is not in the file and stays${body ? `: ${about(body)}` : ""}`,
  );
  return [...steps.flatMap(stepLines), ...stays];
}

/** "2 new, 1 changed, 0 ended, 7 as they are". */
export function planCounts({ steps, unchanged, notInFile }: RulePlan): string {
  const count = (kind: PlanStep["kind"]) => steps.filter((step) => step.kind === kind).length;
  const stays = unchanged.length + notInFile.length;
  return `${count("create")} new, ${count("change")} changed, ${count("end")} ended, ${stays} as they are`;
}

function stepLines(step: PlanStep): string[] {
  switch (step.kind) {
    case "create":
      return [`+ new rule (line ${step.rule.line}): ${about(step.input)}`];
    case "change": {
      const { body } = step.stored;
      const head = `~ ${step.stored.id} (line ${step.rule.line}): ${about(step.input, body)}`;
      return [head, ...step.differences.map((one) => `    ${sayDifference(one, body?.columnTitles ?? {})}`)];
    }
    case "end":
      return [`− ${step.stored.id} ends${step.stored.body ? `: ${about(step.stored.body)}` : ""}`];
  }
}

function about(rule: RuleInput | RuleBody, stored: RuleBody | null = null): string {
  const { effect, principal, resource } = rule;
  const named = "sheetName" in rule ? rule : stored;
  const isSame = named?.resource.id === resource.id && named.sheetName !== resource.id;
  const name = isSame ? ` (${named.sheetName})` : "";
  return `${effect} ${who(principal)} on ${resource.type} ${resource.id}${name}`;
}

function who(principal: RuleInput["principal"]): string {
  switch (principal.type) {
    case "user":
      return principal.email;
    case "domain":
      return `everybody at ${principal.domain}`;
    case "group":
    case "localGroup":
      return `group ${principal.id}`;
    case "everyone":
      return "everyone";
    case "link":
      return principal.id === null ? "every link" : `link ${principal.id}`;
  }
}

function sayDifference(
  { field, before, after }: Difference,
  titles: Readonly<Record<string, string>>,
): string {
  const named = (text: string) => (Object.hasOwn(titles, text) ? `${text} (${titles[text]})` : text);
  if (before === null) return `+ ${field}: ${named(after ?? "")}`;
  if (after === null) return `− ${field}: ${named(before)}`;
  return `${field}: ${named(before)} → ${named(after)}`;
}
