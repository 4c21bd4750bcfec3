import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { type Transaction, write } from "../client";
import { rules, ruleVersions } from "../schema/access";
import { policyStamp } from "../schema/policy";
import { ruleHealth } from "../schema/records";
import { appendAuditIn } from "./audit";
import type { RecordedBy, RuleChange } from "./rules";

interface RuleValues {
  effect: string;
  resourceType: string;
  /** The id of the resource, of whatever type. */
  sheetId: string;
  /** JSON of the body. */
  body: string;
  by: string;
  /** ISO 8601 UTC. */
  at: string;
}

export type RuleWrite =
  | { kind: "create"; values: RuleValues; record: RecordedBy }
  | {
      kind: "next";
      number: number;
      /** The version the step was planned on. */
      expectedVersion: number;
      change: Exclude<RuleChange, "created">;
      values: RuleValues;
      record: RecordedBy;
    };

export type RulesApplied =
  /** One number for each step, in order. */
  | { done: true; numbers: number[] }
  /** Nothing was written. `stale`: numbers of rules that have another version now, or have ended. */
  | { done: false; stale: number[] };

/**
 * Many rules at once: all of them with their versions and their audit rows, or none. `expectedStamp` is the policy
 * stamp the steps were planned on; where it went on, nothing is written even if no single rule is stale, since what
 * was planned and shown is no longer what would come about.
 */
export async function applyRules(steps: readonly RuleWrite[], expectedStamp: number): Promise<RulesApplied> {
  return write((tx) => {
    const stale = steps.flatMap((step) => (step.kind === "next" && isStale(tx, step) ? [step.number] : []));
    const stamp = tx.select({ stamp: policyStamp.stamp }).from(policyStamp).get()?.stamp;
    if (stale.length > 0 || stamp !== expectedStamp) return { done: false, stale };
    const numbers = steps.map((step) => (step.kind === "create" ? create(tx, step) : advance(tx, step)));
    return { done: true, numbers };
  });
}

type Step<Kind extends RuleWrite["kind"]> = Extract<RuleWrite, { kind: Kind }>;

function asExpected({ number, expectedVersion }: Step<"next">) {
  return and(eq(rules.number, number), eq(rules.version, expectedVersion), isNull(rules.endedAt));
}

function isStale(tx: Transaction, step: Step<"next">): boolean {
  return tx.select({ number: rules.number }).from(rules).where(asExpected(step)).get() === undefined;
}

function create(tx: Transaction, { values, record }: Step<"create">): number {
  const { effect, resourceType, sheetId, body, by, at } = values;
  const { number } = tx
    .insert(rules)
    .values({ version: 1, effect, resourceType, sheetId, body, createdBy: by, createdAt: at })
    .returning({ number: rules.number })
    .get();
  addVersion(tx, number, 1, "created", values);
  appendAuditIn(tx, record.event(number), record.chain);
  return number;
}

function advance(tx: Transaction, step: Step<"next">): number {
  const { number, change, values, record } = step;
  const { effect, resourceType, sheetId, body, at } = values;
  const version = step.expectedVersion + 1;
  const endedAt = change === "ended" ? at : null;
  const changed = tx
    .update(rules)
    .set({ version, effect, resourceType, sheetId, body, endedAt })
    .where(asExpected(step))
    .run().changes;
  // Two steps for one rule would be a mistake of the caller; throwing takes everything back.
  if (changed !== 1) throw new Error(`Rule ${number} changed within its own transaction.`);
  addVersion(tx, number, version, change, values);
  tx.delete(ruleHealth).where(eq(ruleHealth.ruleNumber, number)).run();
  appendAuditIn(tx, record.event(number), record.chain);
  return number;
}

function addVersion(
  tx: Transaction,
  ruleNumber: number,
  version: number,
  change: RuleChange,
  { body, by, at }: RuleValues,
): void {
  tx.insert(ruleVersions).values({ ruleNumber, version, change, body, changedBy: by, at }).run();
}
