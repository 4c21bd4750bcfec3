import { exactDay } from "@/components/ui/relative-text";
import type { DecisionRecord } from "@/lib/decisions/record";
import { denyText } from "./reason-text";

/** Words, or a rule to link to. */
export type SentencePart = string | { rule: string };

type Told = Pick<DecisionRecord, "decision">;

interface SentenceNames {
  /** By lower-case address. */
  addresses: Readonly<Record<string, string>>;
  /** The zone in which ends were picked. */
  timeZone: string;
}

/** The answer in one sentence: "Yes, delegated, as Olga Owner, until 31 Dec 2026, under R-3." or "No: …". */
export function decisionSentence({ decision }: Told, names: SentenceNames): SentencePart[] {
  const { effect, via, reason, because, forbids } = decision;
  if (effect === "deny")
    return [
      `No: ${reason === null ? denyText.error : denyText[reason]}`,
      ...(because.length > 0 ? [", by ", ...ruleList(because)] : []),
      ".",
    ];
  const less: SentencePart[] =
    forbids.length === 0
      ? []
      : [" without what ", ...ruleList(forbids), forbids.length > 1 ? " forbid" : " forbids"];
  if (via === "own") return ["Yes, with their own account", ...(less.length ? [",", ...less] : []), "."];
  const { grants, expiresAt } = decision;
  const permits = [...new Set(grants.map(({ rule }) => rule))];
  return [
    `Yes, delegated, as ${listed(assumedNames(grants, names.addresses))}`,
    ...(expiresAt === null ? [] : [`, until ${lastDay(expiresAt, names.timeZone)}`]),
    ", under ",
    ...ruleList(permits),
    ...(less.length ? [",", ...less] : []),
    ".",
  ];
}

/** The sentence as text alone, for titles and tests. */
export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.rule)).join("");
}

function assumedNames(
  grants: DecisionRecord["decision"]["grants"],
  names: Readonly<Record<string, string>>,
): string[] {
  return [...new Set(grants.map(({ assume }) => names[assume.toLowerCase()] ?? assume))];
}

/** Ends are exclusive: midnight into 1 January means the last day is 31 December. */
function lastDay(endsAt: string, timeZone: string): string {
  return exactDay(new Date(Date.parse(endsAt) - 1), timeZone);
}

function ruleList(rules: readonly string[]): SentencePart[] {
  return rules.flatMap((rule, at) => [...joint(at, rules.length), { rule }]);
}

function joint(at: number, count: number): string[] {
  if (at === 0) return [];
  return [at === count - 1 ? " and " : ", "];
}

function listed(words: readonly string[]): string {
  return words.map((word, at) => joint(at, words.length).join("") + word).join("");
}
