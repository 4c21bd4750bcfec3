import "server-only";
import { findBindings } from "@/db/queries/people";
import { listOpenRules, policyStampNow, type RuleRow } from "@/db/queries/rules";
import { indexRules, type RuleIndex } from "@/lib/policy/index-rules";
import type { AnyRule } from "@/lib/policy/types";
import { addressesOf, toPolicyRule } from "./facts";

/** The rules nobody has ended, as they stand now. Never to be written to. */
export interface RuleBook {
  stamp: number;
  rows: readonly RuleRow[];
  rules: readonly AnyRule[];
  index: RuleIndex;
}

/**
 * Sorting rules costs time with their number, so it is done once for each change: every request asks the database
 * whether one happened since (I04), and only then are they read and sorted anew.
 */
export function createRuleBook(): () => Promise<RuleBook> {
  let kept: RuleBook | null = null;
  return async () => {
    const stamp = await policyStampNow();
    if (kept?.stamp === stamp) return kept;
    const rows = await listOpenRules();
    const bindings = await findBindings(addressesOf(rows));
    const rules = rows.map((row) => toPolicyRule(row, bindings));
    const read: RuleBook = { stamp, rows, rules, index: indexRules(rules) };
    // A change while it was read would otherwise be kept under a stamp it does not have.
    if ((await policyStampNow()) === stamp) kept = read;
    return read;
  };
}
