import "server-only";
import { isOfGroup, type ReadGroup } from "@/lib/policy/columns";
import type { RuleId } from "@/lib/policy/ids";
import type { AllowDecision } from "@/lib/policy/types";
import { readBody, ruleIdOf } from "@/lib/rules/facts";
import type { RuleBook } from "@/lib/rules/rule-book";

type Delegated = Extract<AllowDecision, { via: "delegated" }>;

/**
 * How old the data of one read may be, in seconds: the smallest number that a deciding rule of the group or the request
 * itself says; null where nobody does, for the connection's own setting.
 */
export function wishedFreshness(
  book: Pick<RuleBook, "rows">,
  decision: Delegated,
  group: ReadGroup,
  asked: number | null,
): number | null {
  const said = saidByRules(book);
  const byRules = decision.grants
    .filter((grant) => isOfGroup(grant, group))
    .flatMap(({ rule }) => said.get(rule) ?? []);
  return smallest(asked === null ? byRules : [...byRules, asked]);
}

/** Null of none. */
export function smallest(seconds: readonly number[]): number | null {
  return seconds.length === 0 ? null : Math.min(...seconds);
}

const saidByRows = new WeakMap<object, ReadonlyMap<RuleId, number>>();

/** What the rules of a book say, without those that leave it to the connection. */
function saidByRules({ rows }: Pick<RuleBook, "rows">): ReadonlyMap<RuleId, number> {
  const before = saidByRows.get(rows);
  if (before) return before;
  const said = new Map(
    rows.flatMap((row) => {
      const read = readBody(row);
      return "body" in read && read.body.effect === "permit" && read.body.freshSeconds !== undefined
        ? [[ruleIdOf(row.number), read.body.freshSeconds] as const]
        : [];
    }),
  );
  saidByRows.set(rows, said);
  return said;
}
