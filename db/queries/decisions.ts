import "server-only";
import { eq, inArray, lt } from "drizzle-orm";
import { database, type Transaction, write } from "../client";
import { decisions, ruleUses } from "../schema/policy";

export type DecisionRow = typeof decisions.$inferSelect;

/** What is kept beside an audit event, in the same commit. */
export interface Beside {
  /** The decision under the number of its request; what was kept under it before is replaced. */
  decision: DecisionRow;
  /** Rules that let something through just now. */
  usedRules: readonly number[];
}

export function saveDecisionIn(tx: Transaction, { decision, usedRules }: Beside): void {
  const { requestId, ...set } = decision;
  tx.insert(decisions).values(decision).onConflictDoUpdate({ target: decisions.requestId, set }).run();
  for (const ruleNumber of new Set(usedRules)) {
    tx.insert(ruleUses)
      .values({ ruleNumber, usedAt: decision.at })
      .onConflictDoUpdate({ target: ruleUses.ruleNumber, set: { usedAt: decision.at } })
      .run();
  }
}

export async function findDecision(requestId: string): Promise<DecisionRow | null> {
  return database().select().from(decisions).where(eq(decisions.requestId, requestId)).get() ?? null;
}

/** When each of these rules last let something through; those that never did are absent. */
export async function findRuleUses(ruleNumbers: readonly number[]): Promise<Map<number, string>> {
  if (ruleNumbers.length === 0) return new Map();
  const rows = database()
    .select()
    .from(ruleUses)
    .where(inArray(ruleUses.ruleNumber, [...ruleNumbers]))
    .all();
  return new Map(rows.map(({ ruleNumber, usedAt }) => [ruleNumber, usedAt]));
}

/** Decisions older than this go; the audit keeps who, what and when for good. Returns how many went. */
export async function deleteOldDecisions(before: string): Promise<number> {
  return write((tx) => tx.delete(decisions).where(lt(decisions.at, before)).run().changes);
}
