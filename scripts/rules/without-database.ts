import { checkRule } from "@/lib/rules/check";
import type { RuleFile } from "@/lib/rules/file/parse";
import { type FileProblem, fieldOf, inOrder, pathOf } from "@/lib/rules/file/problems";
import { runFileTests, type TestOutcome } from "@/lib/rules/file/run-tests";
import type { Options, Terminal } from "../sheetpass";
import { plainLine } from "./plain-line";
import { readRuleFile, tellProblems } from "./read-file";

/** Everything about a file that can be told without asking anybody. */
export async function validateFile(file: string, options: Options, terminal: Terminal): Promise<number> {
  const read = readRuleFile(file, options, terminal);
  if (!read) return 1;
  const problems = checkFile(read, terminal);
  if (problems.length > 0) {
    tellProblems(file, problems, terminal);
    return 1;
  }
  terminal.out(`${plural(read.rules.length, "rule")} and ${plural(read.tests.length, "test")}, no mistakes.`);
  return 0;
}

function checkFile({ rules }: RuleFile, { now, longestDays }: Terminal): FileProblem[] {
  const found = rules.flatMap(({ input, index, placeOf }) =>
    checkRule(input, { now: now.toISOString(), longestDays }).map(({ field, message }) => {
      const path = pathOf(field);
      return { ...placeOf(path), field: fieldOf(["rules", index, ...path]), message };
    }),
  );
  return inOrder(found);
}

/** Runs a file's tests. A file without any passes nothing. */
export async function testFile(file: string, options: Options, terminal: Terminal): Promise<number> {
  const read = readRuleFile(file, options, terminal);
  if (!read) return 1;
  const outcomes = runFileTests(read, { now: terminal.now.toISOString(), timeZone: terminal.timeZone });
  if (outcomes.length === 0) {
    terminal.error(plainLine(`${file} holds no tests. Write some under tests:, or use validate.`));
    return 1;
  }
  for (const outcome of outcomes) tellOutcome(file, outcome, terminal);
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
  terminal.out(
    failed === 0
      ? `${plural(outcomes.length, "test")} passed.`
      : `${failed} of ${plural(outcomes.length, "test")} failed.`,
  );
  return failed === 0 ? 0 : 1;
}

function tellOutcome(file: string, { name, line, failures }: TestOutcome, terminal: Terminal): void {
  const verdict = failures.length === 0 ? `pass  ${name}` : `FAIL  ${name} (${file}:${line})`;
  terminal.out(plainLine(verdict));
  for (const failure of failures) terminal.out(plainLine(`      ${failure}`));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
