import "server-only";
import { notInArray } from "drizzle-orm";
import { database, write } from "../client";
import { healthChecks } from "../schema/policy";
import { type AuditDraft, appendAuditIn, type ChainHash } from "./audit";

export interface HealthRow {
  /** `R-17`, `C-1`. */
  target: string;
  checkedAt: string;
  /** JSON list of findings. */
  findings: string;
}

export async function listHealthChecks(): Promise<HealthRow[]> {
  return database().select().from(healthChecks).all();
}

/** What a whole check found, as one change. Targets it did not look at are gone, and so are their findings. */
export async function replaceHealthChecks(
  rows: readonly HealthRow[],
  record: { event: AuditDraft; chain: ChainHash },
): Promise<void> {
  write((tx) => {
    const targets = rows.map(({ target }) => target);
    tx.delete(healthChecks)
      .where(targets.length === 0 ? undefined : notInArray(healthChecks.target, targets))
      .run();
    for (const { target, checkedAt, findings } of rows)
      tx.insert(healthChecks)
        .values({ target, checkedAt, findings })
        .onConflictDoUpdate({ target: healthChecks.target, set: { checkedAt, findings } })
        .run();
    appendAuditIn(tx, record.event, record.chain);
  });
}
