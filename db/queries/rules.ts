import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { database, write } from "../client";
import { rules, ruleVersions } from "../schema/access";
import { policyStamp } from "../schema/policy";
import { ruleHealth } from "../schema/records";
import { type AuditDraft, appendAuditIn, type ChainHash } from "./audit";

export type RuleRow = typeof rules.$inferSelect;
export type RuleVersionRow = typeof ruleVersions.$inferSelect;
export type RuleChange = "created" | "changed" | "extended" | "ended";

/** The event beside the change, given its rule's number. Both commit together or not at all. */
export interface RecordedBy {
  event: (ruleNumber: number) => AuditDraft;
  chain: ChainHash;
}

/** A new rule with its first version. Returns the rule's number. */
export async function insertRule(
  rule: {
    effect: string;
    resourceType: string;
    sheetId: string;
    body: string;
    createdBy: string;
    at: string;
  },
  record: RecordedBy,
): Promise<number> {
  return write((tx) => {
    const { number } = tx
      .insert(rules)
      .values({
        version: 1,
        effect: rule.effect,
        resourceType: rule.resourceType,
        sheetId: rule.sheetId,
        body: rule.body,
        createdBy: rule.createdBy,
        createdAt: rule.at,
      })
      .returning({ number: rules.number })
      .get();
    tx.insert(ruleVersions)
      .values({
        ruleNumber: number,
        version: 1,
        change: "created",
        body: rule.body,
        changedBy: rule.createdBy,
        at: rule.at,
      })
      .run();
    appendAuditIn(tx, record.event(number), record.chain);
    return number;
  });
}

/** The next version of a rule that is not ended. False when somebody else made one since, or ended it. */
export async function updateRule(
  number: number,
  expectedVersion: number,
  next: {
    change: RuleChange;
    effect: string;
    resourceType: string;
    sheetId: string;
    body: string;
    changedBy: string;
    at: string;
    endedAt: string | null;
  },
  record: RecordedBy,
): Promise<boolean> {
  return write((tx) => {
    const version = expectedVersion + 1;
    const changed = tx
      .update(rules)
      .set({
        version,
        effect: next.effect,
        resourceType: next.resourceType,
        sheetId: next.sheetId,
        body: next.body,
        endedAt: next.endedAt,
      })
      .where(and(eq(rules.number, number), eq(rules.version, expectedVersion), isNull(rules.endedAt)))
      .run().changes;
    if (changed !== 1) return false;
    tx.insert(ruleVersions)
      .values({
        ruleNumber: number,
        version,
        change: next.change,
        body: next.body,
        changedBy: next.changedBy,
        at: next.at,
      })
      .run();
    tx.delete(ruleHealth).where(eq(ruleHealth.ruleNumber, number)).run();
    appendAuditIn(tx, record.event(number), record.chain);
    return true;
  });
}

export async function findRule(number: number): Promise<RuleRow | null> {
  return database().select().from(rules).where(eq(rules.number, number)).get() ?? null;
}

/** Newest first; ended ones too. */
export async function listRules(): Promise<RuleRow[]> {
  return database().select().from(rules).orderBy(desc(rules.number)).all();
}

/** Rules nobody has ended; those whose time has run out among them, for the decision judges times itself. */
export async function listOpenRules(sheetId?: string): Promise<RuleRow[]> {
  return database()
    .select()
    .from(rules)
    .where(and(isNull(rules.endedAt), sheetId === undefined ? undefined : eq(rules.sheetId, sheetId)))
    .orderBy(rules.number)
    .all();
}

/** Goes up with every change of a rule or a bound address, by trigger. */
export async function policyStampNow(): Promise<number> {
  const row = database().select({ stamp: policyStamp.stamp }).from(policyStamp).get();
  if (!row) throw new Error("The policy stamp is not there: the database was changed by hand.");
  return row.stamp;
}

export async function countOpenRules(now: string): Promise<number> {
  const row = database()
    .select({ n: sql<number>`count(*)` })
    .from(rules)
    .where(
      and(
        isNull(rules.endedAt),
        sql`(json_extract(${rules.body}, '$.endsAt') is null or julianday(json_extract(${rules.body}, '$.endsAt')) > julianday(${now}))`,
      ),
    )
    .get();
  return row?.n ?? 0;
}

export async function listRuleVersions(number: number): Promise<RuleVersionRow[]> {
  return database()
    .select()
    .from(ruleVersions)
    .where(eq(ruleVersions.ruleNumber, number))
    .orderBy(desc(ruleVersions.version))
    .all();
}

/** Keeps the last thing that went wrong under a rule; `null` clears it. */
export async function saveRuleHealth(number: number, problem: string | null, at: string): Promise<void> {
  write((tx) => {
    if (problem === null) tx.delete(ruleHealth).where(eq(ruleHealth.ruleNumber, number)).run();
    else
      tx.insert(ruleHealth)
        .values({ ruleNumber: number, problem, at })
        .onConflictDoUpdate({ target: ruleHealth.ruleNumber, set: { problem, at } })
        .run();
  });
}

export async function listRuleHealth(): Promise<Map<number, { problem: string; at: string }>> {
  const rows = database().select().from(ruleHealth).all();
  return new Map(rows.map((row) => [row.ruleNumber, { problem: row.problem, at: row.at }]));
}
