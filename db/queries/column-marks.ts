import "server-only";
import { inArray } from "drizzle-orm";
import { database, write } from "../client";
import { columnMarks } from "../schema/policy";
import { appendAuditIn } from "./audit";
import type { RecordedChange } from "./groups";

export type ColumnMark = typeof columnMarks.$inferSelect;

export async function listColumnMarks(sheetIds: readonly string[]): Promise<ColumnMark[]> {
  if (sheetIds.length === 0) return [];
  return database()
    .select()
    .from(columnMarks)
    .where(inArray(columnMarks.sheetId, [...sheetIds]))
    .all();
}

/** What an administrator says of a column; a later word replaces the one before. */
export async function saveColumnMark(mark: ColumnMark, record: RecordedChange): Promise<void> {
  write((tx) => {
    const { title, isSensitive, markedBy, markedAt } = mark;
    tx.insert(columnMarks)
      .values(mark)
      .onConflictDoUpdate({
        target: [columnMarks.sheetId, columnMarks.columnId],
        set: { title, isSensitive, markedBy, markedAt },
      })
      .run();
    appendAuditIn(tx, record.event, record.chain);
  });
}
