import { dayIn, wallClock } from "@/lib/clock";
import { groupsOf } from "@/lib/policy/columns";
import { decide } from "@/lib/policy/decide";
import type { LinkId } from "@/lib/policy/ids";
import { type Projection, project } from "@/lib/policy/project";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { Action, AllowDecision, Container, Decision, Facts } from "@/lib/policy/types";
import { compareShown, type Shown, shownOf } from "./compare-shown";
import type { FileRule, FileTest, RuleFile } from "./parse";
import { peopleOf, policyRulesOf, sheetOf } from "./test-world";

export interface TestOutcome {
  name: string;
  line: number;
  /** What is not as expected, one sentence each; empty where the test passes. */
  failures: string[];
}

export interface TestClock {
  /** For tests that say no time. ISO 8601. */
  now: string;
  timeZone: string;
}

/** Runs a file's tests against its own rules, by the decision and projection a real read goes through. Pure. */
export function runFileTests(file: RuleFile, clock: TestClock): TestOutcome[] {
  return file.tests.map((test) => {
    const { name } = test.input;
    return { name, line: test.line, failures: runTest(test, file.rules, clock) };
  });
}

function runTest({ input }: FileTest, rules: readonly FileRule[], clock: TestClock): string[] {
  const facts = factsOf(input.at ?? clock.now, input.timeZone ?? clock.timeZone, input.own);
  const sheet = sheetOf(input.given, facts.now);
  const people = peopleOf(input.given);
  const person = people.get(input.as);
  if (!person) return [`Nobody of the test's people is ${input.as}.`];
  const near = policyRulesOf(rules, sheet, people);
  const request = {
    person,
    sheetId: sheet.id,
    asset: input.given.sheet.type,
    within: input.given.sheet.within as Container[],
    link: (input.link ?? null) as LinkId | null,
    action: input.action,
  };
  const decision = decide(request, near.rules, facts);
  const outcome = outcomeOf(decision, sheet);
  const names = outcome.because.map((id) => nameOf(near.named.get(id)));
  const by = names.length === 0 ? "" : `, by ${names.join(", ")}`;
  if (input.expect === "nothing") {
    if (outcome.shown === null) return [];
    const { rows, columns } = outcome.shown;
    const count = rows.length === 1 ? "1 row" : `${rows.length} rows`;
    const does = rows.length === 1 ? "does" : "do";
    return [`Nothing should show, but ${count} of ${columns.join(", ")} ${does}${by}.`];
  }
  if (outcome.shown === null) return [`Nothing shows (${WHY[outcome.reason] ?? outcome.reason}${by}).`];
  return [
    ...compareShown(input.expect, outcome.shown),
    ...(input.expect.actions ? compareActions(input.expect.actions, outcome.actions) : []),
  ];
}

type Outcome =
  | { shown: Shown; actions: Action[]; because: string[] }
  | { shown: null; reason: string; because: string[] };

function outcomeOf(decision: Decision, sheet: SourceSheet): Outcome {
  if (decision.effect === "deny") return { shown: null, reason: decision.reason, because: decision.because };
  const projection = projectAlone(decision, sheet);
  if (projection.kind === "visible")
    return { shown: shownOf(projection.sheet), actions: decision.actions, because: projection.used };
  if (projection.kind === "nothing")
    return { shown: null, reason: projection.reason, because: projection.because };
  return { shown: null, reason: projection.kind, because: [] };
}

/** Every assumed user sees the same sheet: the test's. */
function projectAlone(decision: AllowDecision, sheet: SourceSheet): Projection {
  const groups = decision.via === "own" ? [{ connectionId: null, assume: null }] : groupsOf(decision);
  return project(
    decision,
    groups.map((group) => ({ ...group, sheet, allColumnIds: null })),
  );
}

function factsOf(now: string, timeZone: string, own: boolean): Facts {
  const at = new Date(now);
  return {
    now: at.toISOString(),
    today: dayIn(timeZone, at),
    own: own ? "yes" : "no",
    switches: { appPaused: false, delegationPaused: false },
    clock: wallClock(timeZone, at),
  };
}

function compareActions(expected: readonly Action[], shown: readonly Action[]): string[] {
  const missing = expected.filter((action) => !shown.includes(action));
  const tooMany = shown.filter((action) => !expected.includes(action));
  return [
    ...(missing.length > 0 ? [`Not allowed, but expected: ${missing.join(", ")}.`] : []),
    ...(tooMany.length > 0 ? [`Allowed, but not expected: ${tooMany.join(", ")}.`] : []),
  ];
}

const WHY: Record<string, string> = {
  no_permit: "no rule permits it",
  forbidden: "it is forbidden",
  unreadable_forbid: "a forbid cannot be evaluated on this sheet",
  person_disabled: "the person is disabled",
  error: "the rules cannot be evaluated",
};

function nameOf(rule: FileRule | undefined): string {
  if (!rule) return "a rule";
  return rule.id ?? `the rule on line ${rule.line}`;
}
