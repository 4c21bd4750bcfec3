import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { database, write } from "../client";
import { users } from "../schema/people";
import { pauses } from "../schema/policy";
import { appendAuditIn } from "./audit";
import type { RecordedChange } from "./groups";

export type PauseRow = typeof pauses.$inferSelect;

/** Newest first. */
export async function listPauses(): Promise<PauseRow[]> {
  return database().select().from(pauses).orderBy(desc(pauses.pausedAt)).all();
}

/** False when it was paused before; the first reason stays. */
export async function insertPause(pause: PauseRow, record: RecordedChange): Promise<boolean> {
  return write((tx) => {
    if (tx.insert(pauses).values(pause).onConflictDoNothing().run().changes !== 1) return false;
    // A paused person is refused everywhere a disabled one is: signed in or by their links.
    if (pause.kind === "person")
      tx.update(users).set({ isEnabled: false }).where(eq(users.id, pause.target)).run();
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}

/** False when it was not paused. */
export async function deletePause(kind: string, target: string, record: RecordedChange): Promise<boolean> {
  return write((tx) => {
    const gone = tx
      .delete(pauses)
      .where(and(eq(pauses.kind, kind), eq(pauses.target, target)))
      .run().changes;
    if (gone !== 1) return false;
    if (kind === "person") tx.update(users).set({ isEnabled: true }).where(eq(users.id, target)).run();
    appendAuditIn(tx, record.event, record.chain);
    return true;
  });
}
