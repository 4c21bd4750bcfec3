import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/result";
import type { RuleInput } from "../schema";
import { canonicalText } from "./canonical";
import type { Places } from "./places";
import { type FileProblem, fieldOf, inOrder, type Path, type Place } from "./problems";
import { type FileFormat, readText } from "./read-text";
import { type SaidIssue, sayIssues } from "./say-issue";
import { fileFrame, fileRule, fileTest, type TestInput } from "./shape";
import { testProblems } from "./test-problems";

export interface FileRule extends Place {
  /** Its place in the list, from 0. */
  index: number;
  /** The stored rule it is, or null for one that may be new. */
  id: string | null;
  input: RuleInput;
  /** Where a field of it stands, such as `["rows", "conditions", 0]`. */
  placeOf(path: Path): Place;
}

export interface FileTest extends Place {
  input: TestInput;
}

export interface RuleFile {
  rules: FileRule[];
  tests: FileTest[];
}

/**
 * A rule file's rules and tests in file order, or everything that is wrong with it, in file order. Looks at the text
 * alone: what checks and Smartsheet have to say comes later. Pure; O(length) but for what aliases repeat, which is bounded.
 */
export function parseRuleFile(text: string, format: FileFormat): Result<RuleFile, FileProblem[]> {
  const read = readText(text, format);
  if (!read.ok) return read;
  const { value, places } = read.value;
  const frame = fileFrame.safeParse(value);
  if (!frame.success) return fail(toProblems(sayIssues(frame.error.issues, value), [], places));

  const problems: FileProblem[] = [];
  const rules = frame.data.rules.flatMap((raw, index) => {
    const parsed = parsePart(fileRule, raw, ["rules", index], places, problems);
    if (!parsed) return [];
    const { id, ...input } = parsed;
    const placeOf = (path: Path) => places.of(["rules", index, ...path]);
    return [{ ...placeOf([]), index, id: id ?? null, input: input as RuleInput, placeOf }];
  });
  const tests = frame.data.tests.flatMap((raw, index) => {
    const path = ["tests", index];
    const input = parsePart(fileTest, raw, path, places, problems);
    if (!input) return [];
    problems.push(...toProblems(testProblems(input), path, places));
    return [{ ...places.of(path), input }];
  });
  problems.push(...doubles(rules));
  return problems.length > 0 ? fail(inOrder(problems)) : ok({ rules, tests });
}

function parsePart<T>(
  shape: z.ZodType<T>,
  raw: unknown,
  path: Path,
  places: Places,
  problems: FileProblem[],
): T | null {
  const parsed = shape.safeParse(raw);
  if (parsed.success) return parsed.data;
  problems.push(...toProblems(sayIssues(parsed.error.issues, raw), path, places));
  return null;
}

function toProblems(said: readonly SaidIssue[], base: Path, places: Places): FileProblem[] {
  return said.map(({ path, message, isName }) => {
    const whole = [...base, ...path];
    const place = isName ? places.ofName(whole) : places.of(whole);
    return { ...place, field: fieldOf(whole), message };
  });
}

/** Two entries for one stored rule, or two new rules that say the same. */
function doubles(rules: readonly FileRule[]): FileProblem[] {
  const seen = new Map<string, FileRule>();
  return rules.flatMap((rule) => {
    const key = rule.id ?? canonicalText(rule.input);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, rule);
      return [];
    }
    const place = rule.placeOf(rule.id ? ["id"] : []);
    const field = fieldOf(["rules", rule.index, ...(rule.id ? ["id"] : [])]);
    const message = rule.id
      ? `${rule.id} stands on line ${first.line} already. Keep one of the two.`
      : `This rule says the same as the one on line ${first.line}. Keep one of the two.`;
    return [{ ...place, field, message }];
  });
}
