import "server-only";
import { eq } from "drizzle-orm";
import { database, write } from "../client";
import { upstreamQuota } from "../schema/records";

export type QuotaRow = typeof upstreamQuota.$inferSelect;

/** What was left of a connection's quota when it was last written; null where it was never used. */
export async function findQuota(connectionId: string): Promise<QuotaRow | null> {
  return (
    database().select().from(upstreamQuota).where(eq(upstreamQuota.connectionId, connectionId)).get() ?? null
  );
}

/** Written before the promise is returned, so that it also works while the process ends. Times: ISO 8601 UTC. */
export async function saveQuota(quota: QuotaRow): Promise<void> {
  const { connectionId: _key, ...values } = quota;
  write((tx) =>
    tx
      .insert(upstreamQuota)
      .values(quota)
      .onConflictDoUpdate({ target: upstreamQuota.connectionId, set: values })
      .run(),
  );
}
