import type { z } from "zod";
import type { Path } from "./problems";

type Issue = z.core.$ZodIssue;

export interface SaidIssue {
  path: Path;
  /** One sentence and what to do. */
  message: string;
  /** The name itself is wrong, not its value. */
  isName: boolean;
}

/** What a shape found wrong, in words for whoever wrote the file. `value` is what the issue's path starts from. */
export function sayIssues(issues: readonly Issue[], value: unknown): SaidIssue[] {
  const seen = new Set<string>();
  // What is no list has no length either: the first thing said of a place is the reason for the rest.
  return issues
    .flatMap((issue) => sayIssue(issue, value, []))
    .filter(({ path }) => {
      const text = JSON.stringify(path);
      const isFirst = !seen.has(text);
      seen.add(text);
      return isFirst;
    });
}

function sayIssue(issue: Issue, value: unknown, base: Path): SaidIssue[] {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === "unrecognized_keys") {
    const message = "There is no such field here. Remove it or mend its spelling.";
    return issue.keys.map((key) => ({ path: [...path, key], message, isName: true }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = bestBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => sayIssue(inner, value, path));
  }
  return [{ path, message: sentenceOf(issue, valueAt(value, path)), isName: false }];
}

/** The form that was meant: the one with the least wrong at its own level. Null where it is none of them. */
function bestBranch(branches: readonly Issue[][]): Issue[] | null {
  const weighed = branches.map((issues) => ({ issues, weight: sum(issues.map(weightOf)) }));
  const [best] = weighed.sort((one, other) => one.weight - other.weight);
  return best && best.weight < OTHER_FORM ? best.issues : null;
}

const OTHER_FORM = 100;

function weightOf(issue: Issue): number {
  if (issue.code === "unrecognized_keys") return issue.keys.length;
  if (issue.path.length === 0 && issue.code === "invalid_type") return OTHER_FORM;
  if (issue.path.length === 0 && issue.code === "invalid_value") return OTHER_FORM;
  return issue.path.length <= 1 ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

function sentenceOf(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== "custom") return missing(issue);
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "string" && (typeof value === "number" || typeof value === "boolean"))
        return `This must be text. Put it in quotes: "${value}".`;
      return `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return issue.message.startsWith("Invalid ") ? chooseOf(issue.values) : issue.message;
    case "invalid_union":
      return issue.discriminator
        ? chooseOf((issue as { options?: readonly unknown[] }).options ?? [])
        : `This must be ${formsOf(issue.errors)}.`;
    case "too_big":
      return issue.message.startsWith("Too big")
        ? `At most ${issue.maximum}${unitOf(issue.origin)}.`
        : issue.message;
    case "too_small":
      return issue.message.startsWith("Too small")
        ? `At least ${issue.minimum}${unitOf(issue.origin)}.`
        : issue.message;
    default:
      return issue.message;
  }
}

function missing(issue: Issue): string {
  if (issue.code === "invalid_value") return `This is missing. ${chooseOf(issue.values)}`;
  if (issue.code === "invalid_union" && issue.discriminator)
    return `This is missing. ${sentenceOf(issue, null)}`;
  return "This is missing. Add it.";
}

function chooseOf(values: readonly unknown[]): string {
  return values.length === 1
    ? `Write ${String(values[0])}.`
    : `Choose one of: ${values.map(String).join(", ")}.`;
}

function formsOf(branches: readonly Issue[][]): string {
  const forms = branches.map(([issue]) => {
    if (issue?.code === "invalid_value") return issue.values.map(String).join(" or ");
    return issue?.code === "invalid_type" ? (KINDS[issue.expected] ?? issue.expected) : "";
  });
  return [...new Set(forms)].filter(Boolean).join(", or ");
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " entries" : "";
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, step) =>
      typeof inside === "object" && inside !== null && Object.hasOwn(inside, step)
        ? (inside as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}
